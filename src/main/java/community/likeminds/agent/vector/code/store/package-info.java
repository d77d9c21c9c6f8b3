/** Passages of source code as entries of the vector store, and their ranking. */
@NullMarked
package community.likeminds.agent.vector.code.store;

import org.jspecify.annotations.NullMarked;
