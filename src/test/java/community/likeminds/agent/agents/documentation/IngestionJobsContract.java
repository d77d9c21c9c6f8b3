package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.documentation.IngestionJob.State;
import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What ingestion jobs do on every relational store. */
abstract class IngestionJobsContract {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path temporary;

    private final TestDatabase database;
    private Path docs;
    private final HeldEmbeddings embeddings = new HeldEmbeddings();

    /** Embeds nothing before it is let go. */
    private static final class HeldEmbeddings extends FakeEmbeddings {
        private final CountDownLatch reached = new CountDownLatch(1);
        private final CountDownLatch letGo = new CountDownLatch(1);

        @Override
        public float[] embedPassage(String text) {
            reached.countDown();
            await(letGo);
            return super.embedPassage(text);
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(1, TimeUnit.MINUTES)).isTrue();
        } catch (InterruptedException interrupted) {
            throw new IllegalStateException(interrupted);
        }
    }

    IngestionJobsContract(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void writeDocs() throws IOException {
        docs = Files.createDirectories(temporary.resolve("docs"));
        for (int i = 0; i < 100; i++) {
            Files.writeString(docs.resolve("page" + i + ".md"), "# Page " + i + "\n\nAll about topic" + i + ".\n");
        }
    }

    private DocumentationContext start() {
        return DocumentationContext.start(temporary.resolve("data"), database, new FakeDocumentProcessor(), embeddings).working();
    }

    private static IngestionJob ended(IngestionJobs jobs, String id) throws InterruptedException {
        IngestionJob job = jobs.get(TENANT, id);
        while (!job.state().ended()) {
            Thread.sleep(20);
            job = jobs.get(TENANT, id);
        }
        return job;
    }

    @Test
    void wordsAreFoundWhileVectorsAreBeingMade() throws InterruptedException {
        try (DocumentationContext context = start()) {
            IngestionJobs jobs = context.get(IngestionJobs.class);
            IngestionJob job = jobs.start(TENANT, docs.toString());
            await(embeddings.reached);
            SearchResult found = context.agent().search(TENANT, new SearchRequest("topic17", "", "", 5));
            assertThat(found.results()).first().extracting(SearchResult.Hit::page).isEqualTo("page17.md");
            assertThat(jobs.get(TENANT, job.id()).state()).isEqualTo(State.RUNNING);
            embeddings.letGo.countDown();
            IngestionJob done = ended(jobs, job.id());
            assertThat(done.state()).isEqualTo(State.DONE);
            assertThat(done.source()).isEqualTo("docs");
            assertThat(done.result()).extracting(IngestResult::embedded).isEqualTo(100);
            assertThat(done.done()).isEqualTo(done.total()).isEqualTo(100);
            assertThat(done.endedAt()).isNotNull();
        }
    }

    @Test
    void aRunningJobIsCancelledAtItsNextStepAndKeepsWhatItDid() throws InterruptedException {
        try (DocumentationContext context = start()) {
            IngestionJobs jobs = context.get(IngestionJobs.class);
            IngestionJob job = jobs.start(TENANT, docs.toString());
            IngestionJob waiting = jobs.start(TENANT, docs.resolve("page1.md").toString());
            await(embeddings.reached);
            assertThat(jobs.cancel(TENANT, waiting.id()).state()).isEqualTo(State.CANCELLED);
            jobs.cancel(TENANT, job.id());
            // The heart that hears of it beats once a second.
            Thread.sleep(1500);
            embeddings.letGo.countDown();
            IngestionJob cancelled = ended(jobs, job.id());
            assertThat(cancelled.state()).isEqualTo(State.CANCELLED);
            assertThatThrownBy(() -> jobs.cancel(TENANT, job.id()))
                    .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("job-ended"));
            // The batch before was kept; the one that was being embedded is embedded again.
            assertThat(embeddings.embedded).hasSizeLessThan(100);
            assertThat(context.agent().ingest(TENANT, docs.toString(), Progress.NONE).embedded()).isBetween(1, 99);
            assertThat(jobs.list(TENANT)).extracting(IngestionJob::state)
                    .containsExactly(State.DONE, State.CANCELLED, State.CANCELLED);
        }
    }

    @Test
    void aFailureIsRecordedWithItsRemedy() throws InterruptedException {
        try (DocumentationContext context = start()) {
            IngestionJobs jobs = context.get(IngestionJobs.class);
            embeddings.diesAfter = 0;
            embeddings.letGo.countDown();
            assertThatThrownBy(() -> context.agent().ingest(TENANT, docs.toString(), Progress.NONE))
                    .isInstanceOf(FakeEmbeddings.Killed.class);
            IngestionJob failed = jobs.list(TENANT).getFirst();
            assertThat(failed.state()).isEqualTo(State.FAILED);
            assertThat(failed.failure()).extracting(IngestionJob.Failure::code).isEqualTo("internal");
            assertThatThrownBy(() -> jobs.get(TENANT, "nothing"))
                    .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("job-unknown"));
        }
    }
}
