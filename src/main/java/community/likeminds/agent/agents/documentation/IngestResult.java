package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.processors.docs.ReadResult;
import community.likeminds.agent.processors.docs.SourceChanges;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ingestion did.
 *
 * @param source name of the source
 * @param version commit or package version, or empty
 * @param pages pages of the source now
 * @param added pages that were new
 * @param changed pages whose content had changed
 * @param removed pages that are gone
 * @param unchanged pages that cost nothing
 * @param chunks chunks of the source now
 * @param embedded vectors that were made in this run
 * @param leftOut files that could not be read, each with its reason
 * @param millis wall-clock time
 * @param billedTokens tokens that an embedding provider counted in this run
 * @param cost of those tokens in USD, 0 when they cost nothing or no price is configured
 * @param history what the source's own history says has changed since the run before, or null when it has none or nothing is new
 */
public record IngestResult(
        String source,
        String version,
        int pages,
        int added,
        int changed,
        int removed,
        int unchanged,
        int chunks,
        int embedded,
        List<ReadResult.LeftOut> leftOut,
        long millis,
        long billedTokens,
        double cost,
        @Nullable SourceChanges history) {

    public IngestResult {
        leftOut = List.copyOf(leftOut);
    }

    /** A run that cost nothing. */
    public IngestResult(
            String source,
            String version,
            int pages,
            int added,
            int changed,
            int removed,
            int unchanged,
            int chunks,
            int embedded,
            List<ReadResult.LeftOut> leftOut,
            long millis) {
        this(source, version, pages, added, changed, removed, unchanged, chunks, embedded, leftOut, millis, 0, 0, null);
    }
}
