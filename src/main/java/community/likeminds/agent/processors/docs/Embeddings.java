package community.likeminds.agent.processors.docs;

import community.likeminds.agent.shared.Remote;
import java.util.List;

/** Makes vectors of texts. Thread-safe; a result does not depend on what else is embedded at the same time. */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true)
public interface Embeddings {

    /** Name and version of the model; vectors of different models must never be compared. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    String model();

    /** Length of every vector. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    int dimensions();

    /** Number of tokens that the model's own tokenizer makes of a text, special tokens not counted. */
    @Remote(repeatable = true)
    int tokens(String text);

    /** Number of tokens of several texts together, as {@link #tokens} counts them, in one call. */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    default long totalTokens(List<String> texts) {
        return texts.stream().mapToLong(this::tokens).sum();
    }

    /** Most tokens that the model reads; what follows is not seen by it. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    int maxTokens();

    /** A unit-length vector of a passage. */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    float[] embedPassage(String text);

    /** Unit-length vectors of passages, in their order; uses the machine's cores. */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    List<float[]> embedPassages(List<String> texts);

    /** A unit-length vector of a question; some models want questions marked as such. */
    @Remote(limit = Remote.Limit.SEARCH, repeatable = true, bulk = true)
    float[] embedQuery(String text);

    /** Vectors of passages, and what they cost. */
    @Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
    default Embedded embedAndCount(List<String> texts) {
        return new Embedded(embedPassages(texts), 0);
    }

    /** How many passages are best handed over at once; as many may be embedded again when their process is killed. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    default int batch() {
        return 64;
    }

    /** Whether another process makes the vectors, which may be slow or down. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    default boolean remote() {
        return false;
    }

    /** Whether somebody is paid for every token. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    default boolean billed() {
        return false;
    }

    /** In USD, or 0 when it costs nothing or is not known. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    default double pricePerMillionTokens() {
        return 0;
    }

    /**
     * @param vectors of unit length, in the order of the texts
     * @param billedTokens what the provider counted, 0 when it does not count
     */
    record Embedded(List<float[]> vectors, long billedTokens) {}
}
