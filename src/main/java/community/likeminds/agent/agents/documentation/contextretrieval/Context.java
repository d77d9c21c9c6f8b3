package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.vector.docs.Found;
import java.util.List;

/**
 * What the documents have on a question.
 *
 * @param passages best first
 * @param confidence how sure it is that they cover the question, 0 to 1
 */
public record Context(List<Found.Passage> passages, double confidence) {

    /** {@link Confidence} is calibrated to even chances here, on questions over the documentation of several SDKs. */
    private static final double SURE_ENOUGH = 0.5;

    public Context {
        passages = List.copyOf(passages);
    }

    /** Whether the passages answer the question rather than merely being the nearest. */
    public boolean covered() {
        return !passages.isEmpty() && confidence >= SURE_ENOUGH;
    }
}
