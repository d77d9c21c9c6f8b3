/** How an entry is written into an index of words: its analysis and its fields. */
@NullMarked
package community.likeminds.agent.vector.core.indexing;

import org.jspecify.annotations.NullMarked;
