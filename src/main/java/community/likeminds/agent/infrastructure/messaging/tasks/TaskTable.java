package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Tasks as rows. Whoever runs one holds its owner mark, and only the holder may write how it goes. */
final class TaskTable {

    private static final String COLUMNS = "tenant, id, type, body, state, attempts, stage, done, total, cancelling, result,"
            + " error_code, error_fact, error_remedy, created_at, started_at, ended_at";
    private static final int LONGEST = 2_000;

    private final JdbcTemplate jdbc;
    private final Clock clock;

    TaskTable(JdbcTemplate jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

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

    /** Begins an attempt; false when the task has ended. One that runs already is taken over: its message came again because its process went silent. */
    boolean begin(TenantId tenant, String id, String owner) {
        return jdbc.update(
                        "update tasks set state = 'running', attempts = attempts + 1, owner = ?, started_at = coalesce(started_at, ?)"
                                + " where tenant = ? and id = ? and state in ('queued', 'running') and cancelling = false",
                        owner,
                        now(),
                        tenant.value(),
                        id)
                > 0;
    }

    void progress(String id, String owner, String stage, long done, long total) {
        jdbc.update(
                "update tasks set stage = ?, done = ?, total = ? where id = ? and owner = ?",
                stage.length() > 400 ? stage.substring(0, 400) : stage,
                done,
                total,
                id,
                owner);
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
                        error == null ? null : shortened(error.fact()),
                        error == null ? null : shortened(error.remedy()),
                        now(),
                        id,
                        owner)
                > 0;
    }

    /** Waits for its next attempt. */
    void waitAgain(String id, String owner, String why) {
        jdbc.update(
                "update tasks set state = 'queued', stage = ?, owner = null where id = ? and owner = ?",
                why.length() > 400 ? why.substring(0, 400) : why,
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

    /** A task that is to be cancelled, whose process is gone. */
    void cancelAbandoned(TenantId tenant, String id) {
        jdbc.update(
                "update tasks set state = 'cancelled', owner = null, ended_at = ? where tenant = ? and id = ? and state = 'running' and cancelling = true",
                now(),
                tenant.value(),
                id);
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
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
                row.getString("body"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getInt("attempts"),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                row.getBoolean("cancelling"),
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
