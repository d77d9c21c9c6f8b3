package community.likeminds.agent.fakes;

import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.AnalyticsReport;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Day;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Gap;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Latency;
import community.likeminds.agent.vector.analytics.AnalyticsReport.PageUse;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Knows one report and remembers what it was told. */
public final class FakeSearchAnalytics implements SearchAnalytics {

    public final List<Object> calls = new ArrayList<>();
    public int searches = 4;

    @Override
    public void record(TenantId tenant, SearchEvent event) {
        calls.add(event);
    }

    @Override
    public void used(TenantId tenant, String search, Collection<PageRef> pages) {
        calls.add(search + " " + pages);
    }

    @Override
    public AnalyticsReport report(TenantId tenant, Instant since, int most) {
        Instant last = Instant.parse("2030-05-04T10:00:00Z");
        PageRef page = new PageRef("docs", "a.md");
        return new AnalyticsReport(
                last.minusSeconds(60),
                last,
                searches,
                1,
                2,
                1,
                new Latency(9, 20, 30),
                List.of(new Day(LocalDate.of(2030, 5, 4), searches, 3)),
                List.of(new PageUse(page, 3, 1)),
                List.of(new Gap("Video calls?", 2, List.of("Video calls?", "video call"), List.of("react"), List.of(page), last)));
    }

    @Override
    public int forget(TenantId tenant) {
        calls.add("forget");
        return searches;
    }
}
