package community.likeminds.agent.vector.analytics.jdbc;

import community.likeminds.agent.vector.analytics.AnalyticsReport;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Day;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Latency;
import community.likeminds.agent.vector.analytics.AnalyticsReport.PageUse;
import community.likeminds.agent.vector.analytics.QuestionMeanings;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.Outcome;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import community.likeminds.agent.vector.analytics.SearchEvent.Purpose;
import community.likeminds.agent.vector.analytics.gaps.Gaps;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Adds events up. */
final class Tally {

    private final List<Double> millis = new ArrayList<>();
    private final Map<LocalDate, int[]> days = new TreeMap<>();
    private final Map<PageRef, int[]> pages = new LinkedHashMap<>();
    private final Map<Outcome, Integer> outcomes = new HashMap<>();
    private final List<SearchEvent> unanswered = new ArrayList<>();
    private int questions;

    void add(SearchEvent event) {
        boolean open = event.outcome() != Outcome.ANSWERED;
        millis.add(event.millis());
        outcomes.merge(event.outcome(), 1, Integer::sum);
        questions += event.purpose() == Purpose.ANSWER ? 1 : 0;
        int[] day = days.computeIfAbsent(LocalDate.ofInstant(event.at(), ZoneOffset.UTC), date -> new int[2]);
        day[0]++;
        day[1] += open ? 1 : 0;
        new LinkedHashSet<>(event.shown()).forEach(page -> pages.computeIfAbsent(page, key -> new int[2])[0]++);
        event.used().forEach(page -> pages.computeIfAbsent(page, key -> new int[2])[1]++);
        if (open) {
            unanswered.add(event);
        }
    }

    AnalyticsReport report(Instant since, Instant until, int most, QuestionMeanings meanings) {
        return new AnalyticsReport(
                since,
                until,
                millis.size(),
                questions,
                outcomes.getOrDefault(Outcome.UNSURE, 0),
                outcomes.getOrDefault(Outcome.NOTHING, 0),
                latency(),
                days.entrySet().stream()
                        .map(day -> new Day(day.getKey(), day.getValue()[0], day.getValue()[1]))
                        .toList(),
                pages.entrySet().stream()
                        .map(page -> new PageUse(page.getKey(), page.getValue()[0], page.getValue()[1]))
                        .sorted(Comparator.comparingInt(PageUse::used).thenComparingInt(PageUse::shown).reversed())
                        .limit(most)
                        .toList(),
                Gaps.of(unanswered, most, meanings));
    }

    private Latency latency() {
        List<Double> sorted = millis.stream().sorted().toList();
        return new Latency(percentile(sorted, 0.5), percentile(sorted, 0.95), percentile(sorted, 0.99));
    }

    /** Nearest rank. */
    private static double percentile(List<Double> sorted, double share) {
        return sorted.isEmpty() ? 0 : sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
}
