/**
 * Entries and vectors in a Chroma server (HTTP API v2), found through a local mirror of their words.
 *
 * <p>For each collection the server has one Chroma collection of entries and one of vectors for each model. Entries are never
 * changed: every write adds records that carry the next revision, then names that revision in the collection's metadata, which is
 * the one step that readers see, then removes what was superseded. Chroma has no lexical search of its own, so each installation keeps a
 * Lucene index without vectors in step with the revisions.
 */
@NullMarked
package community.likeminds.agent.vector.core.store.chroma;

import org.jspecify.annotations.NullMarked;
