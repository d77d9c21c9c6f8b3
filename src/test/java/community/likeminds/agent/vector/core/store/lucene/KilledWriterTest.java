package community.likeminds.agent.vector.core.store.lucene;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.vector.core.Counts;
import community.likeminds.agent.vector.core.StoredEntry;
import community.likeminds.agent.vector.core.VectorStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KilledWriterTest {

    @TempDir
    Path data;

    /** {@code kill -9} at moments of chance: what is found afterwards is one generation, no older than the last that was reported. */
    @Test
    void leavesTheLastCommit() throws Exception {
        long seed = new Random().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 3; round++) {
            Path said = Files.createTempFile(data, "said", ".txt");
            Process writer = new ProcessBuilder(
                            ProcessHandle.current().info().command().orElseThrow(),
                            "-XX:TieredStopAtLevel=1",
                            "-cp",
                            System.getProperty("java.class.path"),
                            DyingWriter.class.getName(),
                            data.toString())
                    .redirectOutput(said.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            int reported = reported(writer, said, 1 + random.nextInt(6), random.nextInt(60));
            try (LuceneVectorStores stores = new LuceneVectorStores(new DataFolder(data))) {
                VectorStore store = stores.of(DyingWriter.SPACE);
                List<StoredEntry> entries = new ArrayList<>(store.group(DyingWriter.GUIDE, "a"));
                entries.addAll(store.group(DyingWriter.GUIDE, "b"));
                assertThat(entries).describedAs("seed " + seed).hasSize(2 * DyingWriter.PARTS);
                assertThat(entries.stream().map(stored -> stored.entry().payload()).collect(Collectors.toSet()))
                        .describedAs("seed " + seed)
                        .singleElement()
                        .satisfies(generation -> assertThat(Integer.parseInt(generation)).isGreaterThanOrEqualTo(reported));
                assertThat(store.counts(DyingWriter.GUIDE, "m"))
                        .isEqualTo(new Counts(2 * DyingWriter.PARTS, 2 * DyingWriter.PARTS));
                store.delete(DyingWriter.GUIDE);
            }
        }
    }

    /** Kills the writer a moment after it has reported some generations; returns the last that it reported. */
    private static int reported(Process writer, Path said, int generations, int moment)
            throws IOException, InterruptedException {
        while (complete(said).size() < generations) {
            assertThat(writer.isAlive()).isTrue();
            Thread.sleep(5);
        }
        Thread.sleep(moment);
        writer.destroyForcibly().waitFor();
        return Integer.parseInt(complete(said).getLast());
    }

    private static List<String> complete(Path said) throws IOException {
        String text = Files.readString(said);
        return text.substring(0, text.lastIndexOf('\n') + 1).lines().toList();
    }
}
