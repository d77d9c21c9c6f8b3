/** Runs the workflow from request to report. */
@NullMarked
package community.likeminds.agent.agents.coding.orchestrator;

import org.jspecify.annotations.NullMarked;
