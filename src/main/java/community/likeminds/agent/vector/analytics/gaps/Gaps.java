package community.likeminds.agent.vector.analytics.gaps;

import community.likeminds.agent.vector.analytics.AnalyticsReport.Gap;
import community.likeminds.agent.vector.analytics.SearchEvent;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Groups unanswered questions that are about the same: those that share most of their telling words, where rare words weigh more. A question
 * joins the group that it is nearest to, and opens one of its own when none is near (leader clustering).
 */
public final class Gaps {

    /** Share of the words' weight that two questions must have in common. */
    private static final double SAME_TOPIC = 0.5;

    private final Map<String, Integer> frequency = new HashMap<>();
    private int questions;
    private final List<Topic> topics = new ArrayList<>();

    private Gaps() {}

    /**
     * @param unanswered events in any order
     * @param most most gaps
     */
    public static List<Gap> of(List<SearchEvent> unanswered, int most) {
        Gaps gaps = new Gaps();
        List<SearchEvent> ordered = unanswered.stream()
                .sorted(Comparator.comparing(SearchEvent::at).thenComparing(SearchEvent::id))
                .toList();
        List<Set<String>> words =
                ordered.stream().map(event -> QuestionWords.of(event.question())).toList();
        words.forEach(one -> one.forEach(word -> gaps.frequency.merge(word, 1, Integer::sum)));
        gaps.questions = words.size();
        for (int i = 0; i < ordered.size(); i++) {
            gaps.add(ordered.get(i), words.get(i));
        }
        return gaps.topics.stream()
                .sorted(Comparator.comparingInt(Topic::times).reversed().thenComparing(Topic::last, Comparator.reverseOrder()))
                .limit(most)
                .map(Topic::gap)
                .toList();
    }

    private void add(SearchEvent event, Set<String> words) {
        Topic nearest = null;
        double best = 0;
        for (Topic topic : topics) {
            double likeness = likeness(words, topic.words());
            if (likeness > best) {
                best = likeness;
                nearest = topic;
            }
        }
        if (nearest == null || best < SAME_TOPIC) {
            nearest = new Topic(words);
            topics.add(nearest);
        }
        nearest.add(event);
    }

    /** Weighted Jaccard similarity, 0 to 1. */
    private double likeness(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 1;
        }
        double shared = 0;
        double all = 0;
        for (String word : one) {
            double weight = weight(word);
            all += weight;
            if (other.contains(word)) {
                shared += weight;
            }
        }
        for (String word : other) {
            if (!one.contains(word)) {
                all += weight(word);
            }
        }
        return all == 0 ? 0 : shared / all;
    }

    /** Words that most questions have weigh least. */
    private double weight(String word) {
        return Math.log(1 + (double) questions / frequency.getOrDefault(word, 1));
    }
}
