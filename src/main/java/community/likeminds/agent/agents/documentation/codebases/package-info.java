/** Indexes source code and finds in it. */
@NullMarked
package community.likeminds.agent.agents.documentation.codebases;

import org.jspecify.annotations.NullMarked;
