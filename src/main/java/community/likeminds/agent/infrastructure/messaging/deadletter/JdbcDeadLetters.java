package community.likeminds.agent.infrastructure.messaging.deadletter;

import community.likeminds.agent.infrastructure.messaging.DeadLetter;
import community.likeminds.agent.infrastructure.messaging.DeadLetters;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Dead letters in a table, whatever broker they come from. */
public final class JdbcDeadLetters implements DeadLetters, DeadLetterHandler {

    private static final Logger LOG = LoggerFactory.getLogger(JdbcDeadLetters.class);
    private static final String COLUMNS = "id, tenant, queue, body, headers, priority, attempts, code, reason, died_at";

    private final JdbcTemplate jdbc;
    private final TransactionTemplate transaction;
    private final Supplier<MessageQueue> queues;
    private final Clock clock;

    /** @param queues where a letter is sent again */
    public JdbcDeadLetters(JdbcTemplate jdbc, PlatformTransactionManager transactions, Supplier<MessageQueue> queues, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = new TransactionTemplate(transactions);
        this.queues = queues;
        this.clock = clock;
    }

    @Override
    public void bury(String queue, Message message, Failure why, Removal remove) {
        transaction.executeWithoutResult(status -> {
            if (remove.remove() && find(message.tenant(), message.id()).isEmpty()) {
                jdbc.update(
                        "insert into dead_letters (" + COLUMNS + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                        message.id(),
                        message.tenant().value(),
                        queue,
                        message.body(),
                        JsonMapper.shared().writeValueAsString(new TreeMap<>(message.headers())),
                        message.priority().ordinal(),
                        message.attempt(),
                        why.code(),
                        why.reason(),
                        clock.instant().atOffset(ZoneOffset.UTC));
                LOG.warn("Message {} of {} is a dead letter after {} attempts: {}", message.id(), queue, message.attempt(), why.reason());
            }
        });
    }

    @Override
    public List<DeadLetter> list(TenantId tenant, int limit) {
        return jdbc.query(
                "select " + COLUMNS + " from dead_letters where tenant = ? order by died_at desc, id limit ?",
                JdbcDeadLetters::letter,
                tenant.value(),
                Math.clamp(limit, 1, 1_000));
    }

    @Override
    public Optional<DeadLetter> find(TenantId tenant, String id) {
        return jdbc
                .query("select " + COLUMNS + " from dead_letters where tenant = ? and id = ?", JdbcDeadLetters::letter, tenant.value(), id)
                .stream()
                .findFirst();
    }

    @Override
    public boolean redrive(TenantId tenant, String id) {
        return Boolean.TRUE.equals(transaction.execute(status -> {
            Optional<DeadLetter> letter = find(tenant, id);
            // Whoever deletes the row sends the message: two people who press the button send it once.
            if (letter.isEmpty() || !discard(tenant, id)) {
                return false;
            }
            DeadLetter found = letter.get();
            Map<String, String> headers = new TreeMap<>(found.headers());
            headers.put(REDRIVEN, found.id());
            queues.get().send(found.queue(), new NewMessage(found.tenant(), found.body(), headers, found.priority(), Duration.ZERO));
            return true;
        }));
    }

    @Override
    public boolean discard(TenantId tenant, String id) {
        return jdbc.update("delete from dead_letters where tenant = ? and id = ?", tenant.value(), id) > 0;
    }

    private static DeadLetter letter(ResultSet row, int number) throws SQLException {
        Map<String, String> headers = JsonMapper.shared().readValue(row.getString(5), new TypeReference<Map<String, String>>() {});
        return new DeadLetter(
                row.getString(1),
                new TenantId(row.getString(2)),
                row.getString(3),
                row.getString(4),
                headers,
                Priority.values()[row.getInt(6)],
                row.getInt(7),
                row.getString(8),
                row.getString(9),
                row.getObject(10, OffsetDateTime.class).toInstant());
    }
}
