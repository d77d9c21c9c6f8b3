package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import community.likeminds.agent.agents.documentation.Benchmarks.BenchRequest;
import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** Questions over a small documentation of an invented product, with the real model and the real reader. */
class AskTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    static Path temporary;

    private static Path docs;
    private static AnnotationConfigApplicationContext processing;
    private static DocumentationContext context;
    private static DocumentationAgent agent;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = DocumentProcessor.class)
    static class Processing {}

    @BeforeAll
    static void ingest() throws IOException {
        docs = temporary.resolve("paper-plane");
        write("android/setup.md", """
                # Paper Plane for Android

                ## Add the library

                Add the library to the `build.gradle` file of your module.

                ```groovy
                implementation "com.example:paperplane:2.1.0"
                ```

                ## Send the first letter

                Call `PaperPlane.send` with the address of the receiver.
                """);
        write("react/setup.md", """
                # Paper Plane for React

                ## Install the package

                Install the package with npm.

                ```bash
                npm install @example/paper-plane
                ```

                ## Delivery receipts

                Receipts are off by default. Pass `receipts: true` to the client so that senders see when a letter was read.

                ```ts
                const client = new PaperPlane({ receipts: true });
                ```
                """);
        write("limits.md", """
                # Limits

                A letter holds at most 64 kilobytes of text.
                Letters are kept for ninety days and then deleted.
                """);
        Path data = temporary.resolve("data");
        processing = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("likeminds.data=" + data).applyTo(processing);
        processing.register(Processing.class);
        processing.refresh();
        context = DocumentationContext.start(
                data, processing.getBean(DocumentProcessor.class), processing.getBean(Embeddings.class));
        agent = context.agent();
        agent.ingest(TENANT, docs.toString(), Progress.NONE);
    }

    @AfterAll
    static void close() {
        context.close();
        processing.close();
    }

    private static void write(String path, String text) throws IOException {
        Path file = docs.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Answer ask(String question, String platform) {
        return agent.ask(TENANT, new AskRequest(question, platform, ""));
    }

    @Test
    void quotesSentencesAndCodeAndCitesTheirLines() throws IOException {
        Answer answer = ask("How do I let senders see that their letter was read?", "react");
        assertThat(answer.abstained()).isFalse();
        assertThat(answer.answer()).contains("Pass `receipts: true` to the client").contains("new PaperPlane({ receipts: true })").contains("[1]");
        Citation first = answer.citations().getFirst();
        assertThat(first.page()).isEqualTo("react/setup.md");
        assertThat(first.heading()).isEqualTo("Delivery receipts");
        List<String> cited = Files.readAllLines(docs.resolve(first.page())).subList(first.startLine() - 1, first.endLine());
        assertThat(String.join("\n", cited)).contains("Pass `receipts: true`").doesNotContain("Install the package with npm");
        assertThat(answer.nextSteps()).isNotEmpty();
        assertThat(ask("How do I let senders see that their letter was read?", "react"))
                .usingRecursiveComparison()
                .ignoringFields("id")
                .isEqualTo(answer);
    }

    @Test
    void whatAnotherVersionHasStoredIsSaidRatherThanNotFound(@TempDir Path other) throws IOException {
        Path data = other.resolve("data");
        try (DocumentationContext before = DocumentationContext.start(
                data, processing.getBean(DocumentProcessor.class), processing.getBean(Embeddings.class))) {
            before.agent().ingest(TENANT, docs.toString(), Progress.NONE);
        }
        try (Stream<Path> indexes = Files.list(data.resolve("index"))) {
            for (Path index : indexes.toList()) {
                Files.move(index, index.resolveSibling("documents-0.0"));
            }
        }
        try (DocumentationContext after = DocumentationContext.start(
                data, processing.getBean(DocumentProcessor.class), processing.getBean(Embeddings.class))) {
            Answer answer = after.agent().ask(TENANT, new AskRequest("How long are letters kept?", "", ""));
            assertThat(answer.abstained()).isTrue();
            assertThat(answer.notices()).singleElement().asString().contains("paper-plane").contains("likeminds ingest " + docs);
        }
    }

    @Test
    void everyMarkHasItsCitation() {
        Answer answer = ask("How long are letters kept and how large may they be?", "");
        assertThat(answer.answer()).contains("ninety days");
        for (int i = 1; i <= answer.citations().size(); i++) {
            assertThat(answer.answer()).contains("[" + i + "]");
        }
        assertThat(answer.answer()).doesNotContain("[" + (answer.citations().size() + 1) + "]");
    }

    @Test
    void staysOnThePlatform() {
        assertThat(ask("How do I install it?", "android").citations()).extracting(Citation::page).doesNotContain("react/setup.md");
        assertThat(ask("Add the library in my Android module's build.gradle", "").citations().getFirst().page())
                .isEqualTo("android/setup.md");
    }

    @Test
    void saysWhenTheDocumentationDoesNotCoverIt() {
        for (String question : List.of(
                "How do I rotate the encryption keys of a hardware security module?",
                "What does the enterprise subscription cost per month?",
                "How do I render it in a Vue application?")) {
            Answer answer = ask(question, "");
            assertThat(answer.abstained()).describedAs(question).isTrue();
            assertThat(answer.answer()).contains("does not cover");
            assertThat(answer.nextSteps()).isNotEmpty();
        }
    }

    @Test
    void explainsAndNarrowsSearches() {
        SearchRequest request =
                new SearchRequest("delivery receipts", "", "", 5, new SearchRequest.Narrowing("", "", ""), true);
        assertThat(agent.search(TENANT, request).results()).isNotEmpty().allSatisfy(hit -> {
            ScoreExplanation explanation = Objects.requireNonNull(hit.explanation());
            assertThat(explanation.parts().values().stream().mapToDouble(part -> part).sum())
                    .isCloseTo(hit.score(), within(1e-9));
        });
        SearchRequest groovy =
                new SearchRequest("delivery receipts", "", "", 5, new SearchRequest.Narrowing("Groovy", "", ""), false);
        assertThat(agent.search(TENANT, groovy).results())
                .extracting(SearchResult.Hit::page)
                .contains("android/setup.md")
                .doesNotContain("react/setup.md");
    }

    @Test
    void refusesBadQuestions() {
        assertThatThrownBy(() -> ask(" ", ""))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("question-empty"));
        assertThatThrownBy(() -> agent.ask(TENANT, new AskRequest("What?", "", "nothing")))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("source-unknown"));
        assertThatThrownBy(() -> agent.ask(new TenantId("empty"), new AskRequest("What?", "", "")))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("no-documentation"));
        assertThatThrownBy(() -> agent.search(TENANT, new SearchRequest("letters", "", "", 0)))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("limit-invalid"));
    }

    @Test
    void benchmarksNameAPeerForEveryFigureAndLeaveNothingBehind() throws IOException {
        Path questions = temporary.resolve("questions.jsonl");
        Files.writeString(questions, """
                {"question": "How long are letters kept?", "platform": "", "expected": ["limits.md"]}
                {"question": "What does the enterprise subscription cost per month?", "platform": "", "expected": []}
                """);
        List<SourceSummary> before = agent.sources(TENANT);
        List<Figure> figures = context.get(Benchmarks.class)
                .run(TENANT, new BenchRequest(docs.toString(), 2, questions.toString(), 2, 5), Progress.NONE);
        assertThat(figures).extracting(Figure::name).contains(
                "ingestion, pages",
                "ingestion, tokens",
                "search, p50",
                "search, p99",
                "page MRR",
                "hybrid minus best leg, headings",
                "resident memory");
        assertThat(figures).allMatch(figure -> !figure.peerName().isEmpty() && Double.isFinite(figure.value()));
        assertThat(agent.sources(TENANT)).isEqualTo(before);
    }
}
