package community.likeminds.agent.vector.core.query;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps one long page from filling a list of results. */
final class Spread {

    private Spread() {}

    /** As few candidates of each page as fill the list, in their order. */
    static List<Candidate> over(List<Candidate> ranked, int limit) {
        int perPage = 1;
        List<Candidate> taken = take(ranked, perPage, limit);
        while (taken.size() < Math.min(limit, ranked.size())) {
            taken = take(ranked, ++perPage, limit);
        }
        return taken;
    }

    private static List<Candidate> take(List<Candidate> ranked, int perPage, int limit) {
        Map<String, Integer> counts = new HashMap<>();
        List<Candidate> taken = new ArrayList<>();
        for (Candidate candidate : ranked) {
            if (taken.size() < limit && counts.merge(candidate.page(), 1, Integer::sum) <= perPage) {
                taken.add(candidate);
            }
        }
        return taken;
    }
}
