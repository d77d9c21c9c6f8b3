/** Cuts source code into passages that follow its structure and fit the embedding model. */
@NullMarked
package community.likeminds.agent.processors.code.chunker;

import org.jspecify.annotations.NullMarked;
