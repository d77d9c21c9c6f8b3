package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.Remote;
import java.util.List;

/** Judges how well texts answer a query by reading both together, which is dearer and often better than comparing vectors. Thread-safe. */
@Remote(limit = Remote.Limit.SEARCH, repeatable = true)
public interface Reranker {

    /** How many of the best matches are worth judging; 0 when there is no reranker. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    int depth();

    /** Share of its judgement in the score, 0 to 1. */
    @Remote(repeatable = true, rememberedSeconds = 5)
    double weight();

    /**
     * Relevance of each text to the query, 0 to 1, in the order of the texts.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code rerank-…} when it cannot be told in time
     */
    List<Double> relevance(String query, List<String> texts);

    /** There is no reranker. */
    Reranker NONE = new Reranker() {
        @Override
        public int depth() {
            return 0;
        }

        @Override
        public double weight() {
            return 0;
        }

        @Override
        public List<Double> relevance(String query, List<String> texts) {
            throw new IllegalStateException("There is no reranker.");
        }
    };
}
