package community.likeminds.agent.agents.documentation.solutionarchitect;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SegmentsTest {

    private static Chunk chunk(String text, int start, int end) {
        return new Chunk("docs", "a.md", "A", List.of("A"), "", new LineRange(start, end), text, text, "hash", PageFacts.unknown());
    }

    @Test
    void tellsTheLinesOfEverySentenceRowAndBlock() {
        String text = """
                ## Sign in

                Call the client first. It needs a
                key, which you have. Then wait.

                - one item
                - another item

                | Name | Meaning |
                |------|---------|
                | key  | secret  |

                ```ts
                open();
                ```""";
        assertThat(Segments.of(chunk(text, 10, 24)))
                .containsExactly(
                        new Segment(Segment.Kind.SENTENCE, "Call the client first.", 12, 12),
                        new Segment(Segment.Kind.SENTENCE, "It needs a key, which you have.", 12, 13),
                        new Segment(Segment.Kind.SENTENCE, "Then wait.", 13, 13),
                        new Segment(Segment.Kind.SENTENCE, "- one item", 15, 15),
                        new Segment(Segment.Kind.SENTENCE, "- another item", 16, 16),
                        new Segment(Segment.Kind.ROW, "| key  | secret  |", 20, 20),
                        new Segment(Segment.Kind.CODE, "```ts\nopen();\n```", 22, 24));
    }

    @Test
    void citesTheWholePassageWhenItsLinesAreNotThePages() {
        assertThat(Segments.of(chunk("One sentence.\nTwo.", 3, 9))).allMatch(part -> part.startLine() == 3 && part.endLine() == 9);
    }

    @Test
    void survivesAnything() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        String[] pieces = {"```", "~~~", "\n", "| a | b |", "|--|--|", "# h", "- x", ". Word ", "<Tab>", ":::tip", "text ", "  "};
        for (int i = 0; i < 500; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(30); n > 0; n--) {
                text.append(pieces[random.nextInt(pieces.length)]);
            }
            int lines = Math.max(1, (int) text.toString().lines().count());
            assertThat(Segments.of(chunk(text.toString(), 1, lines)))
                    .describedAs("seed " + seed)
                    .allMatch(part -> part.startLine() >= 1 && part.endLine() <= lines && part.startLine() <= part.endLine());
        }
    }
}
