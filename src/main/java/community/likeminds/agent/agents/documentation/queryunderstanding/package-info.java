/** Finds out what a question is about: platform, names of the code, intent. */
@NullMarked
package community.likeminds.agent.agents.documentation.queryunderstanding;

import org.jspecify.annotations.NullMarked;
