package community.likeminds.agent.infrastructure.storage.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.Backups;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.infrastructure.storage.StorageContext;
import community.likeminds.agent.infrastructure.storage.StoredDocuments;
import community.likeminds.agent.infrastructure.storage.StoredDocuments.NewDocument;
import community.likeminds.agent.infrastructure.storage.StoredObjects;
import community.likeminds.agent.infrastructure.storage.StoredObjects.NewObject;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.util.FileSystemUtils;

class BackupsTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path temporary;

    private Path data;
    private Path file;
    private Backups backups;

    @BeforeEach
    void fill() throws IOException {
        data = temporary.resolve("state");
        file = temporary.resolve("backup.zip");
        backups = backups(new MockEnvironment());
        try (AnnotationConfigApplicationContext context = StorageContext.start(data)) {
            context.getBean(JsonRecords.class).put(TENANT, "words", "w", "kept");
            context.getBean(StoredDocuments.class).put(TENANT, "reports", new NewDocument("r", Map.of("a", "b"), "report"));
            context.getBean(StoredObjects.class)
                    .put(TENANT, "a/Ü", new ByteArrayInputStream(new byte[100_000]), NewObject.of("text/plain"));
            context.getBean(NamedLocks.class).tryAcquire("l").orElseThrow().close();
        }
        Files.writeString(Files.createDirectories(data.resolve("index/docs")).resolve("_0.cfs"), "an index");
        Files.writeString(data.resolve("index/docs/write.lock"), "");
        Files.writeString(Files.createDirectories(data.resolve("cache")).resolve("lib.so"), "made again");
    }

    private Backups backups(MockEnvironment environment) {
        return new ZipBackups(new DataFolder(data), environment);
    }

    @Test
    void aLostFolderComesBack() throws IOException {
        Backups.Result saved = backups.save(file, Progress.NONE);
        assertThat(saved.files()).isEqualTo(3);
        assertThat(entries().keySet())
                .containsExactlyInAnyOrder(
                        "db/agent.mv.db", "index/docs/_0.cfs", "objects/default/a/%c3%9c~", "likeminds-backup.json");
        FileSystemUtils.deleteRecursively(data);

        assertThat(backups.restore(file, false, Progress.NONE)).isEqualTo(saved);
        assertEverythingIsThere();
        assertNothingIsLeftBeside();
    }

    @Test
    void anUpgradeThatWasInterruptedIsSavedWithWhatTakesItBack() throws IOException {
        Files.writeString(data.resolve("db/before-upgrade.sql"), "-- nothing");
        backups.save(file, Progress.NONE);
        assertThat(entries()).containsKey("db/before-upgrade.sql");
    }

    @Test
    void aFolderWithContentIsReplacedOnRequestOnly() throws IOException {
        backups.save(file, Progress.NONE);
        Files.writeString(data.resolve("index/docs/_1.cfs"), "newer");
        refused("data-folder-used", () -> backups.restore(file, false, Progress.NONE));
        assertThat(data.resolve("index/docs/_1.cfs")).exists();
        backups.restore(file, true, Progress.NONE);
        assertThat(data.resolve("index/docs/_1.cfs")).doesNotExist();
        assertEverythingIsThere();
        assertNothingIsLeftBeside();
    }

    /** Another process that uses the folder until its input ends. */
    public static final class Other {
        public static void main(String[] arguments) throws IOException {
            try (AnnotationConfigApplicationContext context = StorageContext.start(Path.of(arguments[0]))) {
                context.getBean(JsonRecords.class).put(TENANT, "words", "o", "other");
                Files.writeString(Path.of(arguments[1]), "ready");
                System.in.read();
            }
        }
    }

    @Test
    void aFolderInUseIsNeitherSavedNorReplaced() throws Exception {
        backups.save(file, Progress.NONE);
        Path ready = temporary.resolve("ready");
        Process other = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Other.class.getName(),
                        data.toString(),
                        ready.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            while (!Files.exists(ready)) {
                assertThat(other.isAlive()).isTrue();
                Thread.sleep(50);
            }
            refused("data-folder-busy", () -> backups.save(temporary.resolve("other.zip"), Progress.NONE));
            refused("data-folder-busy", () -> backups.restore(file, true, Progress.NONE));
        } finally {
            other.getOutputStream().close();
            other.waitFor();
        }
        Files.delete(ready);
        assertEverythingIsThere();
        assertNothingIsLeftBeside();
        backups.save(temporary.resolve("other.zip"), Progress.NONE);
    }

    @Test
    void whatIsDamagedReplacesNothing() throws IOException {
        backups.save(file, Progress.NONE);
        byte[] whole = Files.readAllBytes(file);
        Map<String, byte[]> entries = entries();
        String manifest = new String(entries.get("likeminds-backup.json"), StandardCharsets.UTF_8);

        damaged("backup-damaged", java.util.Arrays.copyOf(whole, whole.length / 2));
        damaged("backup-damaged", "no ZIP file".getBytes(StandardCharsets.UTF_8));
        damaged("backup-damaged", zip(with(entries, "likeminds-backup.json", null)));
        damaged("backup-damaged", zip(with(entries, "likeminds-backup.json", "{")));
        damaged("backup-damaged", zip(with(entries, "index/docs/_0.cfs", null)));
        damaged("backup-damaged", zip(with(entries, "index/docs/_0.cfs", "an indeX")));
        damaged("backup-damaged", zip(with(entries, "index/docs/_0.cfs", "an index and more")));
        damaged("backup-damaged", zip(with(entries, "likeminds-backup.json", manifest.replace("index/docs/_0.cfs", "../outside"))));
        damaged("backup-of-newer-version", zip(with(entries, "likeminds-backup.json", manifest.replace("\"format\":1", "\"format\":2"))));
        refused("backup-unreadable", () -> backups.restore(temporary.resolve("nowhere.zip"), true, Progress.NONE));
        assertEverythingIsThere();
    }

    private void damaged(String code, byte[] content) throws IOException {
        Path wrong = Files.write(temporary.resolve("wrong.zip"), content);
        refused(code, () -> backups.restore(wrong, true, Progress.NONE));
        Files.delete(wrong);
        assertThat(data.resolve("index/docs/_0.cfs")).hasContent("an index");
        assertNothingIsLeftBeside();
    }

    @Test
    void aFileIsNeverOverwrittenAndNeverInTheFolder() throws IOException {
        Files.writeString(file, "something else");
        refused("backup-exists", () -> backups.save(file, Progress.NONE));
        assertThat(file).hasContent("something else");
        refused("backup-not-possible", () -> backups.save(data.resolve("b.zip"), Progress.NONE));
        assertThat(data.resolve("b.zip")).doesNotExist();
    }

    @Test
    void storesThatAreElsewhereAreSavedWithTheirTools() {
        Map.of(
                        "likeminds.storage.relational=postgresql", "pg_dump",
                        "likeminds.storage.documents=mongodb", "mongodump",
                        "likeminds.storage.objects=s3", "bucket",
                        "likeminds.vectors.store=chroma", "Chroma")
                .forEach((property, tool) -> {
                    Backups shared = backups(new MockEnvironment().withProperty(property.split("=")[0], property.split("=")[1]));
                    assertThat(refused("backup-shared", () -> shared.save(file, Progress.NONE)).remedy()).contains(tool);
                    assertThat(refused("backup-shared", () -> shared.restore(file, true, Progress.NONE)).remedy()).contains(tool);
                });
        assertThat(file).doesNotExist();
    }

    private void assertEverythingIsThere() throws IOException {
        try (AnnotationConfigApplicationContext context = StorageContext.start(data)) {
            assertThat(context.getBean(JsonRecords.class).get(TENANT, "words", "w", String.class)).contains("kept");
            assertThat(context.getBean(StoredDocuments.class).get(TENANT, "reports", "r", String.class)).isPresent();
            try (InputStream in = context.getBean(StoredObjects.class).read(TENANT, "a/Ü")) {
                assertThat(in.readAllBytes()).hasSize(100_000);
            }
        }
        assertThat(data.resolve("index/docs/_0.cfs")).hasContent("an index");
    }

    private void assertNothingIsLeftBeside() throws IOException {
        try (Stream<Path> beside = Files.list(temporary)) {
            assertThat(beside.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("state", "backup.zip");
        }
    }

    private static AgentException refused(String code, Runnable action) {
        AgentException[] known = new AgentException[1];
        assertThatThrownBy(action::run).isInstanceOfSatisfying(AgentException.class, error -> {
            assertThat(error.code()).describedAs(error.fact()).isEqualTo(code);
            assertThat(error.fact()).endsWith(".");
            assertThat(error.remedy()).endsWith(".");
            known[0] = error;
        });
        return known[0];
    }

    private Map<String, byte[]> entries() throws IOException {
        Map<String, byte[]> entries = new LinkedHashMap<>();
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(file))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries.put(entry.getName(), zip.readAllBytes());
            }
        }
        return entries;
    }

    private static Map<String, byte[]> with(Map<String, byte[]> entries, String name, String content) {
        Map<String, byte[]> changed = new LinkedHashMap<>(entries);
        changed.remove(name);
        if (content != null) {
            changed.put(name, content.getBytes(StandardCharsets.UTF_8));
        }
        return changed;
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }
}
