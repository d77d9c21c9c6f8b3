package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.documentation.IngestionJob.State;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ingestion in real processes: killed in the middle, and two at once. */
class KilledIngestTest {

    private static final TenantId TENANT = TenantId.DEFAULT;
    private static final int PAGES = 420;
    private static final int BATCH = 64;
    private static final int KILLS = 4;

    @TempDir
    Path temporary;

    private Path docs;
    private Path embedded;

    @BeforeEach
    void writeDocs() throws IOException {
        docs = Files.createDirectories(temporary.resolve("docs"));
        embedded = temporary.resolve("embedded.txt");
        for (int i = 0; i < PAGES; i++) {
            Files.writeString(docs.resolve("page" + i + ".md"), "# Page " + i + "\n\nAll about topic" + i + " and its neighbours.\n");
        }
    }

    private List<String> embedded() throws IOException {
        return Files.exists(embedded) ? Files.readAllLines(embedded) : List.of();
    }

    @Test
    void killedAtRandomPointsItLosesAndRepeatsNothing() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        Path data = temporary.resolve("data");
        for (int kill = 0; kill < KILLS; kill++) {
            Process process = IngestingProcess.start(data, docs, embedded, false);
            killAfter(process, 1 + random.nextInt(11));
            if (kill == 1) {
                Files.delete(docs.resolve("page7.md"));
            }
        }
        IngestingProcess.TellingEmbeddings embeddings = new IngestingProcess.TellingEmbeddings(embedded);
        try (DocumentationContext context = DocumentationContext.start(data, new FakeDocumentProcessor(), embeddings)) {
            IngestResult result = context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            assertThat(result.chunks()).as("seed " + seed).isEqualTo(PAGES - 1);
            // A batch that was being embedded when its process was killed is embedded again, and nothing else.
            List<String> all = embedded();
            assertThat(new TreeSet<>(all)).as("seed " + seed).hasSizeBetween(PAGES - 1, PAGES);
            assertThat(all.size()).as("seed " + seed).isLessThanOrEqualTo(PAGES + KILLS * BATCH);
            assertThat(context.get(DocumentVectors.class).counts(TENANT, "docs", embeddings.model()))
                    .as("seed " + seed)
                    .isEqualTo(new DocumentVectors.Counts(PAGES - 1, PAGES - 1));
            List<State> states = context.get(IngestionJobs.class).list(TENANT).stream().map(IngestionJob::state).toList();
            assertThat(states.getFirst()).isEqualTo(State.DONE);
            assertThat(states).as("seed " + seed).doesNotContain(State.RUNNING, State.QUEUED, State.FAILED);
            assertThat(found(context)).as("seed " + seed).isEqualTo(undisturbed());
            assertThat(context.agent().ingest(TENANT, docs.toString(), Progress.NONE).unchanged()).isEqualTo(PAGES - 1);
        }
    }

    /** Kills a process after so many of its steps; it may have ended before. */
    private static void killAfter(Process process, int steps) throws Exception {
        try (BufferedReader out = process.inputReader()) {
            int seen = 0;
            while (seen < steps && out.readLine() != null) {
                seen++;
            }
            process.destroyForcibly().waitFor();
        }
    }

    /** What an ingestion that nothing happens to makes of the same folder. */
    private List<String> undisturbed() throws IOException {
        try (DocumentationContext context =
                DocumentationContext.start(temporary.resolve("other"), new FakeDocumentProcessor(), new FakeEmbeddings())) {
            context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            return found(context);
        }
    }

    private static List<String> found(DocumentationContext context) {
        List<String> found = new ArrayList<>();
        for (int i = 0; i < PAGES; i += 7) {
            // The best only: the others are hardly told apart, and word statistics remember deleted pages for a while.
            SearchResult result = context.agent().search(TENANT, new SearchRequest("topic" + i + " page", "", "", 1));
            result.results().forEach(hit -> found.add("%s %d %s".formatted(hit.page(), hit.startLine(), hit.text())));
        }
        return found;
    }

    @Test
    void twoProcessesDoNotCollide() throws Exception {
        Path data = temporary.resolve("data");
        Files.createFile(IngestingProcess.hold(embedded));
        Process process = IngestingProcess.start(data, docs, embedded, false);
        try (BufferedReader out = process.inputReader();
                DocumentationContext context =
                        DocumentationContext.start(data, new FakeDocumentProcessor(), new FakeEmbeddings())) {
            String line = out.readLine();
            while (line != null && !line.startsWith("Embedding")) {
                line = out.readLine();
            }
            assertThat(line).startsWith("Embedding");
            // What a process is at is written by its heart, not by its work.
            while (!context.get(IngestionJobs.class).list(TENANT).getFirst().source().equals("docs")) {
                Thread.sleep(20);
            }
            assertThatThrownBy(() -> context.agent().ingest(TENANT, docs.toString(), Progress.NONE))
                    .isInstanceOfSatisfying(AgentException.class, busy -> {
                        assertThat(busy.code()).isEqualTo("source-busy");
                        assertThat(busy.fact()).contains("process " + process.pid());
                    });
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (DocumentationContext context =
                DocumentationContext.start(data, new FakeDocumentProcessor(), new FakeEmbeddings())) {
            IngestionJobs jobs = context.get(IngestionJobs.class);
            assertThat(jobs.list(TENANT)).extracting(IngestionJob::state).containsExactly(State.FAILED, State.INTERRUPTED);
            assertThat(context.agent().ingest(TENANT, docs.toString(), Progress.NONE).unchanged()).isEqualTo(PAGES);
            assertThat(jobs.list(TENANT).getFirst().state()).isEqualTo(State.DONE);
        }
    }

    @Test
    void aServerGoesOnWithTheBackgroundJobsOfOneThatWasKilled() throws Exception {
        Path data = temporary.resolve("data");
        Files.createFile(IngestingProcess.hold(embedded));
        Process process = IngestingProcess.start(data, docs, embedded, true);
        try (BufferedReader out = process.inputReader()) {
            String line = out.readLine();
            while (line != null && !line.equals("Embedding")) {
                line = out.readLine();
            }
            assertThat(line).isEqualTo("Embedding");
        } finally {
            process.destroyForcibly().waitFor();
        }
        try (DocumentationContext context =
                DocumentationContext.start(data, new FakeDocumentProcessor(), new FakeEmbeddings())) {
            IngestionJobs jobs = context.get(IngestionJobs.class);
            context.working();
            IngestionJob job = jobs.list(TENANT).getFirst();
            while (!job.state().ended()) {
                Thread.sleep(20);
                job = jobs.get(TENANT, job.id());
            }
            assertThat(job.state()).isEqualTo(State.DONE);
            assertThat(job.result()).extracting(IngestResult::embedded).isEqualTo(PAGES);
            assertThat(jobs.list(TENANT)).hasSize(1);
        }
    }
}
