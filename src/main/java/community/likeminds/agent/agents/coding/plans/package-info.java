/** Stored plans, and plans as YAML that people read, compare and edit. */
@NullMarked
package community.likeminds.agent.agents.coding.plans;

import org.jspecify.annotations.NullMarked;
