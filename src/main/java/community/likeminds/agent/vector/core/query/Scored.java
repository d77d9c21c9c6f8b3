package community.likeminds.agent.vector.core.query;

import java.util.Comparator;

/** A candidate and the score that it has. */
record Scored(Candidate candidate, Score score) {

    /** By score; what scores the same keeps the order of the index, whichever thread asked. */
    static final Comparator<Scored> BEST_FIRST = Comparator.comparingDouble((Scored one) -> -one.total())
            .thenComparing(one -> one.candidate().page())
            .thenComparingInt(one -> one.candidate().number());

    double total() {
        return score.total();
    }
}
