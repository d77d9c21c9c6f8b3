package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Results of searches are remembered until what they were found in changes, also when another process changes it. */
class SearchCacheTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    Path folder;

    /** Counts the questions. */
    private static final class CountingEmbeddings extends FakeEmbeddings {

        private final AtomicInteger questions = new AtomicInteger();

        @Override
        public float[] embedQuery(String text) {
            questions.incrementAndGet();
            return super.embedQuery(text);
        }
    }

    @Test
    void anotherProcessThatIngestsAgainMakesThemVoid() throws Exception {
        Path docs = Files.createDirectories(folder.resolve("docs"));
        for (int page = 0; page < 30; page++) {
            Files.writeString(docs.resolve("page" + page + ".md"), "# Page " + page + "\n\nAll about topic" + page + ".\n");
        }
        Path data = folder.resolve("data");
        CountingEmbeddings embeddings = new CountingEmbeddings();
        try (DocumentationContext context = DocumentationContext.start(data, new FakeDocumentProcessor(), embeddings)) {
            DocumentationAgent agent = context.agent();
            agent.ingest(TENANT, docs.toString(), Progress.NONE);
            SearchRequest request = new SearchRequest("topic17", "", "", 3);
            SearchResult first = agent.search(TENANT, request);
            SearchResult again = agent.search(TENANT, request);
            assertThat(first.results().getFirst().page()).isEqualTo("page17.md");
            assertThat(again.results()).isEqualTo(first.results());
            assertThat(again.id()).as("each search has an id of its own").isNotEqualTo(first.id());
            assertThat(embeddings.questions).hasValue(1);
            assertThat(agent.search(new TenantId("other"), request).results()).isEmpty();

            Files.delete(docs.resolve("page17.md"));
            Files.writeString(docs.resolve("page99.md"), "# Page 99\n\nThe new place of topic17.\n");
            Process other = IngestingProcess.start(data, docs, folder.resolve("embedded.txt"), false);
            other.getInputStream().readAllBytes();
            assertThat(other.waitFor()).isZero();
            assertThat(agent.search(TENANT, request).results().getFirst().page()).isEqualTo("page99.md");
            assertThat(embeddings.questions).as("the question is the same to the model").hasValue(1);

            agent.remove(TENANT, "docs");
            assertThat(agent.search(TENANT, request).results()).isEmpty();
        }
    }
}
