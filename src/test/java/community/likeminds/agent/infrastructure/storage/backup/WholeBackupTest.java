package community.likeminds.agent.infrastructure.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.storage.Backups;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.FilledTables;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.FileSystemUtils;

/** Every table and every file is in a backup, and data of an earlier version opens. */
class WholeBackupTest {

    private static final String EARLIER = "18";

    @TempDir
    Path temporary;

    private Path data;
    private Path file;
    private Backups backups;

    @BeforeEach
    void place() {
        data = temporary.resolve("state");
        file = temporary.resolve("backup.zip");
        backups = new ZipBackups(new DataFolder(data), new MockEnvironment());
    }

    @Test
    void aLostFolderComesBackWithEveryRowAndEveryFile() throws IOException {
        Map<String, List<Map<String, String>>> rows = opened(source -> {
            FilledTables.fill(source, "acme");
            FilledTables.fill(source, "other");
        });
        assertThat(rows).hasSizeGreaterThan(20);
        rows.forEach((table, content) -> assertThat(content).as(table).isNotEmpty());
        Random random = new Random(20_260_203);
        for (String path : List.of("keys/secrets.keys", "objects/acme/a", "index/docs/_0.cfs", "runs/one/journal", "new-kind/of/file.bin")) {
            byte[] content = new byte[5_000];
            random.nextBytes(content);
            Files.write(Files.createDirectories(data.resolve(path).getParent()).resolve(data.resolve(path).getFileName()), content);
        }
        Map<String, String> files = files();
        backups.save(file, Progress.NONE);
        FileSystemUtils.deleteRecursively(data);
        assertThat(data).doesNotExist();

        backups.restore(file, false, Progress.NONE);
        assertThat(files()).isEqualTo(files);
        assertThat(opened(source -> {})).isEqualTo(rows);
    }

    @Test
    void dataOfAnEarlierVersionOpensWithAllThatItHeld() throws IOException {
        Map<String, List<Map<String, String>>> earlier = earlierVersion();
        assertHolds(opened(source -> {}), earlier);
    }

    @Test
    void aBackupOfAnEarlierVersionIsBroughtUpToDate() throws IOException {
        Map<String, List<Map<String, String>>> earlier = earlierVersion();
        backups.save(file, Progress.NONE);
        FileSystemUtils.deleteRecursively(data);
        backups.restore(file, false, Progress.NONE);
        assertHolds(opened(source -> {}), earlier);
    }

    /** A data folder as the version with that schema left it, with a row in each of its tables. */
    private Map<String, List<Map<String, String>>> earlierVersion() {
        DriverManagerDataSource source = new DriverManagerDataSource(
                "jdbc:h2:file:" + data.resolve("db/agent") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1", "sa", "");
        Flyway.configure().dataSource(source).target(EARLIER).load().migrate();
        FilledTables.fill(source, "acme");
        Map<String, List<Map<String, String>>> rows = FilledTables.read(source);
        new JdbcTemplate(source).execute("shutdown");
        assertThat(rows).containsKeys("accounts", "memberships", "api_keys", "tasks", "task_events", "documents", "json_records").doesNotContainKey("projects");
        return rows;
    }

    /** Every row of before is there with everything that it said; later versions may have added tables and columns. */
    private static void assertHolds(Map<String, List<Map<String, String>>> now, Map<String, List<Map<String, String>>> before) {
        assertThat(now).containsKey("projects");
        before.forEach((table, rows) -> {
            assertThat(now).containsKey(table);
            rows.forEach(row -> assertThat(now.get(table)).as(table).anySatisfy(kept -> assertThat(kept).containsAllEntriesOf(row)));
        });
    }

    private interface Work {
        void on(DataSource source);
    }

    /** Opens the folder with today's program, works, and says what is in it then. */
    private Map<String, List<Map<String, String>>> opened(Work work) {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data)) {
            work.on(context.getBean(DataSource.class));
            return FilledTables.read(context.getBean(DataSource.class));
        }
    }

    /** Content by path, but for the database, which is compared row by row. */
    private Map<String, String> files() throws IOException {
        try (Stream<Path> all = Files.walk(data)) {
            Map<String, String> content = new TreeMap<>();
            all.filter(Files::isRegularFile)
                    .filter(path -> !path.startsWith(data.resolve("db")) && !path.startsWith(data.resolve("locks")))
                    .forEach(path -> content.put(data.relativize(path).toString(), read(path)));
            return content;
        }
    }

    private static String read(Path path) {
        try {
            return HexFormat.of().formatHex(Files.readAllBytes(path));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
