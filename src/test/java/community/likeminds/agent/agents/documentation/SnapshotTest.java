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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SnapshotTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path temporary;

    private Path docs;
    private Path file;

    @BeforeEach
    void writeDocs() throws IOException {
        docs = Files.createDirectories(temporary.resolve("docs"));
        file = temporary.resolve("docs.zip");
        Files.writeString(docs.resolve("start.md"), "# Start\n\nCall signIn with a user name.\n");
        Files.writeString(docs.resolve("theme.md"), "# Theme\n\nThe accent colour is a variable.\n");
    }

    private DocumentationContext start(String data) {
        return DocumentationContext.start(temporary.resolve(data), new FakeDocumentProcessor(), new FakeEmbeddings());
    }

    @Test
    void anotherInstallationTakesOverWhatWasRead() {
        try (DocumentationContext context = start("one")) {
            context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            DocumentationSnapshots.Result saved =
                    context.get(DocumentationSnapshots.class).save(TENANT, List.of(), file, Progress.NONE);
            assertThat(saved.sources()).containsExactly("docs");
            assertThat(saved.passages()).isPositive().isEqualTo(saved.vectors());
        }
        try (DocumentationContext context = start("two")) {
            DocumentationSnapshots.Result restored =
                    context.get(DocumentationSnapshots.class).restore(TENANT, file, Progress.NONE);
            assertThat(restored.sources()).containsExactly("docs");
            assertThat(context.agent().sources(TENANT)).singleElement().satisfies(source -> {
                assertThat(source.pages()).isEqualTo(2);
                assertThat(source.embedded()).isEqualTo(source.chunks()).isPositive();
            });
            assertThat(context.agent().search(TENANT, new SearchRequest("signIn", "", "", 5)).results())
                    .extracting(SearchResult.Hit::page)
                    .contains("start.md");
            IngestResult again = context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            assertThat(again.unchanged()).isEqualTo(2);
            assertThat(again.embedded()).isZero();
        }
    }

    @Test
    void whatWasReadAfterTheSnapshotIsReadAgainAfterItWasRestored() throws IOException {
        FakeDocumentProcessor processor = new FakeDocumentProcessor();
        try (DocumentationContext context = DocumentationContext.start(temporary.resolve("one"), processor, new FakeEmbeddings())) {
            processor.digest = "first";
            context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            context.get(DocumentationSnapshots.class).save(TENANT, List.of(), file, Progress.NONE);
            Files.writeString(docs.resolve("theme.md"), "# Theme\n\nThe colour of notifications is a variable.\n");
            processor.digest = "second";
            context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            context.get(DocumentationSnapshots.class).restore(TENANT, file, Progress.NONE);
            assertThat(context.agent().ingest(TENANT, docs.toString(), Progress.NONE).changed()).isEqualTo(1);
            assertThat(context.agent().search(TENANT, new SearchRequest("notifications", "", "", 5)).results())
                    .extracting(SearchResult.Hit::page)
                    .contains("theme.md");
        }
    }

    @Test
    void restoringBringsBackWhatWasThenAndOnlyThat() throws IOException {
        try (DocumentationContext context = start("one")) {
            DocumentationSnapshots snapshots = context.get(DocumentationSnapshots.class);
            context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            snapshots.save(TENANT, List.of("docs"), file, Progress.NONE);
            Files.delete(docs.resolve("theme.md"));
            Files.writeString(docs.resolve("new.md"), "# New\n\nSomething about notifications.\n");
            context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            snapshots.restore(TENANT, file, Progress.NONE);
            assertThat(context.agent().search(TENANT, new SearchRequest("notifications accent colour", "", "", 5)).results())
                    .extracting(SearchResult.Hit::page)
                    .contains("theme.md")
                    .doesNotContain("new.md");
        }
    }

    @Test
    void whatCannotBeDoneIsSaidAndChangesNothing() throws IOException {
        try (DocumentationContext context = start("one")) {
            DocumentationSnapshots snapshots = context.get(DocumentationSnapshots.class);
            assertThatThrownBy(() -> snapshots.save(TENANT, List.of(), file, Progress.NONE)).satisfies(code("no-documentation"));
            context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
            assertThatThrownBy(() -> snapshots.save(TENANT, List.of("other"), file, Progress.NONE)).satisfies(code("source-unknown"));
            snapshots.save(TENANT, List.of(), file, Progress.NONE);
            try (NamedLocks.Held held =
                    context.get(NamedLocks.class).tryAcquire("ingest\u0000default\u0000docs").orElseThrow()) {
                assertThatThrownBy(() -> snapshots.restore(TENANT, file, Progress.NONE)).satisfies(code("source-busy"));
            }
            Files.writeString(file, "no zip");
            assertThatThrownBy(() -> snapshots.restore(TENANT, file, Progress.NONE)).satisfies(code("snapshot-unreadable"));
            assertThat(context.agent().sources(TENANT)).singleElement().extracting(SourceSummary::pages).isEqualTo(2);
        }
    }

    private static java.util.function.Consumer<Throwable> code(String code) {
        return failure -> assertThat(failure)
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo(code));
    }
}
