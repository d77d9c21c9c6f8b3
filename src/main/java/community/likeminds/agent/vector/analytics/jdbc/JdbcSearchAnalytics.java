package community.likeminds.agent.vector.analytics.jdbc;

import community.likeminds.agent.shared.Redaction;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.analytics.AnalyticsReport;
import community.likeminds.agent.vector.analytics.QuestionMeanings;
import community.likeminds.agent.vector.analytics.SearchAnalytics;
import community.likeminds.agent.vector.analytics.SearchEvent;
import community.likeminds.agent.vector.analytics.SearchEvent.PageRef;
import community.likeminds.agent.vector.analytics.jdbc.EventBuffer.Waiting;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@link SearchAnalytics} on plain SQL. What is older than the time it is kept for is deleted as new events come. */
@Component
class JdbcSearchAnalytics implements SearchAnalytics, AutoCloseable {

    private static final String INSERT = "insert into search_events (tenant, id, at, space, purpose, question, platform, millis, outcome,"
            + " confidence, shown, used) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)";
    private static final Duration CLEANING = Duration.ofHours(1);

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final JsonMapper json = JsonMapper.builder().build();
    private final Clock clock;
    private final boolean enabled;
    private final Kept kept;
    private final QuestionMeanings meanings;
    private final EventBuffer buffer = new EventBuffer(this::write);
    private Instant cleaned = Instant.EPOCH;

    /**
     * @param enabled {@code likeminds.analytics.enabled}
     * @param days {@code likeminds.analytics.keep-days}
     * @param events {@code likeminds.analytics.keep-events}: most of a tenant
     */
    @Autowired
    JdbcSearchAnalytics(
            JdbcTemplate batches,
            @Value("${likeminds.analytics.enabled:true}") boolean enabled,
            @Value("${likeminds.analytics.keep-days:90}") int days,
            @Value("${likeminds.analytics.keep-events:200000}") int events,
            ObjectProvider<QuestionMeanings> meanings) {
        this(batches, enabled, new Kept(Duration.ofDays(days), Math.max(1, events)), meanings.getIfAvailable(() -> QuestionMeanings.NONE), Clock.systemUTC());
    }

    /**
     * How much is kept.
     *
     * @param time for which an event is kept
     * @param events most of a tenant
     */
    record Kept(Duration time, int events) {}

    JdbcSearchAnalytics(JdbcTemplate batches, boolean enabled, Kept kept, QuestionMeanings meanings, Clock clock) {
        this.meanings = meanings;
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.enabled = enabled;
        this.kept = kept;
        this.clock = clock;
    }

    @Override
    public void record(TenantId tenant, SearchEvent event) {
        if (enabled) {
            buffer.offer(tenant, event.asking(Redaction.of(event.question())));
        }
    }

    private void write(List<Waiting> events) {
        List<Object[]> rows = events.stream()
                .map(waiting -> row(waiting.tenant(), Objects.requireNonNull(waiting.event())))
                .toList();
        batches.batchUpdate(INSERT, rows);
        Instant now = clock.instant();
        if (now.isAfter(cleaned.plus(CLEANING))) {
            cleaned = now;
            clean(now);
        }
    }

    private void clean(Instant now) {
        jdbc.sql("delete from search_events where at < ?").params(sql(now.minus(kept.time()))).update();
        List<String> many = jdbc.sql("select tenant from search_events group by tenant having count(*) > ?")
                .params(kept.events())
                .query(String.class)
                .list();
        for (String tenant : many) {
            jdbc.sql("select at from search_events where tenant = ? order by at desc offset ? rows fetch next 1 rows only")
                    .params(tenant, kept.events() - 1)
                    .query(OffsetDateTime.class)
                    .optional()
                    .ifPresent(oldest -> jdbc.sql("delete from search_events where tenant = ? and at < ?").params(tenant, oldest).update());
        }
    }

    private Object[] row(TenantId tenant, SearchEvent event) {
        return new Object[] {
            tenant.value(),
            event.id(),
            sql(event.at()),
            event.space().name(),
            event.purpose().name(),
            text(event.question()),
            text(event.platform()),
            event.millis(),
            event.outcome().name(),
            event.confidence(),
            json.writeValueAsString(event.shown()),
            json.writeValueAsString(event.used())
        };
    }

    /** PostgreSQL keeps any character but one. */
    private static String text(String value) {
        return value.replace('\u0000', ' ');
    }

    @Override
    public void used(TenantId tenant, String search, Collection<PageRef> pages) {
        buffer.flush();
        Optional<String> before = jdbc.sql("select used from search_events where tenant = ? and id = ?")
                .params(tenant.value(), search)
                .query(String.class)
                .optional();
        if (before.isPresent()) {
            Set<PageRef> all = new LinkedHashSet<>(pages(before.get()));
            all.addAll(pages);
            jdbc.sql("update search_events set used = ? where tenant = ? and id = ?")
                    .params(json.writeValueAsString(all), tenant.value(), search)
                    .update();
        }
    }

    @Override
    public AnalyticsReport report(TenantId tenant, Instant since, int most) {
        buffer.flush();
        clean(clock.instant());
        Tally tally = new Tally();
        jdbc.sql("select * from search_events where tenant = ? and at >= ? order by at, id")
                .params(tenant.value(), sql(since))
                .query((RowCallbackHandler) row -> tally.add(event(row)));
        return tally.report(since, clock.instant(), most, meanings);
    }

    @Override
    public int forget(TenantId tenant) {
        buffer.flush();
        return jdbc.sql("delete from search_events where tenant = ?").params(tenant.value()).update();
    }

    private SearchEvent event(ResultSet row) throws SQLException {
        return new SearchEvent(
                row.getString("id"),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                SearchEvent.Space.valueOf(row.getString("space")),
                SearchEvent.Purpose.valueOf(row.getString("purpose")),
                row.getString("question"),
                row.getString("platform"),
                row.getDouble("millis"),
                SearchEvent.Outcome.valueOf(row.getString("outcome")),
                row.getDouble("confidence"),
                pages(row.getString("shown")),
                pages(row.getString("used")));
    }

    private List<PageRef> pages(String text) {
        return new ArrayList<>(List.of(json.readValue(text, PageRef[].class)));
    }

    private static OffsetDateTime sql(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }

    @Override
    public void close() {
        buffer.close();
    }
}
