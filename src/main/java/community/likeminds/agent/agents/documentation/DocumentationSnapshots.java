package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;

/** Takes what was read of sources, with its vectors, into a file and back: to keep it, or to move it to another installation or store. */
@Remote(limit = Remote.Limit.INGESTION)
public interface DocumentationSnapshots {

    /**
     * Writes a file, whole or not at all.
     *
     * @param sources names, or empty for all
     * @throws community.likeminds.agent.shared.AgentException {@code source-unknown}, {@code source-busy}, {@code no-documentation}, {@code
     *     snapshot-…}
     */
    Result save(TenantId tenant, List<String> sources, Path file, Progress progress);

    /**
     * Puts the sources of a file in the place of those of their names; others stay. Each source is replaced as a whole.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code source-busy}, or {@code snapshot-…} when the file is damaged or newer
     *     than this program, and nothing was changed
     */
    Result restore(TenantId tenant, Path file, Progress progress);

    /**
     * What was written or restored.
     *
     * @param sources their names
     * @param passages of all of them
     * @param vectors passages that have one
     */
    record Result(List<String> sources, int passages, int vectors) {

        public Result {
            sources = List.copyOf(sources);
        }
    }
}
