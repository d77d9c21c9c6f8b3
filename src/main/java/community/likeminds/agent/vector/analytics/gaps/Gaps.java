package community.likeminds.agent.vector.analytics.gaps;

import community.likeminds.agent.vector.analytics.AnalyticsReport.Gap;
import community.likeminds.agent.vector.analytics.QuestionMeanings;
import community.likeminds.agent.vector.analytics.SearchEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Groups unanswered questions that are about the same: those that share telling words, where rare words weigh more, or that mean alike. Groups are joined
 * as long as their questions are alike on average, so the order in which they were asked does not matter.
 */
public final class Gaps {

    /** More different questions than this are not compared; those asked least stand for themselves. */
    private static final int COMPARED = 800;

    private Gaps() {}

    /** Grouped by their words alone. */
    public static List<Gap> of(List<SearchEvent> unanswered, int most) {
        return of(unanswered, most, QuestionMeanings.NONE);
    }

    /**
     * @param unanswered events in any order
     * @param most most gaps
     */
    public static List<Gap> of(List<SearchEvent> unanswered, int most, QuestionMeanings meanings) {
        Map<String, List<SearchEvent>> distinct = new LinkedHashMap<>();
        unanswered.stream()
                .sorted(Comparator.comparing(SearchEvent::at).thenComparing(SearchEvent::id))
                .forEach(event -> distinct.computeIfAbsent(spelt(event.question()), text -> new ArrayList<>()).add(event));
        List<Map.Entry<String, List<SearchEvent>>> ordered = distinct.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, List<SearchEvent>> one) -> -one.getValue().size())
                        .thenComparing(one -> one.getValue().getLast().at(), Comparator.reverseOrder()))
                .toList();
        List<String> compared = ordered.stream().limit(COMPARED).map(Map.Entry::getKey).toList();
        List<Topic> topics = new ArrayList<>();
        for (List<Integer> group : Grouping.of(Likeness.of(compared, meanings))) {
            Topic topic = new Topic();
            group.forEach(number -> ordered.get(number).getValue().forEach(topic::add));
            topics.add(topic);
        }
        ordered.stream().skip(COMPARED).forEach(one -> {
            Topic topic = new Topic();
            one.getValue().forEach(topic::add);
            topics.add(topic);
        });
        return topics.stream()
                .sorted(Comparator.comparingInt(Topic::times).reversed().thenComparing(Topic::last, Comparator.reverseOrder()))
                .limit(most)
                .map(Topic::gap)
                .toList();
    }

    private static String spelt(String question) {
        return question.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
