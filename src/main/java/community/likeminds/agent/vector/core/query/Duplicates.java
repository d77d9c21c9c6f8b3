package community.likeminds.agent.vector.core.query;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Folds passages that say the same, as the pages of sister platforms do, into the best of them. */
final class Duplicates {

    /** Jaccard similarity of the vocabularies from which two passages are one. */
    private static final double SAME = 0.9;

    private Duplicates() {}

    /** @param ranked best first */
    static List<Candidate> fold(List<Candidate> ranked, int limit) {
        List<Candidate> kept = new ArrayList<>();
        for (Candidate candidate : ranked) {
            if (kept.size() >= limit) {
                break;
            }
            if (kept.stream().noneMatch(better -> same(better, candidate))) {
                kept.add(candidate);
            }
        }
        return kept;
    }

    private static boolean same(Candidate one, Candidate other) {
        Set<String> a = one.vocabulary();
        Set<String> b = other.vocabulary();
        if (Math.min(a.size(), b.size()) < SAME * Math.max(a.size(), b.size())) {
            return false;
        }
        Set<String> both = new HashSet<>(a);
        both.retainAll(b);
        return both.size() >= SAME * (a.size() + b.size() - both.size());
    }
}
