package community.likeminds.agent.infrastructure.storage.postgresql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** Starting on a server: together, on what is not fit, and after it was away. */
@ExtendWith(RealPostgreSql.class)
class PostgreSqlStartTest {

    private final RealService server;
    private final TestDatabase database;

    @TempDir
    Path data;

    PostgreSqlStartTest(RealService server) {
        this.server = server;
        this.database = TestDatabase.postgreSql(server);
    }

    @Test
    void processesThatStartTogetherSetItUpOnce() throws Exception {
        Callable<Integer> start = () -> {
            try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
                return context.getBean(JdbcTemplate.class)
                        .queryForObject("select count(*) from flyway_schema_history where success and version = '1'", Integer.class);
            }
        };
        try (ExecutorService threads = Executors.newFixedThreadPool(3)) {
            for (Future<Integer> one : threads.invokeAll(List.of(start, start, start))) {
                assertThat(one.get()).isEqualTo(1);
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsSaidInASentence() {
        refused(with("likeminds.storage.postgresql.url=postgresql://127.0.0.1:1/likeminds"), "database-unreachable", "127.0.0.1:1/likeminds");
    }

    @Test
    void aWrongPasswordIsSaidWithoutShowingIt() {
        assertThat(refused(with("likeminds.storage.postgresql.password=s3cret"), "database-forbidden", "'likeminds'").getMessage())
                .doesNotContain("s3cret");
    }

    @Test
    void anUnknownDatabaseOrSchemaIsSaid() {
        String base = "likeminds.storage.postgresql.url=postgresql://127.0.0.1:" + server.url().getPort();
        refused(with(base + "/nowhere"), "database-unknown", "/nowhere");
        refused(with(base + "/likeminds?currentSchema=nowhere"), "database-without-schema", "schema");
    }

    @Test
    void tablesOfSomethingElseAreLeftAlone() {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            context.getBean(JdbcTemplate.class).execute("drop table flyway_schema_history");
        }
        refused(database, "database-not-empty", "something else");
    }

    @Test
    void anOlderProgramDoesNotWriteIntoANewerDatabase() {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            context.getBean(JdbcTemplate.class)
                    .update("insert into flyway_schema_history (installed_rank, version, description, type, script, checksum, installed_by,"
                            + " execution_time, success) values (9000, '9000', 'x', 'SQL', 'V9000__x.sql', 1, 'x', 1, true)");
        }
        refused(database, "database-mismatched", "another version");
    }

    @Test
    void aMisspeltOrCredentialBearingChoiceIsRefused() {
        refused(with("likeminds.storage.relational=postgres"), "storage-unknown", "'postgres'");
        refused(with("likeminds.storage.postgresql.url=postgresql://me:pass@127.0.0.1/likeminds"), "database-url-invalid", "url");
    }

    @Test
    void aServerThatWasAwayIsUsedAgainAndItsLocksAreHeldAgain() throws InterruptedException {
        TenantId tenant = TenantId.DEFAULT;
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database);
                AnnotationConfigApplicationContext other = StorageContext.start(data, database)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            records.put(tenant, "words", "before", "kept");
            NamedLocks.Held held = context.getBean(NamedLocks.class).tryAcquire("job").orElseThrow();
            StoreHealth health = context.getBean(StoreHealth.class);
            assertThat(health.check()).isEqualTo(new StoreHealth.State("relational", "postgresql", true, true, ""));
            server.stop();
            try {
                assertThat(health.check().ready()).isFalse();
                assertThat(health.check().missing()).contains("No PostgreSQL server answers at", "likeminds.storage.postgresql.url");
                assertThatThrownBy(() -> records.put(tenant, "words", "during", "lost")).satisfies(error -> assertThat(code(error))
                        .isEqualTo("database-unreachable"));
                assertThatThrownBy(() -> context.getBean(NamedLocks.class).tryAcquire("else")).satisfies(error -> assertThat(code(error))
                        .isEqualTo("database-unreachable"));
            } finally {
                server.startAgain();
            }
            assertThat(readyAgain(health)).isEqualTo(new StoreHealth.State("relational", "postgresql", true, true, ""));
            assertThat(records.get(tenant, "words", "before", String.class)).contains("kept");
            records.put(tenant, "words", "after", "kept");
            context.getBean(NamedLocks.class).tryAcquire("else").orElseThrow().close();
            assertThat(other.getBean(NamedLocks.class).tryAcquire("job")).isEmpty();
            held.close();
            held.close();
            other.getBean(NamedLocks.class).tryAcquire("job").orElseThrow().close();
        }
    }

    /** Its first answers after a start may take longer than a question to it may. */
    private static StoreHealth.State readyAgain(StoreHealth health) throws InterruptedException {
        Instant limit = Instant.now().plusSeconds(30);
        StoreHealth.State state = health.check();
        while (!state.ready() && Instant.now().isBefore(limit)) {
            Thread.sleep(100);
            state = health.check();
        }
        return state;
    }

    private TestDatabase with(String property) {
        List<String> properties = new ArrayList<>(database.properties());
        properties.removeIf(one -> one.startsWith(property.substring(0, property.indexOf('=') + 1)));
        properties.add(property);
        properties.add("likeminds.storage.postgresql.connect-limit=2s");
        return new TestDatabase(properties);
    }

    private AgentException refused(TestDatabase wrong, String code, String fact) {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, wrong)) {
            throw new AssertionError("It started: " + context);
        } catch (RuntimeException failure) {
            AgentException known = known(failure);
            assertThat(known.code()).isEqualTo(code);
            assertThat(known.fact()).contains(fact).endsWith(".");
            assertThat(known.remedy()).endsWith(".");
            return known;
        }
    }

    private static String code(Throwable error) {
        return known(error).code();
    }

    private static AgentException known(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof AgentException known) {
                return known;
            }
        }
        throw new AssertionError("It is not said in a sentence.", error);
    }
}
