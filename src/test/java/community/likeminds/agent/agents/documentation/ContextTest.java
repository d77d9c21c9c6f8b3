package community.likeminds.agent.agents.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.assertj.core.api.Assertions.within;

import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.agents.documentation.SearchRequest.Narrowing;
import community.likeminds.agent.processors.docs.DocumentProcessor;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** What comes with a passage of an invented product's documentation and code, read by the real reader. */
class ContextTest {

    private static final TenantId TENANT = TenantId.DEFAULT;

    @TempDir
    static Path temporary;

    private static Path docs;
    private static AnnotationConfigApplicationContext processing;
    private static DocumentationContext context;

    @Configuration(proxyBeanMethods = false)
    @ComponentScan(basePackageClasses = DocumentProcessor.class)
    static class Processing {}

    @BeforeAll
    static void ingest() throws IOException {
        docs = temporary.resolve("kettle-docs");
        write("docs/guides/brewing.md", """
                # Brew your first pot

                This guide leads from an empty kettle to tea on the table. It is written for people who never spoke to a kettle before,
                and takes about ten minutes, because most of the time is spent on waiting for the water to become hot enough for the
                leaves that you chose. Everything that is said here holds for kettles of the second generation, which listen to commands
                over the network of the house and answer with the state of their heating element.

                ## Prerequisites

                Make sure the kettle is [paired with the hub](../setup/pairing.md#pair-by-button).

                ## Step 1: Fill

                Fill the tank up to the mark, and close the lid until it clicks.

                ## Step 2: Heat

                Heat the water with `heatWater` until it sings.

                ```ts
                await kettle.heatWater({ celsius: 96 });
                ```

                ## Step 3: Pour

                ### Java

                Pour with `spout.open()` in Java.

                ### Kotlin

                Pour with `spout.open()` in Kotlin.

                ## Next steps

                Read about cups.
                """);
        write("docs/setup/pairing.md", """
                # Pairing

                There are two ways.

                ## Pair by button

                Hold the copper button for three seconds.
                """);
        write("docs/reference/kettle.md", """
                # Kettle

                ## heatWater(options)

                Heats the tank. Gives a promise that is kept when the temperature is reached.
                """);
        write("docs/reference/settings.md", """
                # Settings

                | Name | Meaning |
                | --- | --- |
                | `keepWarm` | How long tea stays warm, in minutes. |
                | `descale` | When to descale. |
                """);
        write("docs/concepts/warmth.md", """
                # Warmth

                Cold tea is avoided with `keepWarm`, and the lamp blinks through `blinkLamp` while it does.
                """);
        Path code = Files.createDirectories(temporary.resolve("kettle-js"));
        Files.writeString(code.resolve("lamp.ts"), """
                /** Blinks the lamp until it is told to stop. */
                export function blinkLamp(times: number): void {
                  console.log(times);
                }
                """);
        Path foreign = Files.createDirectories(temporary.resolve("toaster-js"));
        Files.writeString(foreign.resolve("tank.ts"), "export function heatWater(grams: number): number {\n  return grams;\n}\n");
        Path data = temporary.resolve("data");
        processing = new AnnotationConfigApplicationContext();
        TestPropertyValues.of("likeminds.data=" + data).applyTo(processing);
        processing.register(Processing.class);
        processing.refresh();
        context = DocumentationContext.start(data, processing.getBean(DocumentProcessor.class), new FakeEmbeddings());
        context.agent().ingest(TENANT, docs.toString(), Progress.NONE);
        context.get(Codebases.class).index(TENANT, code.toString(), Progress.NONE);
        context.get(Codebases.class).index(TENANT, foreign.toString(), Progress.NONE);
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

    private static SearchResult search(String query, int limit, int tokens) {
        return context.agent().search(TENANT, new SearchRequest(query, "", "", limit, Narrowing.NONE, false, tokens));
    }

    private static List<ContextPassage> alone(String query) {
        return search(query, 1, 4_000).results().getFirst().context();
    }

    @Test
    void aStepBringsItsGuideItsNeighboursAndWhatComesFirst() {
        List<ContextPassage> heat = alone("heat the water until it sings");
        assertThat(heat).extracting(ContextPassage::relation, ContextPassage::page, ContextPassage::heading).contains(
                tuple(Relation.PARENT, "docs/guides/brewing.md", "Brew your first pot"),
                tuple(Relation.PREREQUISITE, "docs/guides/brewing.md", "Prerequisites"),
                tuple(Relation.PREREQUISITE, "docs/setup/pairing.md", "Pair by button"),
                tuple(Relation.DEFINITION, "docs/reference/kettle.md", "heatWater(options)"),
                tuple(Relation.PREVIOUS, "docs/guides/brewing.md", "Step 1: Fill"));
        ContextPassage next = heat.stream().filter(one -> one.relation() == Relation.NEXT).findFirst().orElseThrow();
        assertThat(next.text()).contains("in Java");
        assertThat(heat).allSatisfy(one -> assertThat(one.reason()).endsWith("."));
        assertThat(heat).noneMatch(one -> one.heading().equals("Next steps") || one.source().equals("toaster-js"));
    }

    @Test
    void citesTheLinesThatItShows() throws IOException {
        ContextPassage pairing = alone("heat the water until it sings").stream()
                .filter(one -> one.page().endsWith("pairing.md"))
                .findFirst()
                .orElseThrow();
        List<String> lines = Files.readAllLines(docs.resolve(pairing.page()));
        assertThat(String.join("\n", lines.subList(pairing.startLine() - 1, pairing.endLine()))).contains("copper button");
        assertThat(pairing.text()).contains("copper button");
    }

    @Test
    void aNameIsDefinedByItsRowAndBySourceCodeOfTheSameSdk() {
        List<ContextPassage> warmth = alone("cold tea is avoided");
        ContextPassage row = warmth.stream().filter(one -> one.page().endsWith("settings.md")).findFirst().orElseThrow();
        assertThat(row.text()).contains("keepWarm").contains("minutes").doesNotContain("descale");
        ContextPassage lamp = warmth.stream().filter(one -> one.source().equals("kettle-js")).findFirst().orElseThrow();
        assertThat(lamp.page()).isEqualTo("lamp.ts");
        assertThat(lamp.text()).contains("blinkLamp(times: number)").contains("Blinks the lamp");
        assertThat(lamp.relation()).isEqualTo(Relation.DEFINITION);
    }

    @Test
    void nothingIsShownTwiceAndTheBudgetHolds() {
        for (int budget : new int[] {0, 25, 60, 150, 4_000}) {
            SearchResult result = search("heat the water, pour and pair the kettle", 6, budget);
            Set<String> seen = new HashSet<>();
            result.results().forEach(hit -> assertThat(seen.add(hit.page() + ":" + hit.startLine())).isTrue());
            int tokens = 0;
            for (SearchResult.Hit hit : result.results()) {
                for (ContextPassage one : hit.context()) {
                    assertThat(seen.add(one.page() + ":" + one.startLine())).describedAs("%s twice", one).isTrue();
                    tokens += one.tokens();
                }
            }
            assertThat(tokens).isLessThanOrEqualTo(budget);
        }
    }

    @Test
    void anAnswerQuotesWhatComesFirstAndWhatItsNamesMean() {
        AskRequest request = new AskRequest("How do I heat the water until it sings?", "", "", Narrowing.NONE, true, 2_000);
        Answer answer = context.agent().ask(TENANT, request);
        assertThat(answer.answer()).contains("**First: ").contains("**Used above: heatWater(options)**").contains("Heats the tank.");
        for (int i = 1; i <= answer.citations().size(); i++) {
            assertThat(answer.answer()).contains("[" + i + "]");
        }
        assertThat(answer.citations()).extracting(one -> one.page()).contains("docs/guides/brewing.md", "docs/reference/kettle.md");
        assertThat(answer.considered()).isNotEmpty().allMatch(hit -> hit.explanation() != null);
        Answer bare = context.agent().ask(TENANT, new AskRequest(request.question(), "", "", Narrowing.NONE, false, 0));
        assertThat(bare.context()).isEmpty();
        assertThat(bare.considered()).isEmpty();
        assertThat(bare.answer()).doesNotContain("Used above");
    }

    @Test
    void turningPagesShowsEveryResultOnce() {
        Set<String> seen = new HashSet<>();
        int pages = 1;
        List<SearchResult.Hit> hits;
        do {
            hits = context.agent().search(TENANT, new SearchRequest("kettle tea water", "", "", 2, Narrowing.NONE, false, 0, pages++)).results();
            hits.forEach(hit -> assertThat(seen.add(hit.page() + ":" + hit.startLine())).isTrue());
        } while (!hits.isEmpty());
        assertThat(seen).hasSize(search("kettle tea water", 50, 0).results().size()).hasSizeGreaterThan(4);
        assertThatThrownBy(() -> context.agent().search(TENANT, new SearchRequest("tea", "", "", 100, Narrowing.NONE, false, 0, 6)))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("page-invalid"));
        assertThatThrownBy(() -> context.agent().search(TENANT, new SearchRequest("tea", "", "", 10, new Narrowing("", "", "poem"), false)))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("kind-unknown"));
    }

    @Test
    void codeIsFilteredByKindAndExplained() {
        Codebases codebases = context.get(Codebases.class);
        Codebases.Hit hit = codebases.search(TENANT, new Codebases.Search("blink the lamp", "kettle-js", "typescript", "function", "", 3, true, 0)).results().getFirst();
        assertThat(hit.symbol()).isEqualTo("blinkLamp");
        ScoreExplanation explanation = java.util.Objects.requireNonNull(hit.explanation());
        assertThat(explanation.parts().values().stream().mapToDouble(part -> part).sum()).isCloseTo(hit.score(), within(1e-9));
        assertThat(codebases.search(TENANT, new Codebases.Search("blink the lamp", "", "", "class", "", 3, false, 0)).results()).isEmpty();
    }

    @Test
    void refusesABudgetOutOfBounds() {
        for (int budget : new int[] {-1, SearchRequest.MOST_CONTEXT + 1}) {
            assertThatThrownBy(() -> search("tea", 1, budget))
                    .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("context-invalid"));
        }
    }

    @Test
    void anotherTenantSeesNothingOfIt() {
        TenantId other = new TenantId("other");
        Path mine = temporary.resolve("mine");
        try {
            Files.createDirectories(mine);
            Files.writeString(mine.resolve("warm.md"), "# Kettle warmth\n\nUse `keepWarm` and `blinkLamp`. Before you start, see [pairing](setup/pairing.md).\n");
        } catch (IOException failure) {
            throw new java.io.UncheckedIOException(failure);
        }
        context.agent().ingest(other, mine.toString(), Progress.NONE);
        SearchResult found = context.agent().search(other, new SearchRequest("warmth", "", "", 5, Narrowing.NONE, false, 4_000));
        assertThat(found.results()).hasSize(1).allSatisfy(hit -> assertThat(hit.context()).isEmpty());
    }
}
