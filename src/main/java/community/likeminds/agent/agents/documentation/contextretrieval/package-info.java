/** Finds the passages that a question needs and says how well they cover it. */
@NullMarked
package community.likeminds.agent.agents.documentation.contextretrieval;

import org.jspecify.annotations.NullMarked;
