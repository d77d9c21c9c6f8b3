package community.likeminds.agent.vector.analytics.gaps;

import community.likeminds.agent.vector.analytics.AnalyticsReport.Gap;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Questions that are about the same. */
final class Topic {

    private static final int QUESTIONS = 5;
    private static final int NEAREST = 3;

    private final Map<String, Integer> asked = new LinkedHashMap<>();
    private final Map<PageRef, Integer> shown = new LinkedHashMap<>();
    private final Set<String> platforms = new TreeSet<>();
    private Instant last = Instant.EPOCH;
    private int times;

    int times() {
        return times;
    }

    Instant last() {
        return last;
    }

    void add(SearchEvent event) {
        times++;
        asked.merge(event.question().strip(), 1, Integer::sum);
        if (!event.platform().isEmpty()) {
            platforms.add(event.platform());
        }
        event.shown().stream().limit(NEAREST).forEach(page -> shown.merge(page, 1, Integer::sum));
        if (event.at().isAfter(last)) {
            last = event.at();
        }
    }

    Gap gap() {
        List<String> questions = most(asked, QUESTIONS);
        return new Gap(questions.getFirst(), times, questions, List.copyOf(platforms), most(shown, NEAREST), last);
    }

    private static <K> List<K> most(Map<K, Integer> counts, int limit) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<K, Integer>comparingByValue().reversed())
                .limit(limit)
                .map(Map.Entry::getKey)
                .toList();
    }
}
