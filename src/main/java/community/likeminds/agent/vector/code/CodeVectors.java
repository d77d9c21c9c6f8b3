package community.likeminds.agent.vector.code;

import community.likeminds.agent.processors.code.CodeChunk;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.OpenSnapshot;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Stores passages of source code and finds them. Every change is complete and durable when the call returns, and visible to the next
 * search, in this process and in others. Thread-safe.
 */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true)
public interface CodeVectors {

    /**
     * Puts files in the place of what is stored under their paths. Passages can be found by words at once, and by meaning when their
     * vector is known.
     *
     * @param known vectors of any passages, others are ignored
     */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    void replace(TenantId tenant, String project, List<FileChunks> files, CodeVectorSet known);

    /** Forgets files of a project; unknown paths are ignored. */
    void deleteFiles(TenantId tenant, String project, Collection<String> paths);

    /** Forgets a project; an unknown one is ignored. */
    void deleteProject(TenantId tenant, String project);

    /** Gives passages their vectors. Hashes that no passage of the project has are ignored. */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    void putVectors(TenantId tenant, String project, CodeVectorSet vectors);

    /** Passages of a project without a vector of the model: the text to embed by content hash. */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    Map<String, String> missing(TenantId tenant, String project, String model);

    Counts counts(TenantId tenant, String project, String model);

    /** The passages that fit best, best first, at most {@link CodeQuery#limit()}. */
    @Remote(limit = Remote.Limit.SEARCH, repeatable = true, bulk = true)
    CodeFound search(CodeQuery query);

    /** The passages of a file in its order; none when it is unknown. */
    List<CodeChunk> file(TenantId tenant, String project, String path);

    /**
     * Writes projects with their vectors into a file, whole or not at all.
     *
     * @param attachments texts that belong to them, by name
     * @throws community.likeminds.agent.shared.AgentException {@code snapshot-…}
     */
    @Remote(limit = Remote.Limit.INGESTION)
    Counts save(TenantId tenant, List<String> projects, Map<String, String> attachments, Path file, Progress progress);

    /**
     * Opens such a file after looking at all of it; nothing is changed by that.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code snapshot-…} when it is damaged or newer than this program
     */
    OpenSnapshot open(Path file, Progress progress);

    /**
     * @param path below the project's root
     * @param chunks in the order of the file
     */
    record FileChunks(String path, List<CodeChunk> chunks) {
        public FileChunks {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * Unit-length vectors of one model.
     *
     * @param byContentHash vectors by {@link CodeChunk#contentHash()}
     */
    record CodeVectorSet(String model, Map<String, float[]> byContentHash) {
        public CodeVectorSet {
            byContentHash = Map.copyOf(byContentHash);
        }
    }

    /**
     * @param chunks passages stored
     * @param embedded passages that have a vector of the model
     */
    record Counts(int chunks, int embedded) {}
}
