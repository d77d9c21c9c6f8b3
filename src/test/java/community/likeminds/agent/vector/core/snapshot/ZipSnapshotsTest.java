package community.likeminds.agent.vector.core.snapshot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.core.CollectionId;
import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.Group;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.Snapshots.Contents;
import community.likeminds.agent.vector.core.Space;
import community.likeminds.agent.vector.core.VectorSet;
import community.likeminds.agent.vector.core.VectorStore;
import community.likeminds.agent.vector.core.store.lucene.LuceneVectorStores;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ZipSnapshotsTest {

    private static final Space SPACE = new Space("notes", 2, Set.of(), Map.of());
    private static final CollectionId GUIDE = new CollectionId(TenantId.DEFAULT, "guide");

    @TempDir
    Path folder;

    private final ZipSnapshots snapshots = new ZipSnapshots();
    private LuceneVectorStores stores;
    private Path file;

    @BeforeEach
    void save() {
        stores = new LuceneVectorStores(new DataFolder(folder.resolve("data")));
        VectorStore store = stores.of(SPACE);
        Entry entry = new Entry(Map.of(SearchField.BODY, "apple"), Map.of(), "apple", "h", "");
        store.replace(GUIDE, List.of(new Group("a", List.of(entry))), new VectorSet("m", Map.of("h", new float[] {1, 0})));
        file = folder.resolve("s.zip");
        save(file);
    }

    private void save(Path target) {
        snapshots.save(
                stores.of(SPACE), SPACE, new Contents(TenantId.DEFAULT, List.of("guide"), Map.of("x", "y")), target, Progress.NONE);
    }

    @AfterEach
    void close() throws IOException {
        stores.close();
    }

    /** Writes the file again with another content of its parts; null leaves one out. */
    private Path rewritten(BiFunction<String, String, String> change) throws IOException {
        Path target = folder.resolve("changed.zip");
        try (ZipFile zip = new ZipFile(file.toFile());
                OutputStream out = Files.newOutputStream(target);
                ZipOutputStream written = new ZipOutputStream(out)) {
            for (ZipEntry entry : zip.stream().map(ZipEntry.class::cast).toList()) {
                try (InputStream in = zip.getInputStream(entry)) {
                    String text = change.apply(entry.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
                    if (text != null) {
                        written.putNextEntry(new ZipEntry(entry.getName()));
                        written.write(text.getBytes(StandardCharsets.UTF_8));
                        written.closeEntry();
                    }
                }
            }
        }
        return target;
    }

    private void refused(Path target, String code) {
        assertThatThrownBy(() -> snapshots.open(SPACE, target, Progress.NONE))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo(code));
    }

    @Test
    void aCopyIsAsGood() throws IOException {
        try (var opened = snapshots.open(SPACE, rewritten((name, text) -> text), Progress.NONE)) {
            assertThat(opened.sources()).containsExactly("guide");
        }
    }

    @Test
    void everyChangedPartIsNoticed() throws IOException {
        refused(rewritten((name, text) -> name.endsWith(".jsonl") ? text.replace("apple", "maple") : text), "snapshot-damaged");
        refused(rewritten((name, text) -> name.endsWith(".jsonl") ? text + "{}\n" : text), "snapshot-damaged");
        refused(rewritten((name, text) -> name.endsWith(".jsonl") ? "" : text), "snapshot-damaged");
        refused(rewritten((name, text) -> name.endsWith(".jsonl") ? null : text), "snapshot-damaged");
        refused(rewritten((name, text) -> name.startsWith("attachments/") ? "z" : text), "snapshot-damaged");
        refused(rewritten((name, text) -> name.equals("manifest.json") ? text.substring(9) : text), "snapshot-damaged");
    }

    @Test
    void aTornFileIsNoticed() throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        for (int length : List.of(0, 10, bytes.length / 2, bytes.length - 3)) {
            Path torn = folder.resolve("torn.zip");
            Files.write(torn, java.util.Arrays.copyOf(bytes, length));
            refused(torn, "snapshot-unreadable");
        }
        refused(folder.resolve("missing.zip"), "snapshot-unreadable");
    }

    @Test
    void otherVersionsAreToldApart() throws IOException {
        refused(rewritten((name, text) -> text.replace("\"format\":1", "\"format\":2")), "snapshot-newer");
        refused(rewritten((name, text) -> text.replace("\"spaceVersion\":2", "\"spaceVersion\":3")), "snapshot-newer");
        refused(rewritten((name, text) -> text.replace("\"spaceVersion\":2", "\"spaceVersion\":1")), "snapshot-older");
        refused(rewritten((name, text) -> text.replace("\"space\":\"notes\"", "\"space\":\"code\"")), "snapshot-other");
        refused(rewritten((name, text) -> name.equals("manifest.json") ? null : text), "snapshot-other");
    }

    @Test
    void nothingIsOverwrittenOrLeftBehind() throws IOException {
        assertThatThrownBy(() -> save(file))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("snapshot-exists"));
        assertThatThrownBy(() -> save(folder.resolve("no/such/folder.zip")))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("snapshot-unwritable"));
        try (var files = Files.list(folder)) {
            assertThat(files.map(path -> path.getFileName().toString())).containsExactlyInAnyOrder("data", "s.zip");
        }
    }
}
