package community.likeminds.agent.agents.documentation.contextretrieval;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.contextretrieval.LinkTargets.Target;
import community.likeminds.agent.processors.docs.Chunk.Link;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkTargetsTest {

    private static final LinkTargets TARGETS = new LinkTargets(List.of(
            "docs/01-start/index.md", "docs/01-start/02-pairing.mdx", "docs/guides/brewing.md", "docs/api/kettle.md", "docs/other/kettle.md", "docs/Big Cups.md"));

    private static String path(String target) {
        return TARGETS.of(new Link(target, "docs/guides/brewing.md", true)).map(Target::path).orElse("");
    }

    @ParameterizedTest
    @CsvSource({
        "../01-start/02-pairing.mdx, docs/01-start/02-pairing.mdx",
        "../start/pairing, docs/01-start/02-pairing.mdx",
        "../../start/pairing, docs/01-start/02-pairing.mdx",
        "/docs/start/pairing/, docs/01-start/02-pairing.mdx",
        "/start, docs/01-start/index.md",
        "/v2/en/start/pairing?tab=js, docs/01-start/02-pairing.mdx",
        "https://docs.example.com/start/pairing, docs/01-start/02-pairing.mdx",
        "../Big%20Cups.md, docs/Big Cups.md",
        "/api/kettle.html, docs/api/kettle.md",
        "#heat, docs/guides/brewing.md",
    })
    void findsPages(String target, String page) {
        assertThat(path(target)).isEqualTo(page);
    }

    @ParameterizedTest
    @CsvSource({"/kettle", "https://elsewhere.example.com/kettle", "https://elsewhere.example.com/pairing", "mailto:a@example.com", "../nowhere.md", "100%", "'#'"})
    void leavesOthersAlone(String target) {
        assertThat(path(target)).isEmpty();
    }

    @Test
    void keepsTheFragment() {
        assertThat(TARGETS.of(new Link("../start/pairing#pair-by%20button", "docs/guides/brewing.md", true)))
                .contains(new Target("docs/01-start/02-pairing.mdx", "pair-by button"));
    }
}
