package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.processors.docs.SourceChanges;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A source that was ingested.
 *
 * @param name what citations carry
 * @param kind folder, file, git or npm
 * @param location where it was read from
 * @param version commit or package version, or empty
 * @param pages pages in the index
 * @param chunks chunks in the index
 * @param embedded chunks that have a vector
 * @param ingestedAt when it was last read
 * @param history what its own history says led to this version from the one read before, or null when that is not known
 */
public record SourceSummary(
        String name, String kind, String location, String version, int pages, int chunks, int embedded,
        Instant ingestedAt,
        @Nullable SourceChanges history) {}
