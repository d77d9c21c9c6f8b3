package community.likeminds.agent.processors.docs.sources.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.processors.docs.sources.copies.Manifest;
import community.likeminds.agent.processors.docs.sources.copies.Manifest.Entry;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class SiteTest {

    private static final Limits LIMITS = new Limits(50, 3, 100_000, Duration.ofSeconds(60), 2);

    @TempDir
    Path folder;

    @FunctionalInterface
    private interface Answer {
        void to(HttpExchange exchange) throws IOException;
    }

    private final Map<String, Answer> answers = Collections.synchronizedMap(new HashMap<>());
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private final List<Long> pauses = Collections.synchronizedList(new ArrayList<>());
    private final ExecutorService pool = Executors.newCachedThreadPool();
    private HttpServer server;
    private String root;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(pool);
        server.createContext("/", exchange -> {
            String path = exchange.getRequestURI().getRawPath();
            asked.add(path);
            try (exchange) {
                answers.getOrDefault(path, one -> one.sendResponseHeaders(404, -1)).to(exchange);
            }
        });
        server.start();
        root = "http://localhost:" + server.getAddress().getPort();
    }

    @AfterEach
    void stop() {
        server.stop(0);
        pool.shutdownNow();
    }

    private void page(String path, String type, String text) {
        answers.put(path, exchange -> {
            String etag = "\"" + Integer.toHexString(text.hashCode()) + "\"";
            if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
                asked.add("unchanged " + path);
                exchange.sendResponseHeaders(304, -1);
                return;
            }
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", type);
            exchange.getResponseHeaders().set("ETag", etag);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
        });
    }

    private void html(String path, String body) {
        page(path, "text/html; charset=utf-8", "<html><body>" + body + "</body></html>");
    }

    private void redirect(String path, String to) {
        answers.put(path, exchange -> {
            exchange.getResponseHeaders().set("Location", to);
            exchange.sendResponseHeaders(302, -1);
        });
    }

    private Manifest update(String path) throws IOException {
        return update(path, LIMITS, new HostGuard(List.of("localhost")));
    }

    private Manifest update(String path, Limits limits, HostGuard guard) throws IOException {
        new Site(guard, limits, pauses::add).update(root + path, folder.resolve("copy"), Progress.NONE);
        return Manifest.beside(folder.resolve("copy/content"));
    }

    private static List<String> paths(Manifest manifest) {
        return manifest.pages().stream().map(Entry::path).toList();
    }

    private static void assertCode(org.assertj.core.api.ThrowableAssert.ThrowingCallable run, String code, String fact) {
        assertThatThrownBy(run).isInstanceOfSatisfying(AgentException.class, failed -> {
            assertThat(failed.code()).as(failed.fact()).isEqualTo(code);
            assertThat(failed.fact()).contains(fact).endsWith(".");
            assertThat(failed.remedy()).endsWith(".");
        });
    }

    @Test
    void followsTheLinksOfItsPartOfTheSite() throws IOException {
        html("/docs/", "<a href='a'>A</a> <a href='/docs/b/#part'>B</a> <a href='/blog/x'>Blog</a> <a href='https://other.example/docs/'>Other</a>"
                + "<a href='a?tab=2'>A</a> <a href='logo.png'>L</a> <a href='mailto:x@y'>M</a> <a href='gone'>G</a> <a href='data'>D</a>");
        html("/docs/a", "<h1>A</h1><a href='b/'>B</a>");
        html("/docs/b/", "<h1>B</h1><a href='deep'>Deep</a>");
        html("/docs/b/deep", "<h1>Deep</h1>");
        page("/docs/data", "application/zip", "PK");
        Manifest found = update("/docs/");
        assertThat(paths(found)).containsExactly("index.html", "a.html", "b/index.html", "b/deep.html");
        assertThat(found.pages()).extracting(Entry::address).containsExactly(root + "/docs/", root + "/docs/a", root + "/docs/b/", root + "/docs/b/deep");
        assertThat(found.leftOut()).extracting(LeftOut::path).containsExactly(root + "/docs/data", root + "/docs/gone");
        assertThat(found.leftOut()).extracting(LeftOut::reason).containsExactly("It is application/zip, not documentation.", "There is no such page.");
        assertThat(asked).doesNotContain("/blog/x", "/docs/logo.png").containsOnlyOnce("/docs/a");
    }

    @Test
    void prefersWhatTheOwnerLists() throws IOException {
        html("/docs/", "<h1>Docs</h1><a href='no'>No</a>");
        page("/sitemap.xml", "application/xml", "<urlset><url><loc>" + root + "/docs/no</loc></url></urlset>");
        page("/llms.txt", "text/plain", "# Orbit\n\n> Docs\n\n## Pages\n- [Start](/docs/start.md): how to begin\n- [Blog](/blog/x)\n- [More](" + root + "/docs/more)\n");
        page("/docs/start.md", "text/markdown", "# Start");
        html("/docs/more", "<h1>More</h1>");
        assertThat(paths(update("/docs/"))).containsExactly("start.md", "more.html");
        assertThat(asked).doesNotContain("/docs/no", "/blog/x");
    }

    @Test
    void readsTheWholeTextWhereThereIsNoList() throws IOException {
        html("/", "<h1>Docs</h1>");
        page("/llms-full.txt", "text/plain", "# Orbit\n\nEverything.");
        assertThat(paths(update("/"))).containsExactly("llms-full.txt.md");
    }

    @Test
    void readsSitemapsOfSitemaps() throws IOException {
        html("/docs/", "<h1>Docs</h1>");
        page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /docs/secret\nSitemap: " + root + "/all.xml");
        page("/all.xml", "application/xml", "<?xml version='1.0'?><!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/passwd'>]><sitemapindex xmlns='http://www.sitemaps.org/schemas/sitemap/0.9'>"
                + "<sitemap><loc>" + root + "/docs.xml.gz</loc></sitemap><sitemap><loc>" + root + "/all.xml</loc></sitemap></sitemapindex>");
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(("<urlset><url><loc> " + root + "/docs/a </loc></url><url><loc>" + root + "/docs/secret</loc></url><url><loc>" + root
                    + "/other</loc></url></urlset>").getBytes(StandardCharsets.UTF_8));
        }
        answers.put("/docs.xml.gz", exchange -> {
            exchange.sendResponseHeaders(200, packed.size());
            exchange.getResponseBody().write(packed.toByteArray());
        });
        html("/docs/a", "<h1>A</h1>");
        Manifest found = update("/docs/");
        assertThat(paths(found)).containsExactly("index.html", "a.html");
        assertThat(found.leftOut()).extracting(LeftOut::reason).containsExactly("The site's robots.txt does not allow to read it.");
        assertThat(asked).doesNotContain("/docs/secret", "/other");
    }

    @Test
    void unchangedPagesAreNotFetchedAndGoneOnesVanish() throws IOException {
        html("/", "<h1>Home</h1><a href='a'>A</a><a href='b'>B</a>");
        html("/a", "<h1>A</h1>");
        html("/b", "<h1>B</h1>");
        assertThat(paths(update("/"))).hasSize(3);
        html("/a", "<h1>A, changed</h1>");
        answers.remove("/b");
        asked.clear();
        Manifest found = update("/");
        assertThat(paths(found)).containsExactly("index.html", "a.html");
        assertThat(asked).contains("unchanged /").doesNotContain("unchanged /a");
        assertThat(folder.resolve("copy/content/b.html")).doesNotExist();
        assertThat(folder.resolve("copy/content/a.html")).content().contains("changed");
        answers.put("/a", exchange -> exchange.sendResponseHeaders(503, -1));
        assertThat(paths(update("/"))).containsExactly("index.html", "a.html");
        server.stop(0);
        assertThat(paths(update("/"))).containsExactly("index.html", "a.html");
    }

    @Test
    void isPatientWithABusyServer() throws IOException {
        html("/", "<a href='a'>A</a><a href='c'>C</a>");
        answers.put("/a", exchange -> {
            exchange.getResponseHeaders().set("Retry-After", "7");
            exchange.sendResponseHeaders(429, -1);
            html("/a", "<h1>A</h1>");
        });
        answers.put("/c", exchange -> exchange.sendResponseHeaders(500, -1));
        page("/robots.txt", "text/plain", "User-agent: *\nCrawl-delay: 3");
        Manifest found = update("/");
        assertThat(paths(found)).containsExactly("index.html", "a.html");
        assertThat(pauses).contains(7000L, 3000L, 1000L, 2000L);
        assertThat(found.leftOut()).extracting(LeftOut::reason).containsExactly("The server answers with status 500.");
    }

    @Test
    void staysWithinItsLimits() throws IOException {
        StringBuilder links = new StringBuilder();
        for (int i = 0; i < 80; i++) {
            links.append("<a href='/p").append(i).append("'>x</a>");
            html("/p" + i, "<h1>P</h1>");
        }
        html("/", links.toString());
        answers.put("/p0", exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] much = new byte[64 * 1024];
            for (long sent = 0; sent < 200L * 1024 * 1024; sent += much.length) {
                out.write(much);
            }
            asked.add("all of it");
        });
        answers.put("/p1", exchange -> {
            ByteArrayOutputStream bomb = new ByteArrayOutputStream();
            try (GZIPOutputStream out = new GZIPOutputStream(bomb)) {
                out.write(new byte[20 * 1024 * 1024]);
            }
            exchange.getResponseHeaders().set("Content-Type", "text/html");
            exchange.getResponseHeaders().set("Content-Encoding", "gzip");
            exchange.sendResponseHeaders(200, bomb.size());
            exchange.getResponseBody().write(bomb.toByteArray());
        });
        Manifest found = update("/");
        assertThat(found.pages()).hasSize(48);
        assertThat(found.leftOut()).hasSize(33);
        assertThat(found.leftOut()).filteredOn(left -> left.path().matches(".*/p[01]")).extracting(LeftOut::reason).allMatch(reason -> reason.startsWith("It is larger than"));
        assertThat(found.leftOut()).extracting(LeftOut::reason).contains("The site has more than 50 pages.");
        assertThat(asked).doesNotContain("all of it");
    }

    @Test
    void treatsAddressesOfOnePageAsOne() throws IOException {
        html("/", "<a href='/a'>A</a><a href='/A-old'>A</a><a href='/a/index.html'>A</a><a href='/out'>Out</a><a href='/loop'>Loop</a>");
        page("/a", "text/html; charset=iso-8859-1", "<html><head><link rel='canonical' href='/a'></head><body><h1>A</h1></body></html>");
        page("/a/index.html", "text/html", "<html><head><link rel='canonical' href='/a'></head><body><h1>A</h1></body></html>");
        redirect("/A-old", "/a");
        redirect("/out", "https://elsewhere.invalid/");
        redirect("/loop", "/loop");
        Manifest found = update("/");
        assertThat(paths(found)).containsExactly("index.html", "a.html");
        assertThat(found.leftOut()).hasSize(2).extracting(LeftOut::reason).anyMatch(reason -> reason.contains("more than 8 times"))
                .anyMatch(reason -> reason.contains("no host elsewhere.invalid"));
    }

    @Test
    void readsNothingOfAPrivateNetwork() throws IOException {
        html("/", "<h1>Secret</h1>");
        HostGuard closed = new HostGuard(List.of());
        assertCode(() -> update("/", LIMITS, closed), "source-refused", "private network");
        assertThat(asked).isEmpty();
        String port = ":" + server.getAddress().getPort();
        for (String location : List.of("http://127.0.0.1" + port, "http://[::1]" + port, "http://[::ffff:127.0.0.1]" + port, "http://2130706433" + port, "http://0.0.0.0" + port)) {
            assertCode(() -> new Site(closed, LIMITS).update(location, folder.resolve("x"), Progress.NONE), "source-refused", "private network");
        }
        for (String location : List.of("file:///etc/passwd", "ftp://a.example/", "https://user:secret@a.example/", "https://", "http:///x")) {
            assertCode(() -> new Site(closed, LIMITS).update(location, folder.resolve("x"), Progress.NONE), "source-invalid", "");
        }
        assertThat(asked).isEmpty();
    }

    @Test
    void readsNothingOfAPrivateNetworkBehindARedirect() throws IOException {
        HostGuard guard = new HostGuard(List.of("localhost"));
        redirect("/out", "http://127.0.0.1:" + server.getAddress().getPort() + "/secret");
        redirect("/file", "file:///etc/passwd");
        assertCode(() -> update("/out", LIMITS, guard), "source-refused", "private network");
        assertCode(() -> update("/file", LIMITS, guard), "source-refused", "scheme 'file'");
        assertThat(asked).doesNotContain("/secret");
    }

    @Test
    void aNameIsLookedUpOnceAndConnectedToAsItWasChecked() throws IOException {
        List<String> names = Collections.synchronizedList(new ArrayList<>());
        HostGuard guard = new HostGuard(List.of("first.example"), host -> {
            names.add(host);
            return new InetAddress[] {InetAddress.getByName("127.0.0.1")};
        });
        String port = ":" + server.getAddress().getPort();
        html("/", "<h1>Fine</h1>");
        new Site(guard, LIMITS).update("http://first.example" + port + "/", folder.resolve("x"), Progress.NONE);
        assertThat(folder.resolve("x/content/index.html")).content().contains("Fine");
        redirect("/away", "http://second.example" + port + "/");
        assertCode(() -> new Site(guard, LIMITS).update("http://first.example" + port + "/away", folder.resolve("y"), Progress.NONE),
                "source-refused", "second.example");
        assertThat(names).containsOnlyOnce("second.example");
    }

    @Test
    void saysWhyASiteCannotBeRead() {
        assertCode(() -> update("/none"), "source-not-found", "no page");
        answers.put("/closed", exchange -> exchange.sendResponseHeaders(401, -1));
        assertCode(() -> update("/closed"), "source-unreachable", "401");
        html("/", "<h1>X</h1>");
        page("/robots.txt", "text/plain", "User-agent: *\nDisallow: /");
        assertCode(() -> update("/"), "source-disallowed", "robots.txt");
        answers.put("/robots.txt", exchange -> exchange.sendResponseHeaders(503, -1));
        assertCode(() -> update("/"), "source-unreachable", "robots.txt");
        answers.remove("/robots.txt");
        page("/image", "image/png", "x");
        assertCode(() -> update("/image"), "source-empty", "image/png");
    }

    @Test
    void readsASingleDocument() throws IOException {
        page("/api/openapi.json", "application/json", "{\"openapi\": \"3.0.0\", \"paths\": {}}");
        page("/api/guide.md", "text/plain", "# Guide");
        assertThat(paths(update("/api/openapi.json"))).containsExactly("openapi.json");
        assertThat(paths(update("/api/guide.md"))).containsExactly("guide.md");
        assertThat(Files.exists(folder.resolve("copy/content/openapi.json"))).isFalse();
    }

    @Test
    void readsThePartThatWasAskedForAlsoBehindARedirect() throws IOException {
        redirect("/docs", "/docs/intro");
        html("/docs/intro", "<h1>Intro</h1><a href='/docs/a'>A</a><a href='/blog/x'>Blog</a>");
        html("/docs/a", "<h1>A</h1>");
        assertThat(paths(update("/docs"))).containsExactly("intro.html", "a.html");
        assertThat(asked).doesNotContain("/blog/x");
    }

    @Test
    void readsThePartThatARedirectLeadsTo() throws IOException {
        redirect("/latest/", "/v5/start");
        html("/v5/start", "<h1>Start</h1><a href='/v5/start/a'>A</a>");
        html("/v5/start/a", "<h1>A</h1>");
        assertThat(paths(update("/latest/"))).containsExactly("index.html", "a.html");
    }

    @Test
    void readsWhatANamedListLists() throws IOException {
        page("/docs/llms.txt", "text/plain", "# Orbit\n\n- [Start](start.md)\n- [Calls](/api/calls)\n- [Shop](https://shop.example/)\n");
        page("/docs/start.md", "text/markdown", "# Start");
        html("/api/calls", "<h1>Calls</h1><a href='/api/more'>More</a>");
        assertThat(paths(update("/docs/llms.txt"))).containsExactly("docs/start.md", "api/calls.html");
        assertThat(asked).doesNotContain("/api/more");
    }

    @Test
    void readsWhatANamedSitemapLists() throws IOException {
        page("/docs/sitemap.xml", "application/xml", "<sitemapindex><sitemap><loc>" + root + "/docs/more.xml</loc></sitemap></sitemapindex>");
        page("/docs/more.xml", "text/xml", "<urlset><url><loc>" + root + "/docs/a</loc></url><url><loc>" + root + "/docs/b/</loc></url></urlset>");
        html("/docs/a", "<h1>A</h1>");
        html("/docs/b/", "<h1>B</h1>");
        assertThat(paths(update("/docs/sitemap.xml"))).containsExactly("a.html", "b/index.html");
    }

    @Test
    void storesPagesBelowAPageThatIsAFile() throws IOException {
        html("/", "<a href='/x.html'>X</a><a href='/x.html/y'>Y</a>");
        html("/x.html", "<h1>X</h1>");
        html("/x.html/y", "<h1>Y</h1>");
        Manifest found = update("/", new Limits(50, 3, 100_000, Duration.ofSeconds(60), 1), new HostGuard(List.of("localhost")));
        assertThat(found.pages()).extracting(Entry::address).containsExactly(root + "/", root + "/x.html", root + "/x.html/y");
        assertThat(paths(found)).contains("x.html").allMatch(path -> Files.isRegularFile(folder.resolve("copy/content").resolve(path)));
    }

    private void status(String path, int status) {
        answers.put(path, exchange -> exchange.sendResponseHeaders(status, -1));
    }

    @Test
    void keepsAPageThatIsRefusedForNowAndWhatItLeadsTo() throws IOException {
        html("/", "<a href='a'>A</a>");
        html("/a", "<h1>A</h1><a href='b'>B</a>");
        html("/b", "<h1>B</h1>");
        assertThat(paths(update("/"))).containsExactly("index.html", "a.html", "b.html");
        for (int status : new int[] {403, 429, 503}) {
            status("/a", status);
            Manifest found = update("/");
            assertThat(paths(found)).as("%d", status).containsExactlyInAnyOrder("index.html", "a.html", "b.html");
            assertThat(found.leftOut()).extracting(LeftOut::reason)
                    .containsExactly("The server answers with status " + status + ". What was read earlier is kept.");
        }
        status("/a", 410);
        assertThat(paths(update("/"))).containsExactly("index.html");
    }

    @Test
    void keepsThePagesOfAListThatIsRefusedForNow() throws IOException {
        html("/", "<h1>Home</h1><a href='/other'>Other</a>");
        html("/other", "<h1>Other</h1>");
        page("/llms.txt", "text/plain", "- [A](/a.md)\n- [B](/b.md)");
        page("/a.md", "text/markdown", "# A");
        page("/b.md", "text/markdown", "# B");
        assertThat(paths(update("/"))).containsExactly("a.md", "b.md");
        for (int status : new int[] {429, 503}) {
            status("/llms.txt", status);
            Manifest found = update("/");
            assertThat(paths(found)).as("%d", status).containsExactly("a.md", "b.md");
            assertThat(found.leftOut()).extracting(LeftOut::path).containsExactly(root + "/llms.txt");
        }
        status("/llms.txt", 403);
        assertThat(paths(update("/"))).contains("a.md", "b.md");
        status("/llms.txt", 404);
        assertThat(paths(update("/"))).containsExactly("index.html", "other.html");
    }

    @Test
    void keepsThePagesOfASitemapThatIsRefusedForNow() throws IOException {
        html("/", "<h1>Home</h1>");
        page("/sitemap.xml", "application/xml", "<urlset><url><loc>" + root + "/a</loc></url></urlset>");
        html("/a", "<h1>A</h1>");
        assertThat(paths(update("/"))).containsExactly("index.html", "a.html");
        status("/sitemap.xml", 502);
        assertThat(paths(update("/"))).containsExactly("index.html", "a.html");
    }
}
