package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IngestTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path temporary;

    private Path docs;
    private final FakeEmbeddings embeddings = new FakeEmbeddings();

    @BeforeEach
    void writeDocs() throws IOException {
        docs = temporary.resolve("docs");
        write("start.md", "# Getting started\n\nAdd the package with npm.\n\n## Sign in\n\nCall signIn with a user name.\n");
        write("theme.md", "# Theming\n\nThe accent colour is set by a variable.\n");
    }

    private void write(String path, String text) throws IOException {
        Path file = docs.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private DocumentationContext start() {
        return DocumentationContext.start(temporary.resolve("data"), new FakeDocumentProcessor(), embeddings);
    }

    private IngestResult ingest(DocumentationContext context) {
        return context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
    }

    private static List<String> pages(DocumentationContext context, String query) {
        return context.agent().search(TENANT, new SearchRequest(query, "", "", 10)).results().stream()
                .map(SearchResult.Hit::page)
                .distinct()
                .toList();
    }

    @Test
    void aSecondRunChangesNothing() {
        try (DocumentationContext context = start()) {
            IngestResult first = ingest(context);
            assertThat(List.of(first.pages(), first.added(), first.chunks(), first.embedded())).containsExactly(2, 2, 3, 3);
        }
        try (DocumentationContext context = start()) {
            IngestResult second = ingest(context);
            assertThat(List.of(second.pages(), second.added(), second.changed(), second.removed(), second.unchanged()))
                    .containsExactly(2, 0, 0, 0, 2);
            assertThat(second.embedded()).isZero();
            assertThat(embeddings.embedded).hasSize(3);
            assertThat(context.agent().sources(TENANT)).singleElement().satisfies(source -> {
                assertThat(source.name()).isEqualTo("docs");
                assertThat(List.of(source.pages(), source.chunks(), source.embedded())).containsExactly(2, 3, 3);
            });
        }
    }

    @Test
    void anUntouchedSourceIsNotEvenRead() throws IOException {
        FakeDocumentProcessor processor = new FakeDocumentProcessor();
        processor.digest = "same";
        try (DocumentationContext context = DocumentationContext.start(temporary.resolve("data"), processor, embeddings)) {
            ingest(context);
            IngestResult second = ingest(context);
            assertThat(processor.reads).isEqualTo(1);
            assertThat(List.of(second.pages(), second.unchanged(), second.chunks(), second.embedded())).containsExactly(2, 2, 3, 0);
            processor.digest = "other";
            assertThat(ingest(context).unchanged()).isEqualTo(2);
            assertThat(processor.reads).isEqualTo(2);
            context.agent().remove(TENANT, "docs");
            assertThat(ingest(context).added()).isEqualTo(2);
            processor.digest = "";
            ingest(context);
            ingest(context);
            assertThat(processor.reads).isEqualTo(5);
        }
    }

    @Test
    void onlyWhatChangedIsDoneAgain() throws IOException {
        try (DocumentationContext context = start()) {
            ingest(context);
            write("start.md", "# Getting started\n\nAdd the package with npm.\n\n## Sign in\n\nCall login with a token.\n");
            write("new.md", "# News\n\nEvents arrive by webhook.\n");
            Files.delete(docs.resolve("theme.md"));
            IngestResult again = ingest(context);
            assertThat(List.of(again.added(), again.changed(), again.removed(), again.unchanged())).containsExactly(1, 1, 1, 0);
            assertThat(again.embedded()).isEqualTo(2);
            assertThat(pages(context, "accent colour")).doesNotContain("theme.md");
            assertThat(pages(context, "webhook")).first().isEqualTo("new.md");
        }
    }

    @Test
    void aKilledRunIsTakenUpWhereItEnded() throws IOException {
        for (int i = 0; i < 150; i++) {
            write("page" + i + ".md", "# Page " + i + "\n\nAll about topic" + i + " and its neighbours.\n");
        }
        embeddings.diesAfter = 100;
        try (DocumentationContext context = start()) {
            assertThatThrownBy(() -> ingest(context)).isInstanceOf(FakeEmbeddings.Killed.class);
            assertThat(pages(context, "topic17")).first().isEqualTo("page17.md");
            assertThat(context.agent().search(TENANT, new SearchRequest("topic18", "", "", 10)).notices())
                    .singleElement()
                    .asString()
                    .contains("have no vectors yet", "likeminds ingest " + docs);
        }
        embeddings.diesAfter = Integer.MAX_VALUE;
        try (DocumentationContext context = start()) {
            IngestResult again = ingest(context);
            assertThat(List.of(again.added(), again.changed(), again.unchanged())).containsExactly(0, 0, 152);
            assertThat(again.chunks()).isEqualTo(153);
            // Of the 100 that were made, all but the last 64 at most had been saved with their batches.
            assertThat(again.embedded()).isBetween(153 - 100, 153 - 100 + 64);
            assertThat(context.agent().sources(TENANT).getFirst().embedded()).isEqualTo(153);
            assertThat(context.agent().search(TENANT, new SearchRequest("topic18", "", "", 10)).notices()).isEmpty();
        }
    }

    @Test
    void aRemovedSourceIsGoneAndComesBackWithoutEmbedding() {
        try (DocumentationContext context = start()) {
            ingest(context);
            context.agent().remove(TENANT, "docs");
            assertThat(context.agent().sources(TENANT)).isEmpty();
            assertThat(pages(context, "accent colour")).isEmpty();
            assertThat(ingest(context).embedded()).isZero();
            assertThat(context.agent().sources(TENANT).getFirst().embedded()).isEqualTo(3);
            assertThatThrownBy(() -> context.agent().remove(TENANT, "nothing"))
                    .isInstanceOfSatisfying(
                            AgentException.class, error -> assertThat(error.code()).isEqualTo("source-unknown"));
        }
    }

    @Test
    void anIndexThatWasLostIsMadeAgainFromTheCache() throws IOException {
        try (DocumentationContext context = start()) {
            ingest(context);
        }
        try (var files = Files.walk(temporary.resolve("data/index"))) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
        try (DocumentationContext context = start()) {
            assertThat(ingest(context).embedded()).isZero();
            assertThat(pages(context, "accent colour")).first().isEqualTo("theme.md");
        }
    }

    @Test
    void foldersOfOneNameStayApart() throws IOException {
        Path other = temporary.resolve("second/docs");
        Files.createDirectories(other);
        Files.writeString(other.resolve("start.md"), "# Elsewhere\n\nAnother product.\n");
        try (DocumentationContext context = start()) {
            ingest(context);
            assertThat(context.agent().ingest(TENANT, other.toString(), Progress.NONE).source()).isEqualTo("second/docs");
            assertThat(context.agent().ingest(TENANT, other.toString(), Progress.NONE).unchanged()).isEqualTo(1);
            assertThat(context.agent().sources(TENANT)).extracting(SourceSummary::name).containsExactly("docs", "second/docs");
            assertThat(context.get(DocumentReading.class)
                            .pages(TENANT, List.of(docs.toString(), other.toString()), Progress.NONE))
                    .extracting(page -> page.source() + ":" + page.path())
                    .containsExactly("docs:start.md", "docs:theme.md", "second/docs:start.md");
        }
    }

    @Test
    void aSourceIsIngestedByOneAtATime() throws Exception {
        try (DocumentationContext context = start();
                ExecutorService other = Executors.newSingleThreadExecutor()) {
            CountDownLatch reading = new CountDownLatch(1);
            CountDownLatch tried = new CountDownLatch(1);
            Future<IngestResult> first = other.submit(() -> context.agent().ingest(TENANT, docs.toString(), (stage, done, total, detail) -> {
                reading.countDown();
                await(tried);
            }));
            await(reading);
            assertThatThrownBy(() -> ingest(context))
                    .isInstanceOfSatisfying(AgentException.class, error -> {
                        assertThat(error.kind()).isEqualTo(AgentException.Kind.CONFLICT);
                        assertThat(error.code()).isEqualTo("source-busy");
                    });
            tried.countDown();
            assertThat(first.get().pages()).isEqualTo(2);
            assertThat(ingest(context).unchanged()).isEqualTo(2);
            assertThat(context.get(NamedLocks.class).tryAcquire("other")).isPresent();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void progressNamesItsStages() {
        List<String> stages = new java.util.concurrent.CopyOnWriteArrayList<>();
        try (DocumentationContext context = start()) {
            context.agent().ingest(TENANT, docs.toString(), (stage, done, total, detail) -> stages.add(stage));
        }
        assertThat(stages.stream().distinct()).containsExactly("Reading pages", "Indexing words", "Embedding");
    }
}
