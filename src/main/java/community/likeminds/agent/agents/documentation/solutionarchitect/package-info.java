/** Writes the answer out of what the passages say, quotation by quotation. */
@NullMarked
package community.likeminds.agent.agents.documentation.solutionarchitect;

import org.jspecify.annotations.NullMarked;
