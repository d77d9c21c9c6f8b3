/** Rerankers: none, or one behind HTTP. */
@NullMarked
package community.likeminds.agent.vector.core.rerank;

import org.jspecify.annotations.NullMarked;
