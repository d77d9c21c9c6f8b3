package community.likeminds.agent.processors.docs.sources.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;

/** Lists of pages and rules for robots by somebody who means harm: read as far as they can be, in time and within bounds. */
class HostileListsTest {

    private static final Duration GENEROUS = Duration.ofSeconds(60);
    private static final int MOST = 50_000;
    private static final URI PLACE = URI.create("https://a.example/docs/a");

    private static Lists.Sitemap sitemap(String text) {
        return Assertions.assertTimeoutPreemptively(GENEROUS, () -> Lists.sitemap(text.getBytes(StandardCharsets.UTF_8), MOST));
    }

    private static String entries(String content) {
        return "<urlset><url><loc>https://a.example/1</loc></url>" + content + "<url><loc>https://a.example/2</loc></url></urlset>";
    }

    @Test
    void onlyAsManyAddressesAreTakenAsAreWanted() {
        assertThat(sitemap(entries("<url><loc>https://a.example/x</loc></url>".repeat(1_000_000))).pages()).hasSize(MOST);
        assertThat(sitemap("<sitemapindex>" + "<sitemap><loc>https://a.example/s.xml</loc></sitemap>".repeat(800_000)).more()).hasSize(MOST);
        assertThat(sitemap("https://a.example/x\n".repeat(1_000_000)).pages()).hasSize(MOST);
    }

    @Test
    void nothingGrows() {
        String doctype = "<!DOCTYPE urlset [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"" + "&a;".repeat(1000) + "\"><!ENTITY c \"" + "&b;".repeat(1000) + "\">"
                + "<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        Lists.Sitemap grown = sitemap(doctype + entries("<url><loc>https://a.example/&c;&f;</loc></url>"));
        assertThat(grown.pages()).contains("https://a.example/1").allMatch(page -> page.length() < 100);
        assertThat(sitemap(entries("<a>".repeat(1_000_000))).pages()).containsExactly("https://a.example/1");
        assertThat(sitemap(entries("<a " + "b='c' ".repeat(300_000) + "/>")).pages()).startsWith("https://a.example/1");
        assertThat(sitemap(entries("<a " + "b".repeat(3_000_000) + "='c'/>")).pages()).startsWith("https://a.example/1");
        StringBuilder many = new StringBuilder("<a ");
        for (int i = 0; i < 300_000; i++) {
            many.append('b').append(i).append("='' ");
        }
        assertThat(sitemap(entries(many + "/>")).pages()).startsWith("https://a.example/1");
        assertThat(sitemap(entries("<url><loc>https://a.example/" + "&amp;".repeat(3_000_000) + "</loc></url>")).pages())
                .startsWith("https://a.example/1").allMatch(page -> page.length() < 100);
        assertThat(sitemap(entries("<url><loc>" + "<![CDATA[x]]>".repeat(500_000) + "</loc></url>")).pages())
                .containsExactly("https://a.example/1", "https://a.example/2");
        assertThat(sitemap(entries("<!-- " + "- ".repeat(3_000_000) + "-->" + "<?a b?>".repeat(500_000))).pages()).hasSize(2);
    }

    @Test
    void aPackedListThatNeverEndsIsCut() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            byte[] zeros = new byte[1024 * 1024];
            for (int i = 0; i < 200; i++) {
                gzip.write(zeros);
            }
        }
        Response answer = new Response(URI.create("https://a.example/sitemap.xml.gz"), 200, "", "", packed.toByteArray(), false, "", "");
        assertThat(answer.unpacked(10_000_000)).hasSize(10_000_000);
    }

    @Test
    void changedListsAreReadAsFarAsTheyGo() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        String[] pieces = {
            "<url>", "</url>", "<loc>", "</loc>", "<sitemap>", "https://a.example/x", "&amp;", "&lt;", "&#0;", "&#x110000;", "&b;", "<!DOCTYPE a>", "<![CDATA[", "]]>", "<!--", "-->", "<?xml version='1.0' encoding='UTF-7'?>",
            "<?x ?>", "xmlns:a='b'", "<a:b>", "<a b='", "'", "\0", "\uFFFE", "\uFEFF", "http", "\n", "%00", "<", ">"
        };
        Assertions.assertTimeoutPreemptively(GENEROUS, () -> {
            for (int round = 0; round < 3000; round++) {
                StringBuilder text = new StringBuilder(random.nextBoolean() ? entries("") : "");
                for (int i = 0; i < 12; i++) {
                    text.insert(random.nextInt(text.length() + 1), pieces[random.nextInt(pieces.length)]);
                }
                byte[] bytes = text.toString().getBytes(random.nextInt(4) == 0 ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8);
                for (int i = random.nextInt(3); i > 0; i--) {
                    bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
                }
                try {
                    assertThat(Lists.sitemap(bytes, MOST).pages()).hasSizeLessThan(10);
                } catch (RuntimeException escaped) {
                    throw new AssertionError("seed " + seed + ", round " + round, escaped);
                }
            }
        });
    }

    @Test
    void rulesForRobotsAreReadAndAskedInTime() {
        Assertions.assertTimeoutPreemptively(GENEROUS, () -> {
            Robots agents = Robots.parse("User-agent: a\n".repeat(17_000) + "User-agent: *\n" + "Disallow: /x\n".repeat(17_000));
            assertThat(agents.allows(PLACE)).isTrue();
            assertThat(agents.allows(URI.create("https://a.example/x"))).isFalse();
            Robots costly = Robots.parse("User-agent: *\n" + ("Disallow: /*" + "a".repeat(490) + "b\n").repeat(1000));
            URI longest = URI.create("https://a.example/" + "a".repeat(2000));
            for (int i = 0; i < 50; i++) {
                assertThat(costly.allows(longest)).as("what cannot be decided in time is not allowed").isFalse();
            }
            assertThat(costly.allows(PLACE)).isTrue();
            assertThat(Robots.parse("Sitemap: https://a.example/s.xml\n".repeat(20_000)).sitemaps()).hasSize(1000);
        });
    }

    @Test
    void theLastOfManyRulesCounts() {
        Robots many = Robots.parse("# c\n".repeat(30_000) + "User-agent: *\n" + "Disallow: /x\n".repeat(30_000) + "Disallow: /docs/\n");
        assertThat(many.allows(PLACE)).isFalse();
    }
}
