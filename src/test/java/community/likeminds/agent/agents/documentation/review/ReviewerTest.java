package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.agents.documentation.DocumentationReview.ReviewRequest;
import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Selection, baselines and fingerprints. */
class ReviewerTest {

    private static final String PAGE = "# A\n\n[a](./a1.md)\n\n[a](./a1.md)\n\n## Sub\n\n[b](#none)\n";

    @TempDir
    Path folder;

    @Test
    void fingerprintsAreDistinctAndSurviveMovedLines() {
        ReviewFixture docs = new ReviewFixture(folder).page("a.md", PAGE);
        List<String> before = fingerprints(docs.review());
        docs.page("a.md", "# A\n\nA new line.\n\n" + PAGE.substring(4));
        assertThat(fingerprints(docs.review())).isEqualTo(before).doesNotHaveDuplicates().hasSize(3);
    }

    @Test
    void knownFindingsAreCountedOnly() {
        ReviewFixture docs = new ReviewFixture(folder).page("a.md", PAGE);
        Review first = docs.review();
        Review second = docs.review(new ReviewRequest(folder.toString(), Set.of(),
                first.findings().stream().limit(2).map(Finding::fingerprint).collect(Collectors.toSet()), true));
        assertThat(second.known()).isEqualTo(2);
        assertThat(second.findings()).containsExactly(first.findings().getLast());
        assertThat(second.findings().getFirst().heading()).isEqualTo("Sub");
    }

    @Test
    void kindsAreChosenAndUnknownOnesRefused() {
        ReviewFixture docs = new ReviewFixture(folder).page("a.md", PAGE);
        assertThat(docs.review(new ReviewRequest(folder.toString(), Set.of("anchor-missing"), Set.of(), true)).findings())
                .extracting(Finding::code).containsExactly("anchor-missing");
        assertThatThrownBy(() -> docs.review(new ReviewRequest(folder.toString(), Set.of("typo"), Set.of(), true)))
                .isInstanceOf(AgentException.class)
                .hasMessageContaining("typo");
    }

    @Test
    void pagesWithOneAddressOrOneTextAreFound() {
        String text = "Long enough. ".repeat(30);
        new ReviewFixture(folder).page("g/a.md", "---\nslug: /x\n---\n# A\n").page("g/b.md", "---\nslug: /x\n---\n# B\n")
                .page("g/c.md", "# C\n\n" + text).page("g/d.md", "# C\n\n" + text);
        assertThat(new ReviewFixture(folder).places()).containsExactly("page-duplicate g/b.md:2", "page-duplicate g/d.md:1");
    }

    private static List<String> fingerprints(Review review) {
        return review.findings().stream().map(Finding::fingerprint).toList();
    }
}
