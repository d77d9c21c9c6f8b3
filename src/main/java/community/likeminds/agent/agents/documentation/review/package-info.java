/** Checks documentation: links, fences, snippets, names and packages. */
@NullMarked
package community.likeminds.agent.agents.documentation.review;

import org.jspecify.annotations.NullMarked;
