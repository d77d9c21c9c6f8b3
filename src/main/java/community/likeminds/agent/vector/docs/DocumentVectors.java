package community.likeminds.agent.vector.docs;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.OpenSnapshot;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Stores passages of documentation and finds them by words, filters and vectors. Every change is complete and durable when the
 * call returns, and visible to the next search, in this process and in others. Thread-safe.
 */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true)
public interface DocumentVectors {

    /**
     * Puts pages in the place of what is stored under their paths. Passages can be found by words at once, and by meaning when
     * their vector is known.
     *
     * @param known vectors by {@link Chunk#contentHash()}; those of other chunks are ignored
     */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    void replace(TenantId tenant, String source, List<PageChunks> pages, VectorSet known);

    /** Forgets pages of a source; unknown paths are ignored. */
    void deletePages(TenantId tenant, String source, Collection<String> paths);

    /** Forgets a source; an unknown one is ignored. */
    void deleteSource(TenantId tenant, String source);

    /** Gives passages their vectors. Hashes that no passage of the source has are ignored. */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    void putVectors(TenantId tenant, String source, VectorSet vectors);

    /** Passages of a source without a vector of the model: the text to embed by content hash, in the order of storing. */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    Map<String, String> missing(TenantId tenant, String source, String model);

    Counts counts(TenantId tenant, String source, String model);

    /**
     * Platforms that passages are for, each with the number of them; passages for none count under an empty name.
     *
     * @param source only this source, or empty for all
     */
    Map<String, Integer> platforms(TenantId tenant, String source);

    /** The passages of a page in its order; none when it is unknown. */
    List<Chunk> page(TenantId tenant, String source, String path);

    /**
     * The passages that fit best, best first, at most {@link VectorQuery#limit()}; near-identical ones are folded into the best of
     * them.
     */
    @Remote(limit = Remote.Limit.SEARCH, repeatable = true, bulk = true)
    Found search(VectorQuery query);

    /**
     * Writes sources with their vectors into a file, whole or not at all.
     *
     * @param attachments texts that belong to them, by name
     * @throws community.likeminds.agent.shared.AgentException {@code snapshot-…}
     */
    @Remote(limit = Remote.Limit.INGESTION)
    Counts save(TenantId tenant, List<String> sources, Map<String, String> attachments, Path file, Progress progress);

    /**
     * Opens such a file after looking at all of it; nothing is changed by that.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code snapshot-…} when it is damaged or newer than this program
     */
    OpenSnapshot open(Path file, Progress progress);

    /**
     * The chunks of one page.
     *
     * @param path below the source's root
     * @param chunks in the order of the page
     */
    record PageChunks(String path, List<Chunk> chunks) {
        public PageChunks {
            chunks = List.copyOf(chunks);
        }
    }

    /**
     * Unit-length vectors of one model.
     *
     * @param model {@link community.likeminds.agent.processors.docs.Embeddings#model()}
     * @param byContentHash vectors by {@link Chunk#contentHash()}
     */
    record VectorSet(String model, Map<String, float[]> byContentHash) {
        public VectorSet {
            byContentHash = Map.copyOf(byContentHash);
        }

        public static VectorSet none(String model) {
            return new VectorSet(model, Map.of());
        }
    }

    /**
     * @param chunks passages stored
     * @param embedded passages that have a vector of the model
     */
    record Counts(int chunks, int embedded) {}
}
