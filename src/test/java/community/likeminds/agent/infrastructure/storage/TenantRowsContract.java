package community.likeminds.agent.infrastructure.storage;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** All rows of one organisation, in every table that there is. */
abstract class TenantRowsContract {

    private static final TenantId LEAVING = new TenantId("leaving");
    private static final TenantId STAYING = new TenantId("staying");

    @TempDir
    Path folder;

    private final TestDatabase database;

    TenantRowsContract(TestDatabase database) {
        this.database = database;
    }

    @Test
    void everyTableIsFoundAndNothingOfOthersIsTouched() {
        try (AnnotationConfigApplicationContext context = StorageContext.start(folder.resolve("data"), database)) {
            DataSource source = context.getBean(DataSource.class);
            FilledTables.fill(source, LEAVING.value());
            FilledTables.fill(source, STAYING.value());
            Map<String, List<Map<String, String>>> before = FilledTables.read(source);
            TenantRows rows = context.getBean(TenantRows.class);

            Map<String, Long> counted = rows.count(LEAVING);
            assertThat(counted.keySet())
                    .containsExactlyInAnyOrderElementsOf(
                            before.entrySet().stream().filter(table -> table.getValue().getFirst().containsKey("tenant")).map(Map.Entry::getKey).toList())
                    .contains("projects", "tasks", "task_events", "messages", "documents", "json_records", "audit_events", "api_keys", "organisations");
            assertThat(counted.values()).allMatch(count -> count == 1);
            assertThat(rows.delete(LEAVING)).isEqualTo(counted);
            assertThat(rows.count(LEAVING).values()).allMatch(count -> count == 0);
            assertThat(rows.delete(LEAVING).values()).allMatch(count -> count == 0);

            Map<String, List<Map<String, String>>> after = FilledTables.read(source);
            before.forEach((table, rowsBefore) -> {
                if (!table.equals("refresh_tokens")) {
                    assertThat(after.get(table)).as(table).containsExactlyElementsOf(
                            rowsBefore.stream().filter(row -> !LEAVING.value().equals(row.get("tenant"))).toList());
                }
            });
            assertThat(after.get("refresh_tokens")).as("go with their sessions").hasSize(1);
        }
    }
}
