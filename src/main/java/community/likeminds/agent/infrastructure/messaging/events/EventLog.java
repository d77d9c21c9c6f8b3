package community.likeminds.agent.infrastructure.messaging.events;

import community.likeminds.agent.infrastructure.messaging.Event;
import community.likeminds.agent.infrastructure.messaging.EventBus.From;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Events by position, and how far each consumer has come. Positions are given out under the lock of one row, which is held until the
 * publisher commits: a later event never becomes visible before an earlier one, so a reader that moves on has missed nothing.
 */
final class EventLog {

    private static final String LAST = "";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final TransactionTemplate ownTransaction;
    private final Clock clock;

    EventLog(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.ownTransaction = new TransactionTemplate(transactions);
        ownTransaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
        this.clock = clock;
    }

    /**
     * Where a consumer stands.
     *
     * @param failures how often the event after it has failed
     */
    record Standing(long position, int failures) {}

    void append(TenantId tenant, String type, String body) {
        known(LAST, 0);
        transaction.executeWithoutResult(status -> {
            jdbc.update("update event_positions set position = position + 1 where name = ?", LAST);
            jdbc.update(
                    "insert into events (position, tenant, type, body, at) select position, ?, ?, ?, ? from event_positions where name = ?",
                    tenant.value(),
                    type,
                    body,
                    at(clock.instant()),
                    LAST);
        });
    }

    void register(String consumer, From from) {
        known(consumer, from == From.NOW ? last() : 0);
    }

    private long last() {
        return jdbc.query("select position from event_positions where name = ?", (row, number) -> row.getLong(1), LAST).stream()
                .findFirst()
                .orElse(0L);
    }

    /** A row of its own transaction: inside the caller's, a second one that does the same would fail both. */
    private void known(String name, long position) {
        Integer there = jdbc.queryForObject("select count(*) from event_positions where name = ?", Integer.class, name);
        if (there != null && there > 0) {
            return;
        }
        try {
            ownTransaction.executeWithoutResult(status ->
                    jdbc.update("insert into event_positions (name, position, failures) values (?, ?, 0)", name, position));
        } catch (DuplicateKeyException somebodyWasFaster) {
            // It is there, which is all that was wanted.
        }
    }

    /** Makes one process the reader for a consumer, or keeps it so; empty when another one is. */
    Optional<Standing> acquire(String consumer, String lease, Duration length) {
        Instant now = clock.instant();
        int mine = jdbc.update(
                "update event_positions set lease = ?, leased_until = ? where name = ? and (lease = ? or lease is null or leased_until < ?)",
                lease,
                at(now.plus(length)),
                consumer,
                lease,
                at(now));
        return mine == 0
                ? Optional.empty()
                : jdbc
                        .query(
                                "select position, failures from event_positions where name = ?",
                                (row, number) -> new Standing(row.getLong(1), row.getInt(2)),
                                consumer)
                        .stream()
                        .findFirst();
    }

    void release(String consumer, String lease) {
        jdbc.update("update event_positions set lease = null where name = ? and lease = ?", consumer, lease);
    }

    List<Event> after(long position, int count) {
        return jdbc.query(
                "select position, tenant, type, body, at from events where position > ? order by position limit ?",
                (row, number) -> new Event(
                        row.getLong(1),
                        new TenantId(row.getString(2)),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                position,
                count);
    }

    /** True when the consumer is still this process'. */
    boolean moveTo(String consumer, String lease, long position) {
        return jdbc.update(
                        "update event_positions set position = ?, failures = 0 where name = ? and lease = ?", position, consumer, lease)
                > 0;
    }

    int failed(String consumer, String lease) {
        jdbc.update("update event_positions set failures = failures + 1 where name = ? and lease = ?", consumer, lease);
        return jdbc.query("select failures from event_positions where name = ?", (row, number) -> row.getInt(1), consumer).stream()
                .findFirst()
                .orElse(0);
    }

    /** Forgets what is older, except what some consumer has not seen yet. */
    int forgetBefore(Instant oldest) {
        return jdbc.update(
                "delete from events where at < ? and position <= (select min(position) from event_positions)", at(oldest));
    }

    private static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
