package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.vector.core.Explanation;
import community.likeminds.agent.vector.core.Explanation.Part;
import community.likeminds.agent.vector.core.Reranker;
import community.likeminds.agent.vector.docs.Found;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Puts passages into the order of a reranker's judgement and their own scores; into their plain order while it cannot be asked. */
@Component
class Reranking {

    static final String NOTICE = "The reranker cannot be reached, so this is in the order of words and meaning alone.";

    private static final Logger LOG = LoggerFactory.getLogger(Reranking.class);

    private final Reranker reranker;

    Reranking(Reranker reranker) {
        this.reranker = reranker;
    }

    /** How many passages are worth finding when some are wanted. */
    int depth(int wanted) {
        return Math.max(wanted, reranker.depth());
    }

    /**
     * @param passages best first
     * @param failed whether there is a reranker that could not be asked
     */
    record Order(List<Found.Passage> passages, boolean failed) {
        Order {
            passages = List.copyOf(passages);
        }
    }

    /** @param wanted most passages */
    Order of(String question, List<Found.Passage> found, int wanted) {
        if (reranker.depth() == 0 || found.isEmpty()) {
            return new Order(found.stream().limit(wanted).toList(), false);
        }
        List<Found.Passage> judged = found.subList(0, Math.min(reranker.depth(), found.size()));
        List<Double> relevance;
        try {
            relevance = reranker.relevance(question, judged.stream().map(passage -> passage.chunk().embedded()).toList());
        } catch (AgentException failure) {
            LOG.warn("{} {}", failure.fact(), failure.remedy());
            return new Order(found.stream().limit(wanted).map(passage -> explained(passage, failure.fact())).toList(), true);
        }
        List<Found.Passage> order = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            order.add(scored(found.get(i), i < relevance.size() ? relevance.get(i) : 0));
        }
        order.sort(Comparator.comparingDouble(Found.Passage::score).reversed());
        return new Order(order.stream().limit(wanted).toList(), false);
    }

    private Found.Passage scored(Found.Passage passage, double relevance) {
        double weight = reranker.weight();
        return with(passage, (1 - weight) * passage.score() + weight * relevance, explanation(passage.explanation(), weight, relevance));
    }

    private static Found.Passage explained(Found.Passage passage, String reason) {
        Explanation found = passage.explanation();
        return found == null ? passage : with(passage, passage.score(), with(found, found.parts(), reason));
    }

    private static @Nullable Explanation explanation(@Nullable Explanation found, double weight, double relevance) {
        if (found == null) {
            return null;
        }
        List<Part> parts = new ArrayList<>(found.parts().stream().map(part -> new Part(part.name(), (1 - weight) * part.value())).toList());
        parts.add(new Part("reranker", weight * relevance));
        return with(found, parts, "The reranker's judgement counts " + Math.round(100 * weight) + " %.");
    }

    private static Explanation with(Explanation found, List<Part> parts, String reason) {
        List<String> reasons = new ArrayList<>(found.reasons());
        reasons.add(reason);
        return new Explanation(
                parts,
                found.terms(),
                found.words(),
                found.wordsNormalised(),
                found.cosine(),
                found.cosineNormalised(),
                found.weight(),
                reasons,
                found.folded());
    }

    private static Found.Passage with(Found.Passage passage, double score, @Nullable Explanation explanation) {
        return new Found.Passage(
                passage.chunk(), Math.clamp(score, 0, 1), passage.words(), passage.cosine(), passage.coverage(), passage.vector(), explanation);
    }
}
