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
}
