package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.vector.docs.Found;

/** How sure it is that passages cover a question. */
final class Confidence {

    private Confidence() {}

    static double of(Found found) {
        double best = 0;
        for (Found.Passage passage : found.passages().subList(0, Math.min(5, found.passages().size()))) {
            double meaning = Double.isNaN(passage.cosine()) ? passage.coverage() : (passage.cosine() - 0.5) / 0.4;
            best = Math.max(best, 0.5 * Math.clamp(meaning, 0, 1) + 0.5 * passage.coverage());
        }
        return best;
    }
}
