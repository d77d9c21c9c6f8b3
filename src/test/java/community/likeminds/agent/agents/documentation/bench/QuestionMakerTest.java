package community.likeminds.agent.agents.documentation.bench;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.bench.SelfMade.Place;
import community.likeminds.agent.agents.documentation.bench.SelfMade.Question;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QuestionMakerTest {

    private static final String REST = " It goes on for a while, so that enough is left to be found: " + "words of many kinds, ".repeat(10);

    private final List<Chunk> chunks = List.of(
            chunk("a.md", 3, List.of("Letters", "Writing your first letter"), "## Writing your first letter\n\nTake some paper." + REST),
            chunk("a.md", 30, List.of("Letters", "What happens to old letters?"), "## What happens to old letters?\n\nThey are burnt." + REST),
            chunk("b.md", 3, List.of("Stamps"), "# Stamps\n\nEvery stamp that was ever printed can be bought at the counter." + REST),
            chunk("b.md", 20, List.of("Stamps", "`glueStamp()`"), "## `glueStamp()`\n\nGlues." + REST),
            chunk("c.md", 5, List.of("Setup", "Further reading for beginners"), "Books." + REST),
            chunk("d.md", 5, List.of("Usage", "Further reading for beginners"), "Papers." + REST));

    private final SelfMade made = QuestionMaker.make(chunks, 10);

    private static Chunk chunk(String page, int line, List<String> headings, String text) {
        String embedded = headings.getFirst() + " > " + headings.getLast() + "\n\n" + text.replaceAll("(?m)^#.*\n\n", "");
        return new Chunk(
                "post",
                page,
                headings.getFirst(),
                headings,
                "",
                new LineRange(line, line + 9),
                text,
                embedded,
                page + line,
                PageFacts.unknown());
    }

    private Chunk after(String page, int line) {
        return made.pages().get(page).stream()
                .filter(chunk -> chunk.lines().start() == line)
                .findFirst()
                .orElseThrow();
    }

    private List<String> asked(String kind) {
        return made.sets().getOrDefault(kind, List.of()).stream().map(Question::text).toList();
    }

    @Test
    void headingsAreAskedAndTakenOut() {
        assertThat(asked(QuestionMaker.HEADINGS)).containsExactly("Writing your first letter");
        assertThat(asked(QuestionMaker.QUESTIONS)).containsExactly("What happens to old letters?");
        Chunk chunk = after("a.md", 3);
        assertThat(chunk.headings()).containsExactly("Letters");
        assertThat(chunk.text()).startsWith("Take some paper.");
        assertThat(chunk.embedded()).startsWith("Letters\n\nTake some paper.");
        assertThat(chunk.contentHash()).isNotEqualTo("a.md3");
    }

    @Test
    void headingsThatSeveralPagesHaveAreNotAsked() {
        assertThat(made.sets().values().stream().flatMap(List::stream).map(Question::text))
                .doesNotContain("Further reading for beginners");
    }

    @Test
    void firstSentencesAreAskedAndTakenOut() {
        assertThat(asked(QuestionMaker.SENTENCES))
                .containsExactly("Every stamp that was ever printed can be bought at the counter.");
        assertThat(after("b.md", 3).text()).startsWith("# Stamps").doesNotContain("counter").contains("It goes on");
        assertThat(after("b.md", 3).embedded()).doesNotContain("counter");
    }

    @Test
    void namesAskForThePageThatDefinesThem() {
        assertThat(asked(QuestionMaker.NAMES)).containsExactly("glueStamp()");
        Question question = made.sets().get(QuestionMaker.NAMES).getFirst();
        assertThat(question.answers()).contains(new Place("b.md", 20, 29)).allMatch(place -> place.page().equals("b.md"));
        assertThat(question.answeredBy(after("b.md", 20))).isTrue();
        assertThat(question.answeredBy(after("a.md", 3))).isFalse();
    }

    @Test
    void mistakesAreNearWhatWasMeantAndAlwaysTheSame() {
        List<Chunk> many = Stream.iterate(1, i -> i + 1)
                .limit(12)
                .map(i -> chunk("p" + i + ".md", 3, List.of("Page " + i, "Collecting parcels number " + i), "Text." + REST))
                .toList();
        List<String> misspelt = QuestionMaker.make(many, 10).sets().get(QuestionMaker.MISSPELT).stream()
                .map(Question::text)
                .toList();
        assertThat(misspelt).isNotEmpty().noneMatch(text -> text.startsWith("Collecting "));
        assertThat(misspelt).allMatch(text -> text.matches("C\\w{8,10} parcels number \\d+"));
        assertThat(QuestionMaker.make(many, 10).sets().get(QuestionMaker.MISSPELT)).extracting(Question::text).isEqualTo(misspelt);
    }
}
