package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Review.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HeadingCheckTest {

    @TempDir
    Path folder;

    private List<String> places(String page) {
        return new ReviewFixture(folder.resolve("docs")).page("start.md", page).review().findings().stream()
                .filter(one -> one.code().startsWith("heading-"))
                .map(ReviewFixture::place)
                .toList();
    }

    @Test
    void aSkippedLevelIsReported() {
        assertThat(places("# Kettle\n\n### Fill\n\nText.\n\n## Heat\n\n#### Boil\n\nText.\n\n### Pour\n"))
                .containsExactly("heading-skipped start.md:3", "heading-skipped start.md:9");
    }

    @Test
    void aPageMayBeginAnywhereAndGoBackAnyNumberOfLevels() {
        assertThat(places("### Fill\n\n#### Lid\n\n## Heat\n\n```md\n##### no heading\n```\n\n### Pour\n")).isEmpty();
    }

    @Test
    void aHeadingThatStandsTwiceInASectionIsReportedWithTheFirst() {
        List<Finding> found = new ReviewFixture(folder.resolve("docs"))
                .page("start.md", "# Kettle\n\n## Heat {#heat}\n\nText.\n\n## Pour\n\n## HEAT\n\nText.\n")
                .review()
                .findings();
        assertThat(found).singleElement().satisfies(one -> {
            assertThat(ReviewFixture.place(one)).isEqualTo("heading-repeated start.md:9");
            assertThat(one.message()).contains("first in line 3");
        });
    }

    @Test
    void sectionsAndAlternativesMayRepeatTheirHeadings() {
        assertThat(places("# Kettle\n\n## Java\n\n### Install\n\n## Kotlin\n\n### Install\n")).isEmpty();
        assertThat(places("# Kettle\n\n<TabItem value=\"a\">\n\n## Install\n\n</TabItem>\n<TabItem value=\"b\">\n\n## Install\n\n</TabItem>\n")).isEmpty();
        assertThat(places("# Kettle\n\n:::note\n#### Aside\n:::\n\n## Install\n")).isEmpty();
    }
}
