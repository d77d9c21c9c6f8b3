/** Understands the project and the request: what is there, and what is wanted. */
@NullMarked
package community.likeminds.agent.agents.coding.requirementanalysis;

import org.jspecify.annotations.NullMarked;
