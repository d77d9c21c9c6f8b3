package community.likeminds.agent.vector.core.query;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Passages of which no two say the same, as the pages of sister platforms do, each with those that were folded into it. */
final class Duplicates {

    /** Jaccard similarity of the vocabularies from which two passages are one. */
    private static final double SAME = 0.9;

    private final Map<Candidate, List<Candidate>> folded = new LinkedHashMap<>();

    private Duplicates() {}

    /** @param ranked best first */
    static Duplicates fold(List<Candidate> ranked, int limit) {
        Duplicates duplicates = new Duplicates();
        for (Candidate candidate : ranked) {
            if (duplicates.folded.size() >= limit) {
                break;
            }
            duplicates.add(candidate);
        }
        return duplicates;
    }

    /** Best first. */
    List<Candidate> kept() {
        return List.copyOf(folded.keySet());
    }

    /** What a kept one stands for besides itself. */
    List<Candidate> of(Candidate kept) {
        return folded.getOrDefault(kept, List.of());
    }

    private void add(Candidate candidate) {
        for (Map.Entry<Candidate, List<Candidate>> better : folded.entrySet()) {
            if (same(better.getKey(), candidate)) {
                better.getValue().add(candidate);
                return;
            }
        }
        folded.put(candidate, new ArrayList<>());
    }

    private static boolean same(Candidate one, Candidate other) {
        return one.vocabulary().resembles(other.vocabulary(), SAME);
    }
}
