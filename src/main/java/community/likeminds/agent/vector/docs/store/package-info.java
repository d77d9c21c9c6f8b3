/** Passages as entries of the vector store. */
@NullMarked
package community.likeminds.agent.vector.docs.store;

import org.jspecify.annotations.NullMarked;
