/** Cuts pages into passages that fit the embedding model. */
@NullMarked
package community.likeminds.agent.processors.docs.chunker;

import org.jspecify.annotations.NullMarked;
