package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.vector.docs.Found;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the documents have on a question.
 *
 * @param passages best first
 * @param confidence how sure it is that they cover the question, 0 to 1
 * @param vector unit-length vector of the question, not to be changed, or null when there was no model to make it
 * @param notices what else is to be known about the passages
 */
public record Context(List<Found.Passage> passages, double confidence, float @Nullable [] vector, List<String> notices) {

    /**
     * Four of a hundred answerable questions, most in words that the documents do not use, lie below, and six of ten that share their subject only. A wrong
     * refusal is dearer than a quotation that the person can judge, so this is below even chances.
     */
    private static final double SURE_ENOUGH = 0.15;

    public Context {
        passages = List.copyOf(passages);
        notices = List.copyOf(notices);
    }

    /** Whether a confidence is enough. */
    public static boolean sure(double confidence) {
        return confidence >= SURE_ENOUGH;
    }

    /** Whether the passages answer the question rather than merely being the nearest. */
    public boolean covered() {
        return !passages.isEmpty() && sure(confidence);
    }
}
