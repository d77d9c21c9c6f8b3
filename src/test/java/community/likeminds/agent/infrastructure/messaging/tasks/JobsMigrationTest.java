package community.likeminds.agent.infrastructure.messaging.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.util.List;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Jobs of the version before become tasks. */
class JobsMigrationTest {

    @Test
    void jobsOfTheVersionBeforeAreKept() {
        DriverManagerDataSource source = new DriverManagerDataSource(
                "jdbc:h2:mem:jobs-migration;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(source).target("13").load().migrate();
        JdbcTemplate jdbc = new JdbcTemplate(source);
        for (String state : List.of("done", "failed", "running")) {
            jdbc.update(
                    "insert into ingestion_jobs (tenant, id, source, location, background, state, stage, done, total, created_at, heartbeat_at,"
                            + " owner, attempts, cancelled, error_code, error_fact, error_remedy) values ('acme', ?, 'docs', ?, true, ?, 'Embedding',"
                            + " 3, 9, now(), now(), 'host/1/2', 1, false, ?, ?, ?)",
                    state, "C:\\docs\\\"new\"", state, state.equals("failed") ? "x" : null, state.equals("failed") ? "y".repeat(4_000) : null,
                    state.equals("failed") ? "z" : null);
        }
        Flyway.configure().dataSource(source).load().migrate();
        TaskTable table = new TaskTable(jdbc, Clock.systemUTC());
        List<Task> tasks = table.list(new TenantId("acme"), "ingestion", 10);
        assertThat(tasks).extracting(Task::state).containsExactlyInAnyOrder(Task.State.SUCCEEDED, Task.State.FAILED, Task.State.INTERRUPTED);
        assertThat(tasks).allSatisfy(task -> {
            assertThat(JsonMapper.shared().readTree(task.body()).path("location").asString()).isEqualTo("C:\\docs\\\"new\"");
            assertThat(task.endedAt()).isNotNull();
            assertThat(task.subject()).isEqualTo("docs");
        });
    }
}
