package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.shared.RunningProcess;
import community.likeminds.agent.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tasks as rows. Whoever runs one holds its owner mark, and only the holder may write how it goes. */
final class TaskTable {

    private static final String COLUMNS = "tenant, id, type, subject, direct, body, state, attempts, stage, done, total, events,"
            + " cancelling, process, heartbeat_at, result, error_code, error_fact, error_remedy, created_at, started_at, ended_at";
    private static final int LONGEST = 2_000;
    private static final int LONGEST_NAME = 400;
    private static final int KEPT = 500;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TaskTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Who is at a task: the mark of the attempt and the process that makes it. */
    record Owner(String mark, String process) {}

    /** @throws org.springframework.dao.DuplicateKeyException when the tenant has a task of this type with the same key */
    void insert(NewTask task, String id) {
        jdbc.update(
                "insert into tasks (tenant, id, type, idempotency_key, body, state, attempts, stage, done, total, cancelling, created_at)"
                        + " values (?, ?, ?, ?, ?, 'queued', 0, '', 0, 0, false, ?)",
                task.tenant().value(),
                id,
                task.type(),
                task.idempotencyKey(),
                task.body(),
                now());
        forgetOld(task);
    }

    /** A task that is begun already, by the process that asks for it. */
    void insertDirect(NewTask task, String id, Owner owner) {
        OffsetDateTime now = now();
        jdbc.update(
                "insert into tasks (tenant, id, type, body, direct, state, attempts, stage, done, total, cancelling, owner, process,"
                        + " heartbeat_at, created_at, started_at) values (?, ?, ?, ?, true, 'running', 1, '', 0, 0, false, ?, ?, ?, ?, ?)",
                task.tenant().value(),
                id,
                task.type(),
                task.body(),
                owner.mark(),
                owner.process(),
                now,
                now,
                now);
        forgetOld(task);
    }

    private void forgetOld(NewTask task) {
        jdbc.update(
                "delete from tasks where tenant = ? and type = ? and ended_at is not null and created_at <"
                        + " (select min(created_at) from (select created_at from tasks where tenant = ? and type = ?"
                        + " order by created_at desc limit " + KEPT + ") latest)",
                task.tenant().value(),
                task.type(),
                task.tenant().value(),
                task.type());
    }

    Optional<Task> find(TenantId tenant, String id) {
        return jdbc.query("select " + COLUMNS + " from tasks where tenant = ? and id = ?", TaskTable::task, tenant.value(), id).stream()
                .findFirst();
    }

    Optional<Task> findByKey(TenantId tenant, String type, String key) {
        return jdbc
                .query(
                        "select " + COLUMNS + " from tasks where tenant = ? and type = ? and idempotency_key = ?",
                        TaskTable::task,
                        tenant.value(),
                        type,
                        key)
                .stream()
                .findFirst();
    }

    List<Task> list(TenantId tenant, int limit) {
        return jdbc.query(
                "select " + COLUMNS + " from tasks where tenant = ? order by created_at desc, id limit ?",
                TaskTable::task,
                tenant.value(),
                limit);
    }

    List<Task> list(TenantId tenant, String type, int limit) {
        return jdbc.query(
                "select " + COLUMNS + " from tasks where tenant = ? and type = ? order by created_at desc, id limit ?",
                TaskTable::task,
                tenant.value(),
                type,
                limit);
    }

    /** Begins an attempt; false when the task is no longer as it was seen, because somebody else was faster. */
    boolean begin(Task seen, Owner owner) {
        OffsetDateTime now = now();
        return jdbc.update(
                        "update tasks set state = 'running', attempts = ?, owner = ?, process = ?, heartbeat_at = ?, ended_at = null,"
                                + " error_code = null, error_fact = null, error_remedy = null, started_at = coalesce(started_at, ?)"
                                + " where id = ? and state = ? and attempts = ? and cancelling = false",
                        (seen.state() == State.FAILED ? 0 : seen.attempts()) + 1,
                        owner.mark(),
                        owner.process(),
                        now,
                        now,
                        seen.id(),
                        name(seen.state()),
                        seen.attempts())
                > 0;
    }

    /** Whether the process at a running task may still be at it. */
    boolean alive(Task task, Duration silence) {
        Instant heard = task.heartbeatAt();
        return heard != null
                && heard.isAfter(clock.instant().minus(silence))
                && RunningProcess.parse(task.process()).filter(process -> !process.gone()).isPresent();
    }

    /** How far an attempt is, as far as it is to be written. */
    record Standing(String subject, String stage, long done, long total) {}

    /** Writes how far the work is; false when another has taken it over. */
    boolean beat(String id, String owner, Standing now) {
        return jdbc.update(
                        "update tasks set subject = ?, stage = ?, done = ?, total = ?, heartbeat_at = ? where id = ? and owner = ?",
                        shortened(now.subject(), LONGEST_NAME),
                        shortened(now.stage(), LONGEST_NAME),
                        now.done(),
                        now.total(),
                        now(),
                        id,
                        owner)
                > 0;
    }

    /** True when somebody wants the task ended, or another process has taken it over. */
    boolean shouldStop(String id, String owner) {
        return jdbc
                .query("select cancelling from tasks where id = ? and owner = ?", (row, number) -> row.getBoolean(1), id, owner)
                .stream()
                .findFirst()
                .orElse(true);
    }

    boolean end(String id, String owner, State state, @Nullable String result, Task.@Nullable Error error) {
        return jdbc.update(
                        "update tasks set state = ?, result = ?, error_code = ?, error_fact = ?, error_remedy = ?, ended_at = ?, owner = null"
                                + " where id = ? and owner = ?",
                        name(state),
                        result,
                        error == null ? null : error.code(),
                        error == null ? null : shortened(error.fact(), LONGEST),
                        error == null ? null : shortened(error.remedy(), LONGEST),
                        now(),
                        id,
                        owner)
                > 0;
    }

    /** Ends what nobody is at any more; false when it is no longer as it was seen. */
    boolean endAbandoned(Task seen, State state, Task.@Nullable Error error) {
        return jdbc.update(
                        "update tasks set state = ?, error_code = ?, error_fact = ?, error_remedy = ?, ended_at = ?, owner = null"
                                + " where id = ? and state = ? and attempts = ? and heartbeat_at = ?",
                        name(state),
                        error == null ? null : error.code(),
                        error == null ? null : shortened(error.fact(), LONGEST),
                        error == null ? null : shortened(error.remedy(), LONGEST),
                        now(),
                        seen.id(),
                        name(seen.state()),
                        seen.attempts(),
                        seen.heartbeatAt() == null ? null : seen.heartbeatAt().atOffset(ZoneOffset.UTC))
                > 0;
    }

    /** Waits for its next attempt. @param counted whether the one before counts */
    void waitAgain(String id, String owner, String why, boolean counted) {
        jdbc.update(
                "update tasks set state = 'queued', stage = ?, attempts = attempts - ?, owner = null where id = ? and owner = ?",
                shortened(why, LONGEST_NAME),
                counted ? 0 : 1,
                id,
                owner);
    }

    boolean cancelWaiting(TenantId tenant, String id) {
        return jdbc.update(
                        "update tasks set state = 'cancelled', cancelling = true, ended_at = ? where tenant = ? and id = ? and state = 'queued'",
                        now(),
                        tenant.value(),
                        id)
                > 0;
    }

    boolean askForTheEnd(TenantId tenant, String id) {
        return jdbc.update(
                        "update tasks set cancelling = true where tenant = ? and id = ? and state = 'running'", tenant.value(), id)
                > 0;
    }

    private OffsetDateTime now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String text, int most) {
        if (text.length() <= most) {
            return text;
        }
        // Half of a character is no text to a database that stores UTF-8.
        return text.substring(0, Character.isHighSurrogate(text.charAt(most - 2)) ? most - 2 : most - 1) + "…";
    }

    private static String name(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }

    private static Task task(ResultSet row, int number) throws SQLException {
        String code = row.getString("error_code");
        return new Task(
                new TenantId(row.getString("tenant")),
                row.getString("id"),
                row.getString("type"),
                row.getString("subject"),
                row.getBoolean("direct"),
                row.getString("body"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                row.getLong("events"),
                row.getBoolean("cancelling"),
                row.getString("process"),
                instant(row, "heartbeat_at"),
                row.getString("result"),
                code == null ? null : new Task.Error(code, row.getString("error_fact"), row.getString("error_remedy")),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                instant(row, "started_at"),
                instant(row, "ended_at"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
