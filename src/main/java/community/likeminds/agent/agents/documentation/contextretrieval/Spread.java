package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.vector.docs.Found;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps one long page from filling a list of results. */
final class Spread {

    private Spread() {}

    /** As few passages of each page as fill the list, in their order. */
    static List<Found.Passage> over(List<Found.Passage> ranked, int limit) {
        int perPage = 1;
        List<Found.Passage> taken = take(ranked, perPage, limit);
        while (taken.size() < Math.min(limit, ranked.size())) {
            taken = take(ranked, ++perPage, limit);
        }
        return taken;
    }

    private static List<Found.Passage> take(List<Found.Passage> ranked, int perPage, int limit) {
        Map<String, Integer> counts = new HashMap<>();
        List<Found.Passage> taken = new ArrayList<>();
        for (Found.Passage passage : ranked) {
            String page = passage.chunk().source() + "\u0000" + passage.chunk().page();
            if (taken.size() < limit && counts.merge(page, 1, Integer::sum) <= perPage) {
                taken.add(passage);
            }
        }
        return taken;
    }
}
