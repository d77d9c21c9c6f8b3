/**
 * Entries in one Lucene index for each space: identifier-aware fields for BM25, filters, and float32 vectors.
 *
 * <p>The writer is open only while something is written, so that a server and a command line can share a data folder; readers follow
 * the last commit.
 */
@NullMarked
package community.likeminds.agent.vector.core.store.lucene;

import org.jspecify.annotations.NullMarked;
