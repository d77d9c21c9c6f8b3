package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJob.Failure;
import community.likeminds.agent.agents.documentation.IngestionJob.State;
import community.likeminds.agent.shared.TenantId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Jobs in the relational store; every change names the state that it expects, so that two processes never both make it. */
@Component
class JobRecords {

    private static final int KEPT = 100;
    private static final int LONGEST_TEXT = 4000;
    private static final String COLUMNS = "id, source, location, state, stage, done, total, created_at, heartbeat_at, ended_at, owner,"
            + " error_code, error_fact, error_remedy, result";
    private static final JsonMapper JSON = new JsonMapper();

    private final JdbcTemplate jdbc;

    JobRecords(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param background whether a server may take it up again after its process ended
     */
    void add(TenantId tenant, IngestionJob job, boolean background) {
        jdbc.update(
                "insert into ingestion_jobs (tenant, id, source, location, background, state, stage, done, total, created_at, heartbeat_at,"
                        + " owner, attempts, cancelled) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, false)",
                tenant.value(), job.id(), job.source(), job.location(), background, job.state().name().toLowerCase(Locale.ROOT),
                job.stage(), job.done(), job.total(), time(job.createdAt()), time(job.heartbeatAt()), job.owner());
        forgetOld(tenant);
    }

    private void forgetOld(TenantId tenant) {
        jdbc.update(
                "delete from ingestion_jobs where tenant = ? and ended_at is not null and created_at <"
                        + " (select min(created_at) from (select created_at from ingestion_jobs where tenant = ?"
                        + " order by created_at desc limit " + KEPT + ") latest)",
                tenant.value(), tenant.value());
    }

    List<IngestionJob> list(TenantId tenant) {
        return jdbc.query(
                "select " + COLUMNS + " from ingestion_jobs where tenant = ? order by created_at desc, id limit " + KEPT,
                (row, number) -> job(row),
                tenant.value());
    }

    Optional<IngestionJob> find(TenantId tenant, String id) {
        return jdbc.query(
                        "select " + COLUMNS + " from ingestion_jobs where tenant = ? and id = ?",
                        (row, number) -> job(row),
                        tenant.value(),
                        id)
                .stream()
                .findFirst();
    }

    /** A queued job becomes a running one; false when it is no longer queued. */
    boolean begin(TenantId tenant, String id, Instant now) {
        return jdbc.update(
                        "update ingestion_jobs set state = 'running', attempts = attempts + 1, heartbeat_at = ? where tenant = ? and id = ? and state = 'queued'",
                        time(now), tenant.value(), id)
                == 1;
    }

    void named(TenantId tenant, String id, String source) {
        jdbc.update("update ingestion_jobs set source = ? where tenant = ? and id = ?", source, tenant.value(), id);
    }

    /** Stores how far a running job is; true when somebody wants it to end. */
    boolean beat(TenantId tenant, String id, String stage, long done, long total, Instant now) {
        jdbc.update(
                "update ingestion_jobs set stage = ?, done = ?, total = ?, heartbeat_at = ? where tenant = ? and id = ? and state ="
                        + " 'running'",
                stage, done, total, time(now), tenant.value(), id);
        return Boolean.TRUE.equals(jdbc.queryForObject(
                "select cancelled from ingestion_jobs where tenant = ? and id = ?", Boolean.class, tenant.value(), id));
    }

    /** Says that the jobs that wait for a process are not left alone; of any tenant, as they wait for one worker. */
    void beatQueued(JobOwner owner, Instant now) {
        jdbc.update(
                "update ingestion_jobs set heartbeat_at = ? where owner = ? and state = 'queued'", time(now), owner.toString());
    }

    void end(TenantId tenant, String id, State state, @Nullable Failure failure, @Nullable IngestResult result, Instant now) {
        jdbc.update(
                "update ingestion_jobs set state = ?, ended_at = ?, heartbeat_at = ?, error_code = ?, error_fact = ?, error_remedy = ?,"
                        + " result = ? where tenant = ? and id = ? and state in ('queued', 'running')",
                state.name().toLowerCase(Locale.ROOT), time(now), time(now), failure == null ? null : cut(failure.code()),
                failure == null ? null : cut(failure.fact()), failure == null ? null : cut(failure.remedy()),
                result == null ? null : JSON.writeValueAsString(result), tenant.value(), id);
    }

    /** Asks for an end; false when the job has ended already. */
    boolean cancel(TenantId tenant, String id) {
        return jdbc.update(
                        "update ingestion_jobs set cancelled = true where tenant = ? and id = ? and state in ('queued', 'running')",
                        tenant.value(), id)
                == 1;
    }

    /** A job that waits, or that a server would take up again, ends at once; false when it does neither. */
    boolean cancelQueued(TenantId tenant, String id, Instant now) {
        return jdbc.update(
                        "update ingestion_jobs set state = 'cancelled', cancelled = true, ended_at = ? where tenant = ? and id = ? and"
                                + " (state = 'queued' or state = 'interrupted' and background = true)",
                        time(now), tenant.value(), id)
                == 1;
    }

    /** Jobs of any tenant that a server has to take up: begun or queued in the background, and left alone. */
    List<Left> left() {
        return jdbc.query(
                "select tenant, owner, heartbeat_at, " + COLUMNS + " from ingestion_jobs where background = true and cancelled = false"
                        + " and state in ('queued', 'running', 'interrupted') order by created_at",
                (row, number) -> new Left(new TenantId(row.getString("tenant")), job(row)));
    }

    record Left(TenantId tenant, IngestionJob job) {}

    /** Queues a job again for another owner; false when somebody else was faster or it was tried too often. */
    boolean takeOver(TenantId tenant, IngestionJob job, JobOwner owner, int mostAttempts, Instant now) {
        return jdbc.update(
                        "update ingestion_jobs set state = 'queued', owner = ?, ended_at = null, heartbeat_at = ?,"
                                + " error_code = null, error_fact = null, error_remedy = null"
                                + " where tenant = ? and id = ? and owner = ? and attempts < ?",
                        owner.toString(), time(now), tenant.value(), job.id(), job.owner(), mostAttempts)
                == 1;
    }

    void deleteAll(TenantId tenant) {
        jdbc.update("delete from ingestion_jobs where tenant = ?", tenant.value());
    }

    private static IngestionJob job(ResultSet row) throws SQLException {
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        String code = row.getString("error_code");
        String result = row.getString("result");
        return new IngestionJob(
                row.getString("id"),
                row.getString("source"),
                row.getString("location"),
                State.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getString("stage"),
                row.getLong("done"),
                row.getLong("total"),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("heartbeat_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant(),
                row.getString("owner"),
                code == null ? null : new Failure(code, row.getString("error_fact"), row.getString("error_remedy")),
                result == null ? null : JSON.readValue(result, IngestResult.class));
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        // Half of a character is no text to a database that stores UTF-8.
        return text.substring(0, Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT);
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).atOffset(ZoneOffset.UTC);
    }
}
