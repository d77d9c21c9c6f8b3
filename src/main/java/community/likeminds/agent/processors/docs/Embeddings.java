package community.likeminds.agent.processors.docs;

import java.util.List;

/** Makes vectors of texts. Thread-safe; a result does not depend on what else is embedded at the same time. */
public interface Embeddings {

    /** Name and version of the model; vectors of different models must never be compared. */
    String model();

    /** Length of every vector. */
    int dimensions();

    /** Number of tokens that the model's own tokenizer makes of a text, special tokens not counted. */
    int tokens(String text);

    /** Most tokens that the model reads; what follows is not seen by it. */
    int maxTokens();

    /** A unit-length vector of a passage. */
    float[] embedPassage(String text);

    /** Unit-length vectors of passages, in their order; uses the machine's cores. */
    List<float[]> embedPassages(List<String> texts);

    /** A unit-length vector of a question; some models want questions marked as such. */
    float[] embedQuery(String text);

    /** Vectors of passages, and what they cost. */
    default Embedded embedAndCount(List<String> texts) {
        return new Embedded(embedPassages(texts), 0);
    }

    /** How many passages are best handed over at once; as many may be embedded again when their process is killed. */
    default int batch() {
        return 64;
    }

    /** Whether another process makes the vectors, which may be slow or down. */
    default boolean remote() {
        return false;
    }

    /** Whether somebody is paid for every token. */
    default boolean billed() {
        return false;
    }

    /** In USD, or 0 when it costs nothing or is not known. */
    default double pricePerMillionTokens() {
        return 0;
    }

    /**
     * @param vectors of unit length, in the order of the texts
     * @param billedTokens what the provider counted, 0 when it does not count
     */
    record Embedded(List<float[]> vectors, long billedTokens) {}
}
