package community.likeminds.agent.infrastructure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class JsonRecordsTest {

    private static final TenantId ONE = new TenantId("one");
    private static final TenantId OTHER = new TenantId("other");

    @TempDir
    Path data;

    record Plan(String title, List<Step> steps) {}

    record Step(int number, String file) {}

    @Test
    void keepsRecordsByTenantCollectionAndId() {
        Plan first = new Plan("first", List.of(new Step(1, "a.ts"), new Step(2, "b.ts")));
        Plan second = new Plan("second", List.of());
        try (AnnotationConfigApplicationContext context = StorageContext.start(data)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            records.put(ONE, "plans", "p1", second);
            records.put(ONE, "plans", "p1", first);
            records.put(ONE, "reports", "p1", second);
            records.put(OTHER, "plans", "p2", second);
        }
        try (AnnotationConfigApplicationContext context = StorageContext.start(data)) {
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
        try (AnnotationConfigApplicationContext context = StorageContext.start(data)) {
            JsonRecords records = context.getBean(JsonRecords.class);
            records.put(ONE, "steps", "a", new Step(1, "a"));
            records.put(ONE, "steps", "b", new Step(2, "b"));
            records.put(ONE, "steps", "a", new Step(3, "a"));
            assertThat(records.list(ONE, "steps", Step.class)).containsExactly(new Step(3, "a"), new Step(2, "b"));
        }
    }
}
