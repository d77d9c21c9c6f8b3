/** Snapshots as zip files: a manifest with versions and checksums, and a file of JSON lines for each collection. */
@NullMarked
package community.likeminds.agent.vector.core.snapshot;

import org.jspecify.annotations.NullMarked;
