/** Additive merging of outlines: one algorithm for every language and format that a reader can cut into pieces. */
@NullMarked
package community.likeminds.agent.processors.code.outline;

import org.jspecify.annotations.NullMarked;
