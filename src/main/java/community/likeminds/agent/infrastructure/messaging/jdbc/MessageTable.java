package community.likeminds.agent.infrastructure.messaging.jdbc;

import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.shared.TenantId;
import java.sql.Array;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table of messages. One that is being handled has a lease and is due when that ends, so a crashed consumer's messages come back by
 * themselves.
 */
public final class MessageTable {

    /** How much further is looked when others are taking all that was found. */
    private static final int WIDER = 8;

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    public MessageTable(JdbcTemplate jdbc, PlatformTransactionManager transactions, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** A new id for each message. */
    public static List<String> ids(List<NewMessage> messages) {
        return messages.stream().map(message -> UUID.randomUUID().toString()).toList();
    }

    public void insert(String queue, List<String> ids, List<NewMessage> messages) {
        Instant now = clock.instant();
        List<Object[]> rows = new ArrayList<>(messages.size());
        for (int index = 0; index < messages.size(); index++) {
            NewMessage message = messages.get(index);
            String id = ids.get(index);
            rows.add(new Object[] {
                id,
                queue,
                message.tenant().value(),
                message.body(),
                Headers.write(message.headers()),
                message.priority().ordinal(),
                0,
                at(now.plus(message.delay()))
            });
        }
        transaction.executeWithoutResult(status -> jdbc.batchUpdate(
                "insert into messages (id, queue, tenant, body, headers, priority, attempts, due_at) values (?, ?, ?, ?, ?, ?, ?, ?)",
                rows,
                new int[] {
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.VARCHAR,
                    Types.SMALLINT,
                    Types.INTEGER,
                    Types.TIMESTAMP_WITH_TIMEZONE
                }));
    }

    /**
     * Takes what is due, the most urgent first; others that do the same at this moment get different messages.
     *
     * @param queue its name, or the beginning of several names followed by a percent sign
     */
    public List<Message> claim(String queue, String lease, int count, Duration length) {
        Instant now = clock.instant();
        // One queue is in the order of its index, so that what waits is neither read nor sorted beyond the limit.
        String chosen = queue.endsWith("%") ? "queue like ? and due_at <= ? order by priority desc" : "queue = ? and due_at <= ? order by queue, priority desc";
        return transaction.execute(status -> {
            // Looked for without locks: with them H2 neither follows the index nor stops at the limit, and would lock all that waits.
            for (int window = count; ; window = Math.multiplyExact(window, WIDER)) {
                List<Long> due = jdbc.query(
                        "select sequence from messages where " + chosen + ", sequence limit ?", (row, number) -> row.getLong(1), queue, at(now), window);
                List<Message> taken = due.isEmpty() ? List.of() : locked(due, now, count);
                if (!taken.isEmpty() || due.size() < window) {
                    lease(taken, lease, now.plus(length));
                    return taken;
                }
            }
        });
    }

    /** Those of the messages that nobody else takes at this moment, in their order. */
    private List<Message> locked(List<Long> due, Instant now, int count) {
        return jdbc.query(
                "select id, tenant, body, headers, priority, attempts from messages where sequence = any(?) and due_at <= ?"
                        + " order by priority desc, sequence limit ? for update skip locked",
                statement -> {
                    statement.setArray(1, statement.getConnection().createArrayOf("bigint", due.toArray()));
                    statement.setObject(2, at(now));
                    statement.setInt(3, count);
                },
                (row, number) -> new Message(
                        row.getString(1),
                        new TenantId(row.getString(2)),
                        row.getString(3),
                        Headers.read(row.getString(4)),
                        Priority.values()[row.getInt(5)],
                        row.getInt(6) + 1));
    }

    private void lease(List<Message> taken, String lease, Instant end) {
        if (!taken.isEmpty()) {
            List<String> ids = taken.stream().map(Message::id).toList();
            jdbc.update("update messages set lease = ?, due_at = ?, attempts = attempts + 1 where id = any(?)", statement -> {
                statement.setString(1, lease);
                statement.setObject(2, at(end));
                statement.setArray(3, array(statement, ids));
            });
        }
    }

    /** Settles a message; false when another consumer has taken it over. */
    public boolean delete(String id, String lease) {
        return jdbc.update("delete from messages where id = ? and lease = ?", id, lease) > 0;
    }

    /** Settles messages together; returns how many of them nobody else has taken over. */
    int delete(Collection<String> ids, String lease) {
        return jdbc.update("delete from messages where lease = ? and id = any(?)", statement -> {
            statement.setString(1, lease);
            statement.setArray(2, array(statement, ids));
        });
    }

    public void retry(String id, String lease, Duration wait) {
        jdbc.update(
                "update messages set lease = null, due_at = ? where id = ? and lease = ?", at(clock.instant().plus(wait)), id, lease);
    }

    /** Gives a message back as if it had never been taken. */
    public void giveBack(String id, String lease) {
        jdbc.update(
                "update messages set lease = null, due_at = ?, attempts = attempts - 1 where id = ? and lease = ?",
                at(clock.instant()),
                id,
                lease);
    }

    /** The leases that messages of a queue are held under. */
    List<String> leases(String queue) {
        return jdbc.query(
                "select distinct lease from messages where queue = ? and due_at > ? and lease is not null",
                (row, number) -> row.getString(1),
                queue,
                at(clock.instant()));
    }

    /** Makes what is held under a lease due; the attempts that its holder began count. */
    void release(String lease) {
        jdbc.update("update messages set lease = null, due_at = ? where lease = ?", at(clock.instant()), lease);
    }

    public void renew(Collection<String> ids, String lease, Duration length) {
        if (!ids.isEmpty()) {
            jdbc.update("update messages set due_at = ? where lease = ? and id = any(?)", statement -> {
                statement.setObject(1, at(clock.instant().plus(length)));
                statement.setString(2, lease);
                statement.setArray(3, array(statement, ids));
            });
        }
    }

    public MessageQueue.Depth depth(String queue) {
        OffsetDateTime now = at(clock.instant());
        return jdbc.queryForObject(
                "select count(case when due_at <= ? then 1 end), count(case when due_at > ? and lease is null then 1 end),"
                        + " count(case when due_at > ? and lease is not null then 1 end) from messages where queue = ?",
                (row, number) -> new MessageQueue.Depth(row.getLong(1), row.getLong(2), row.getLong(3)),
                now,
                now,
                now,
                queue);
    }

    /** One statement for any number of ids, so that databases prepare it once. */
    private static Array array(PreparedStatement statement, Collection<String> ids) throws SQLException {
        return statement.getConnection().createArrayOf("varchar", ids.toArray());
    }

    static OffsetDateTime at(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
