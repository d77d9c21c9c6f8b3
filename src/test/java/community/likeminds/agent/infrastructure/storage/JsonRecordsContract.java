package community.likeminds.agent.infrastructure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What every store of JSON records does. */
abstract class JsonRecordsContract {

    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");

    private final TestDatabase database;

    @TempDir
    Path data;

    JsonRecordsContract(TestDatabase database) {
        this.database = database;
    }

    record Plan(String title, List<Step> steps) {}

    record Step(int number, String file) {}

    @Test
    void keepsRecordsByTenantCollectionAndId() {
        Plan first = new Plan("first", List.of(new Step(1, "a.ts"), new Step(2, "b.ts")));
        Plan second = new Plan("second", List.of());
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            records.put(ONE, "plans", "p1", second);
            records.put(ONE, "plans", "p1", first);
            records.put(ONE, "reports", "p1", second);
            records.put(OTHER, "plans", "p2", second);
        }
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            assertThat(records.get(ONE, "plans", "p1", Plan.class)).contains(first);
            assertThat(records.get(ONE, "plans", "p2", Plan.class)).isEmpty();
            assertThat(records.list(ONE, "plans", Plan.class)).containsExactly(first);
            assertThat(records.list(OTHER, "plans", Plan.class)).containsExactly(second);
            assertThat(records.delete(ONE, "plans", "p1")).isTrue();
            assertThat(records.delete(ONE, "plans", "p1")).isFalse();
            assertThat(records.get(ONE, "reports", "p1", Plan.class)).contains(second);
        }
    }

    @Test
    void listsTheLastOneFirst() {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            records.put(ONE, "steps", "a", new Step(1, "a"));
            records.put(ONE, "steps", "b", new Step(2, "b"));
            records.put(ONE, "steps", "a", new Step(3, "a"));
            assertThat(records.list(ONE, "steps", Step.class)).containsExactly(new Step(3, "a"), new Step(2, "b"));
        }
    }

    @Test
    void anyTextComesBackAsItWas() {
        Plan odd = new Plan("nul \u0000, whole \ud83d\ude00, quotes \" ' \\, x".repeat(20_000), List.of());
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            records.put(ONE, "plans", "über/🦊", odd);
            assertThat(records.get(ONE, "plans", "über/🦊", Plan.class)).contains(odd);
        }
    }

    @Test
    void aRecordThatSomebodyElseAddedEndsNoTransactionAroundIt() {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
            new TransactionTemplate(context.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
                records.put(ONE, "plans", "p", new Plan("first", List.of()));
                records.put(ONE, "plans", "p", new Plan("second", List.of()));
                assertThat(jdbc.queryForObject("select count(*) from json_records", Integer.class)).isEqualTo(1);
            });
            assertThat(records.get(ONE, "plans", "p", Plan.class)).map(Plan::title).contains("second");
        }
    }

    @Test
    void writersOfOneRecordDoNotFailEachOther() throws Exception {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data, database);
                ExecutorService threads = Executors.newFixedThreadPool(4)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < 4; writer++) {
                int number = writer;
                writers.add(threads.submit(() -> {
                    for (int round = 0; round < 50; round++) {
                        records.put(ONE, "rounds", "r" + round, new Step(number, "f"));
                    }
                }));
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            assertThat(records.list(ONE, "rounds", Step.class)).hasSize(50);
        }
    }
}
