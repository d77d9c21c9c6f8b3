package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.SourceChanges;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.revwalk.RevCommit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** On a real repository and the real reader. */
class GitIngestTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path temporary;

    private Path repository;
    private final AnnotationConfigApplicationContext processing = new AnnotationConfigApplicationContext();

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = DocumentProcessor.class)
    static class Processing {}

    @BeforeEach
    void makeRepository() throws Exception {
        repository = Files.createDirectories(temporary.resolve("orbit.git"));
        Git.init().setDirectory(repository.toFile()).setInitialBranch("main").call().close();
        TestPropertyValues.of("likeminds.data=" + temporary.resolve("data")).applyTo(processing);
        processing.register(Processing.class);
        processing.refresh();
    }

    @AfterEach
    void close() {
        processing.close();
    }

    private RevCommit commit(String path, String text) throws Exception {
        Files.createDirectories(repository.resolve(path).getParent());
        Files.writeString(repository.resolve(path), text);
        try (Git git = Git.open(repository.toFile())) {
            git.add().addFilepattern(".").call();
            return git.commit().setMessage("docs").setAuthor("A", "a@example.org").setCommitter("A", "a@example.org").setSign(false).call();
        }
    }

    private IngestResult ingest(DocumentationContext context) {
        return context.agent().ingest(TENANT, repository + "#main:docs", Progress.NONE);
    }

    @Test
    void aSecondIngestSaysWhatLedToIt() throws Exception {
        commit("docs/_install.mdx", "Run the installer.\n");
        commit("docs/a.mdx", "import Install from './_install.mdx'\n\n# A\n\n<Install />\n");
        RevCommit first = commit("docs/b.mdx", "# B\n\nAll about orbits.\n");
        try (DocumentationContext context =
                DocumentationContext.start(temporary.resolve("data"), processing.getBean(DocumentProcessor.class), new FakeEmbeddings())) {
            assertThat(ingest(context).history()).isNull();
            assertThat(context.agent().sources(TENANT)).singleElement().satisfies(source -> {
                assertThat(source.version()).isEqualTo(first.name());
                assertThat(source.history()).isNull();
            });
            RevCommit second = commit("docs/_install.mdx", "Copy the files.\n");
            IngestResult result = ingest(context);
            assertThat(result.version()).isEqualTo(second.name());
            assertThat(List.of(result.changed(), result.unchanged())).as("the partial changes the page that shows it").containsExactly(2, 1);
            SourceChanges changes = result.history();
            assertThat(changes).isEqualTo(new SourceChanges(first.name(), second.name(), 1, 0, 1, 0,
                    List.of(new SourceChanges.FileChange("_install.mdx", SourceChanges.Kind.CHANGED))));
            assertThat(context.agent().sources(TENANT)).singleElement()
                    .satisfies(source -> assertThat(source.history()).isEqualTo(changes));
            assertThat(context.get(IngestionJobs.class).list(TENANT).getFirst().result()).isEqualTo(result);

            IngestResult again = ingest(context);
            assertThat(again.history()).isNull();
            assertThat(again.unchanged()).isEqualTo(3);
            assertThat(context.agent().sources(TENANT)).singleElement()
                    .satisfies(source -> assertThat(source.history()).as("still what led to this version").isEqualTo(changes));

            RevCommit elsewhere = commit("src/main.c", "int main;\n");
            IngestResult untouched = ingest(context);
            assertThat(untouched.unchanged()).isEqualTo(3);
            assertThat(untouched.history()).isEqualTo(new SourceChanges(second.name(), elsewhere.name(), 1, 0, 0, 0, List.of()));
        }
    }
}
