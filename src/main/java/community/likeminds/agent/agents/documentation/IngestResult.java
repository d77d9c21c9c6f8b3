package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.processors.docs.ReadResult;
import java.util.List;

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
        long millis) {

    public IngestResult {
        leftOut = List.copyOf(leftOut);
    }
}
