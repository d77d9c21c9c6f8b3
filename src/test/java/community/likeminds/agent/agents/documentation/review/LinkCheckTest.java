package community.likeminds.agent.agents.documentation.review;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.documentation.Review;
import community.likeminds.agent.agents.documentation.Review.Finding;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Links are resolved as site generators resolve them. */
class LinkCheckTest {

    @TempDir
    Path folder;

    private ReviewFixture docs;

    @BeforeEach
    void site() {
        docs = new ReviewFixture(folder)
                .page("01-guide/02-start.md", "---\nslug: /begin\n---\n# Start here\n\n## Set up `init()` & more\n\n## Twice\n\n## Other\n\n### Twice\n\n### Own {#my-id}\n")
                .page("01-guide/index.md", "# Guide\n\n<a id=\"marked\"></a>\n")
                .page("reference/Client.mdx", "# Client\n\n## build\\_all\n")
                .page("reference/_category_.json", "{\"label\": \"Reference\"}");
        docs.page("static/logo.png", "x");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "./02-start.md", "02-start.md#set-up-init--more", "./02-start", "./start", "../reference/Client.mdx", "../reference/Client",
        "/begin", "/begin#my-id", "./index.md#marked", "../01-guide/", "../guide", "02-start.md#twice-1", "/logo.png", "../static/logo.png",
        "https://example.org/none", "mailto:a@example.org", "#", "#top", "../reference/Client#build_all", "{{ link }}", "../../outside.md",
        "@site/static/logo.png"
    })
    void whatTheSiteResolvesIsFine(String target) {
        docs.page("01-guide/links.md", "# Links\n\nSee [this](" + target + ").\n");
        assertThat(docs.places()).isEmpty();
    }

    @Test
    void anAddressFromTheRootLeadsToThePageBelowTheFewestFolders() {
        docs.page("content/ai/tool.md", "# For models\n").page("content/tool/overview.md", "# Tool\n\n## Run\n");
        docs.page("content/links.md", "# Links\n\n[a](/tool#run)\n");
        assertThat(docs.places()).isEmpty();
    }

    @Test
    void aCommentThatIsSpokenOfHidesNothing() {
        docs.page("01-guide/links.md", "# Links\n\nThe `<!--[if mso]>` condition, ``a ` {/*`` and <!-- [x](#none) -->.\n\n## After it\n\n[a](#after-it) and [b](#before-it)\n");
        assertThat(docs.places()).containsExactly("anchor-missing 01-guide/links.md:7");
    }

    @ParameterizedTest
    @CsvSource({
        "link-broken, ./03-end.md", "link-broken, ../reference/client.mdx", "link-malformed, ./02-start.md/#twice", "link-broken, www.example.org/x",
        "anchor-missing, ./02-start.md#setup", "anchor-missing, #nowhere", "anchor-missing, ./02-start.md#Twice", "asset-missing, ../static/other.png",
        "link-broken, Client.mdx", "link-broken, ./02-start.mdtwice", "link-broken, [x](https://example.org/)", "link-broken, ./start.md"
    })
    void whatItDoesNotResolveIsFound(String code, String target) {
        docs.page("01-guide/links.md", "# Links\n\nSee [this](" + target + ").\n");
        assertThat(docs.places()).containsExactly(code + " 01-guide/links.md:3");
    }

    @Test
    void aSiteThatIsKnownToReadPagesAtTheirSlugsDoesNotReadThemElsewhere() {
        docs.page("docusaurus.config.js", "module.exports = { presets: [['classic', { docs: { path: '.', routeBasePath: '/' } }]] };");
        docs.page("guide/links.md", "---\nslug: /guide/links\n---\n# Links\n\n[a](../reference/client-page)\n\n[b](../reference/Client-Page)\n\n[c](../reference/other)\n");
        docs.page("reference/other.md", "---\nslug: /reference/client-page\n---\n# Other\n");
        docs.page("guide/more/deep.md", "---\nslug: /deep\n---\n# Deep\n\n[d](./reference/other)\n\n[e](reference/other.md)\n");
        assertThat(docs.places()).containsExactly("link-broken guide/links.md:8", "link-broken guide/more/deep.md:6");
        assertThat(docs.review().links()).isEqualTo(new Review.Links(5, 3, 1));
    }

    @Test
    void aComponentOverSeveralLinesMayHaveHeadingsThatAnImageDoesNot() {
        docs.page("01-guide/links.md", "# Links\n\n[a](#made)\n\n<Members\n  of=\"Client\"\n/>\n");
        docs.page("reference/picture.md", "# Picture\n\n[a](#made)\n\n<Image\n  src=\"/logo.png\"\n/>\n");
        assertThat(docs.places()).containsExactly("anchor-missing reference/picture.md:3");
    }

    @Test
    void aPageThatEveryFolderHasIsNotWhatIsMeant() {
        docs.page("reference/overview.md", "# Overview\n").page("01-guide/links.md", "# Links\n\n[a](../paging/overview) [b](../paging/cursors)\n");
        assertThat(docs.places()).isEmpty();
        assertThat(docs.review().notChecked()).anyMatch(text -> text.startsWith("2 links lead into 'paging'"));
    }

    @Test
    void linksWithinTargetsAreFoundAlsoBeforeASpace() {
        docs.page("01-guide/links.md", "# Links\n\n[Pair]([Int](https://example.org/), [Long](https://example.org/))\n");
        assertThat(docs.places()).containsExactly("link-broken 01-guide/links.md:3");
    }

    @Test
    void thePageThatWasMeantIsNamed() {
        docs.page("01-guide/links.md", "# Links\n\nSee [the client](./Client.md#x) and [twice](./02-start.md#twise).\n");
        List<Finding> findings = docs.review().findings();
        assertThat(findings).extracting(Finding::candidates)
                .containsExactlyInAnyOrder(List.of("../reference/Client.mdx#x"), List.of("#twice"));
    }

    @Test
    void codeCommentsAndExamplesAreNoLinks() {
        docs.page("01-guide/links.md", "# Links\n\n`[a](./none.md)` <!-- [b](./none.md) -->\n\n```md\n[c](./none.md)\n```\n\n[1]: ./02-start.md\n");
        assertThat(docs.places()).isEmpty();
    }

    @Test
    void aSourceThatIsAPartOfItsSiteDoesNotFailForTheRest() {
        docs.page("01-guide/links.md", "# Links\n\n[a](/other/a) [b](/other/b) [c](/begin)\n\n![x](./shots/one.gif)\n\n[d](../api/one.md) [e](../api/two.md)\n");
        assertThat(docs.places()).isEmpty();
        assertThat(docs.review().notChecked()).hasSize(4);
    }
}
