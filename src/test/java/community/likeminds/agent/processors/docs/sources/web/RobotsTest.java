package community.likeminds.agent.processors.docs.sources.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RobotsTest {

    private static boolean allows(String robots, String path) {
        return Robots.parse(robots).allows(URI.create("https://a.example" + path));
    }

    @Test
    void theLongestRuleDecides() {
        String rules = "User-agent: *\nDisallow: /docs\nAllow: /docs/public # open\nDisallow: /*.pdf$\nDisallow:\nCrawl-delay: 2\n\nSitemap: https://a.example/s.xml";
        assertThat(allows(rules, "/docs/x")).isFalse();
        assertThat(allows(rules, "/docs/public/x")).isTrue();
        assertThat(allows(rules, "/other")).isTrue();
        assertThat(allows(rules, "/a/b.pdf")).isFalse();
        assertThat(allows(rules, "/a/b.pdf.html")).isTrue();
        assertThat(Robots.parse(rules).delayMillis()).isEqualTo(2000);
        assertThat(Robots.parse(rules).sitemaps()).containsExactly("https://a.example/s.xml");
        assertThat(allows("User-agent: *\nDisallow: /a\nAllow: /a", "/a")).isTrue();
    }

    @Test
    void aGroupOfItsOwnGoesBeforeTheOneForAll() {
        String rules = "User-agent: *\nDisallow: /\n\nUser-agent: other\nUser-agent: LikeMinds-Docs-Reader\nDisallow: /private\n";
        assertThat(allows(rules, "/docs")).isTrue();
        assertThat(allows(rules, "/private/x")).isFalse();
        assertThat(allows("User-agent: other\nDisallow: /\n", "/docs")).isTrue();
        assertThat(allows("", "/docs")).isTrue();
    }

    @Test
    @Timeout(value = 20, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void survivesStars() {
        assertThat(allows("User-agent: *\nDisallow: /" + "*a".repeat(400) + "b$", "/" + "a".repeat(2000))).isTrue();
    }
}
