package community.likeminds.agent.agents.documentation.contextretrieval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import community.likeminds.agent.agents.documentation.ContextPassage.Relation;
import community.likeminds.agent.processors.docs.Chunk;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.PageFacts;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class GuideStepsTest {

    private static PageOutline page(PageFacts.Kind kind, String... sections) {
        List<Chunk> passages = new ArrayList<>();
        for (String section : sections) {
            int line = 1 + 10 * passages.size();
            passages.add(new Chunk(
                    "docs", "guide.md", "Guide", List.of(section.split(" > ")), "", new LineRange(line, line + 8), "Text of " + section, section, section,
                    new PageFacts("", kind, "", "", "")));
        }
        return new PageOutline(passages);
    }

    private static List<Related> around(PageOutline page, int passage) {
        return GuideSteps.around(page.passages().get(passage), page);
    }

    @Test
    void alternativesAreOneStep() {
        PageOutline page = page(
                PageFacts.Kind.GUIDE, "Guide > Create a project", "Guide > Using npm", "Guide > Using Yarn", "Guide > With pnpm", "Guide > Start it", "Guide > Next steps");
        assertThat(around(page, 0)).singleElement().satisfies(next -> {
            assertThat(next.place().heading()).isEqualTo("Using npm");
            assertThat(next.alternatives()).containsExactly("Using Yarn", "With pnpm");
        });
        assertThat(around(page, 2)).extracting(Related::relation, one -> one.place().heading()).containsExactly(
                tuple(Relation.PREVIOUS, "Create a project"), tuple(Relation.NEXT, "Start it"));
        assertThat(around(page, 4)).extracting(Related::relation, one -> one.place().heading(), Related::alternatives).containsExactly(
                tuple(Relation.PREVIOUS, "Using npm", List.of("Using Yarn", "With pnpm")));
    }

    @Test
    void onlyNumbersMakeStepsOfOtherPages() {
        assertThat(around(page(PageFacts.Kind.REFERENCE, "open", "close", "read"), 1)).isEmpty();
        assertThat(around(page(PageFacts.Kind.OTHER, "A > Step 1 - Fill", "A > Step 2 - Heat > How hot", "A > Step 3 - Pour"), 1))
                .extracting(Related::reason)
                .containsExactly("The step before this one in \"Guide\".", "The step after this one in \"Guide\".");
    }

    @Test
    void aLongStepGoesOn() {
        PageOutline page = page(PageFacts.Kind.GUIDE, "Guide > Fill", "Guide > Fill", "Guide > Heat");
        assertThat(around(page, 0)).first().extracting(Related::reason).isEqualTo("Goes on with \"Fill\".");
    }
}
