package community.likeminds.agent.vector.core.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Passages of which no two say the same, as the pages of sister platforms do, each with those that were folded into it. */
final class Duplicates {

    /** Jaccard similarity of the vocabularies from which two passages are one. */
    private static final double SAME = 0.9;

    private final List<Candidate> kept = new ArrayList<>();
    /** By the number of the kept one. */
    private final Map<Integer, List<Candidate>> folded = new HashMap<>();

    private Duplicates() {}

    /** Best first, at most {@code limit}. */
    static Duplicates fold(List<Candidate> ranked, int limit) {
        Duplicates duplicates = new Duplicates();
        for (Candidate candidate : ranked) {
            if (duplicates.kept.size() >= limit) {
                break;
            }
            duplicates.add(candidate);
        }
        return duplicates;
    }

    /** Best first. */
    List<Candidate> kept() {
        return List.copyOf(kept);
    }

    /** What a kept one stands for besides itself. */
    List<Candidate> of(Candidate best) {
        return folded.getOrDefault(best.document(), List.of());
    }

    private void add(Candidate candidate) {
        for (Candidate better : kept) {
            if (same(better, candidate)) {
                folded.computeIfAbsent(better.document(), document -> new ArrayList<>()).add(candidate);
                return;
            }
        }
        kept.add(candidate);
    }

    private static boolean same(Candidate one, Candidate other) {
        return one.vocabulary().resembles(other.vocabulary(), SAME);
    }
}
