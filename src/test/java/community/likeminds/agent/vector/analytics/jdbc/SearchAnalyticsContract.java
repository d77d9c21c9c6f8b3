package community.likeminds.agent.vector.analytics.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.AnalyticsReport;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Day;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Gap;
import community.likeminds.agent.vector.analytics.AnalyticsReport.Latency;
import community.likeminds.agent.vector.analytics.AnalyticsReport.PageUse;
import community.likeminds.agent.vector.analytics.QuestionMeanings;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.Outcome;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import community.likeminds.agent.vector.analytics.SearchEvent.Purpose;
import community.likeminds.agent.vector.analytics.SearchEvent.Space;
import community.likeminds.agent.vector.analytics.jdbc.JdbcSearchAnalytics.Kept;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** What search analytics do on every relational store. */
abstract class SearchAnalyticsContract {

    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");
    private static final Instant NOW = Instant.parse("2030-05-04T10:00:00Z");
    private static final PageRef START = new PageRef("docs", "start.md");
    private static final PageRef CALLS = new PageRef("docs", "calls.md");

    @TempDir
    Path data;

    private final TestDatabase database;
    private AnnotationConfigApplicationContext context;
    private JdbcSearchAnalytics analytics;

    SearchAnalyticsContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void start() {
        context = StorageContext.start(data, database);
        analytics = analytics(true);
    }

    private JdbcSearchAnalytics analytics(boolean enabled) {
        return analytics(enabled, 2_000);
    }

    private JdbcSearchAnalytics analytics(boolean enabled, int events) {
        return new JdbcSearchAnalytics(
                context.getBean(JdbcTemplate.class), enabled, new Kept(Duration.ofDays(90), events), QuestionMeanings.NONE, Clock.fixed(NOW, ZoneOffset.UTC));
    }

    @AfterEach
    void stop() {
        analytics.close();
        context.close();
    }

    @Test
    void addsUpSearchesByDayPageAndOutcome() {
        for (int i = 1; i <= 100; i++) {
            analytics.record(ONE, event("s" + i, NOW.minus(Duration.ofDays(i % 2)), "start a session", i, Outcome.ANSWERED, START, CALLS));
        }
        analytics.record(ONE, event("u", NOW, "video calls", 5, Outcome.UNSURE, CALLS));
        analytics.record(ONE, event("n", NOW, "qwertz", 5, Outcome.NOTHING));
        analytics.record(OTHER, event("s1", NOW, "somebody else's", 5, Outcome.NOTHING));
        analytics.used(ONE, "s1", List.of(START));
        analytics.used(ONE, "s1", List.of(START));
        analytics.used(ONE, "s2", List.of(START, CALLS));
        analytics.used(ONE, "nobody", List.of(START));
        analytics.used(OTHER, "s3", List.of(START));

        AnalyticsReport report = analytics.report(ONE, NOW.minus(Duration.ofDays(30)), 10);
        assertThat(report.searches()).isEqualTo(102);
        assertThat(report.questions()).isZero();
        assertThat(report.unsure()).isEqualTo(1);
        assertThat(report.nothing()).isEqualTo(1);
        assertThat(report.latency()).isEqualTo(new Latency(49, 95, 99));
        assertThat(report.days())
                .containsExactly(
                        new Day(LocalDate.of(2030, 5, 3), 50, 0), new Day(LocalDate.of(2030, 5, 4), 52, 2));
        assertThat(report.pages()).containsExactly(new PageUse(START, 100, 2), new PageUse(CALLS, 101, 1));
        assertThat(report.gaps()).extracting(Gap::topic).containsExactly("qwertz", "video calls");
        assertThat(report.gaps().getLast().nearest()).containsExactly(CALLS);

        assertThat(analytics.report(ONE, NOW.minusSeconds(1), 1).searches()).isEqualTo(52);
        assertThat(analytics.report(ONE, NOW.minusSeconds(1), 1).gaps()).hasSize(1);
        assertThat(analytics.report(OTHER, NOW.minusSeconds(1), 10).searches()).isEqualTo(1);
    }

    @Test
    void pagesThatAnAnswerCitesWereUsed() {
        analytics.record(
                ONE,
                new SearchEvent("a", NOW, Space.DOCUMENTS, Purpose.ANSWER, "start", "react", 7, Outcome.ANSWERED, 0.9, List.of(START, CALLS),
                        List.of(CALLS)));
        AnalyticsReport report = analytics.report(ONE, NOW.minusSeconds(1), 10);
        assertThat(report.questions()).isEqualTo(1);
        assertThat(report.pages()).containsExactly(new PageUse(CALLS, 1, 1), new PageUse(START, 1, 0));
        assertThat(report.gaps()).isEmpty();
    }

    @Test
    void nothingIsKeptLongerThanWanted() {
        analytics.record(ONE, event("old", NOW.minus(Duration.ofDays(91)), "long ago", 5, Outcome.NOTHING));
        analytics.record(ONE, event("new", NOW, "today", 5, Outcome.NOTHING));
        assertThat(analytics.report(ONE, Instant.EPOCH, 10).gaps()).extracting(Gap::topic).containsExactly("today");
        assertThat(analytics.forget(ONE)).isEqualTo(1);
        assertThat(analytics.report(ONE, Instant.EPOCH, 10)).isEqualTo(emptyReport());
    }

    private static AnalyticsReport emptyReport() {
        return new AnalyticsReport(Instant.EPOCH, NOW, 0, 0, 0, 0, new Latency(0, 0, 0), List.of(), List.of(), List.of());
    }

    @Test
    void noMoreIsKeptOfATenantThanWanted() {
        analytics.close();
        analytics = analytics(true, 120);
        for (int i = 0; i < 150; i++) {
            analytics.record(ONE, event("s" + i, NOW.minusSeconds(i), "start", 1, Outcome.ANSWERED));
        }
        analytics.record(OTHER, event("old", NOW.minusSeconds(5_000), "start", 1, Outcome.ANSWERED));
        assertThat(analytics.report(ONE, NOW.minus(Duration.ofDays(9)), 5).searches()).isEqualTo(120);
        assertThat(analytics.report(ONE, NOW.minusSeconds(10), 5).searches()).describedAs("the newest stay").isEqualTo(11);
        assertThat(analytics.report(OTHER, NOW.minus(Duration.ofDays(9)), 5).searches()).isEqualTo(1);
    }

    @Test
    void secretsAreNotKept() {
        analytics.record(ONE, event("s", NOW, "why is api_key=abcd1234 refused for jo@example.com", 1, Outcome.NOTHING));
        assertThat(analytics.report(ONE, NOW, 5).gaps().getFirst().topic()).isEqualTo("why is api_key=[secret] refused for [address]");
    }

    @Test
    void tenantsSeeNothingOfEachOther() {
        analytics.record(ONE, event("same", NOW, "mine", 1, Outcome.NOTHING, START));
        analytics.record(OTHER, event("same", NOW, "yours", 1, Outcome.NOTHING, CALLS));
        analytics.used(OTHER, "same", List.of(CALLS));
        assertThat(analytics.report(ONE, NOW, 5).gaps()).singleElement().satisfies(gap -> {
            assertThat(gap.topic()).isEqualTo("mine");
            assertThat(gap.nearest()).containsExactly(START);
        });
        assertThat(analytics.report(ONE, NOW, 5).pages()).allMatch(page -> page.used() == 0);
        assertThat(analytics.report(OTHER, NOW, 5).pages()).singleElement().matches(page -> page.used() == 1);
        assertThat(analytics.forget(ONE)).isEqualTo(1);
        assertThat(analytics.report(OTHER, NOW, 5).searches()).isEqualTo(1);
    }

    @Test
    void nothingIsKeptWhenItIsSwitchedOff() {
        try (JdbcSearchAnalytics off = analytics(false)) {
            off.record(ONE, event("s", NOW, "anything", 5, Outcome.ANSWERED));
            assertThat(off.report(ONE, Instant.EPOCH, 10).searches()).isZero();
        }
    }

    @Test
    void closingWritesWhatWaits() {
        for (int i = 0; i < 1000; i++) {
            analytics.record(ONE, event("s" + i, NOW, "question " + i, 5, Outcome.ANSWERED));
        }
        analytics.close();
        try (JdbcSearchAnalytics next = analytics(true)) {
            assertThat(next.report(ONE, NOW, 1).searches()).isEqualTo(1000);
        }
    }

    @Test
    void aQuestionMayHoldAnyCharacter() {
        String odd = "how \u0000 do \ud83d I \ud83d\ude00".repeat(100);
        analytics.record(ONE, event("odd", NOW, odd, 5, Outcome.NOTHING));
        assertThat(analytics.report(ONE, NOW, 1).searches()).isEqualTo(1);
    }

    @Test
    void aStoreThatFailsDoesNotFailTheSearch() {
        analytics.record(ONE, event("twice", NOW, "one", 5, Outcome.ANSWERED));
        analytics.report(ONE, NOW, 1);
        analytics.record(ONE, event("twice", NOW, "other", 5, Outcome.ANSWERED));
        analytics.report(ONE, NOW, 1);
        analytics.record(ONE, event("third", NOW, "next", 5, Outcome.ANSWERED));
        assertThat(analytics.report(ONE, NOW, 1).searches()).isEqualTo(2);
    }

    private static SearchEvent event(
            String id, Instant at, String question, double millis, Outcome outcome, PageRef... shown) {
        return new SearchEvent(
                id, at, Space.DOCUMENTS, Purpose.SEARCH, question, "", millis, outcome, 0.5, List.of(shown), List.of());
    }
}
