package community.likeminds.agent.vector.analytics;

import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * What the searches of some time tell.
 *
 * @param since events from then on
 * @param until when the report was made
 * @param searches how many there were, questions included
 * @param questions how many of them were questions to be answered
 * @param unsure those that found hardly what was asked for
 * @param nothing those that found nothing
 * @param latency how long they took
 * @param days searches of every day (UTC) that had some, oldest first
 * @param pages those shown most, most used first
 * @param gaps what was asked and not answered, asked most first
 */
public record AnalyticsReport(
        Instant since,
        Instant until,
        int searches,
        int questions,
        int unsure,
        int nothing,
        Latency latency,
        List<Day> days,
        List<PageUse> pages,
        List<Gap> gaps) {

    public AnalyticsReport {
        days = List.copyOf(days);
        pages = List.copyOf(pages);
        gaps = List.copyOf(gaps);
    }

    /** Percentiles in milliseconds; 0 when there was no search. */
    public record Latency(double p50, double p95, double p99) {}

    /**
     * @param date in UTC
     * @param searches on that day
     * @param unanswered of them
     */
    public record Day(LocalDate date, int searches, int unanswered) {}

    /**
     * @param page which one
     * @param shown searches that showed it
     * @param used searches of which it was used
     */
    public record PageUse(PageRef page, int shown, int used) {}

    /**
     * A topic that people asked about and that the documentation does not answer.
     *
     * @param topic the question that stands for the others
     * @param times how often it was asked
     * @param questions different ways in which it was asked, at most five
     * @param platforms that it was asked for
     * @param nearest pages that were shown most, at most three
     * @param last when it was asked last
     */
    public record Gap(
            String topic, int times, List<String> questions, List<String> platforms, List<PageRef> nearest, Instant last) {

        public Gap {
            questions = List.copyOf(questions);
            platforms = List.copyOf(platforms);
            nearest = List.copyOf(nearest);
        }
    }
}
