/** Applies the steps of a plan to a project. */
@NullMarked
package community.likeminds.agent.agents.coding.codegeneration;

import org.jspecify.annotations.NullMarked;
