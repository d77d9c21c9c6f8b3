package community.likeminds.agent.project.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpServer;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.CommandsFixture;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LookRungTests {

    @TempDir
    Path folder;

    private final Commands commands = CommandsFixture.commands();

    private static PageVerdict page(String html) {
        return PageVerdict.of(html, List.of(), List.of());
    }

    @Test
    void contentIsSeen() {
        assertThat(page("<html><body><div id=\"root\"><h1>Hello</h1></div><script>x</script></body></html>"))
                .isEqualTo(new PageVerdict(true, false, List.of(), List.of()));
        assertThat(page("<html><body><canvas></canvas></body></html>").blank()).isFalse();
    }

    @Test
    void blankPagesAreSeen() {
        assertThat(page("<html><body><noscript>On!</noscript><div id=\"root\"></div></body></html>").blank()).isTrue();
        assertThat(page("<html><body><p>frame</p><div class=\"x\" id=\"app\"><!----></div></body></html>").blank()).isTrue();
        assertThat(page("<html><body><p>frame</p><app-root ng-version=\"20\"></app-root></body></html>").blank()).isTrue();
        assertThat(page("<html><body><script>x</script></body></html>").blank()).isTrue();
        assertThat(page("<html><head></head><body></body></html>").blank()).isTrue();
        assertThat(page("").loaded()).isFalse();
    }

    @Test
    void anErrorPageOfTheFrameworkIsNoContent() {
        for (String html : List.of("<html id=\"__next_error__\"><body><h2>Application error</h2></body></html>",
                "<html><body><p>x</p><vite-error-overlay></vite-error-overlay></body></html>")) {
            assertThat(LookRung.verdict(page(html), "", 0).status()).as(html).isEqualTo(Status.FAILED);
        }
    }

    @Test
    void withoutABrowserOrAPageItIsNotPossible() {
        ProjectFixture project = new ProjectFixture(folder).file("package.json", "{}");
        FakeCommands none = new FakeCommands(Set.of(), text -> FakeCommands.said(0, ""));
        FakeCommands browser = new FakeCommands(Set.of("chromium"), text -> FakeCommands.said(0, ""));
        assertThat(new LookRung(none).run(project.npm(), Progress.NONE).detail()).contains("no Chromium");
        assertThat(new LookRung(browser).run(project.npm(), Progress.NONE).detail()).contains("no page");
    }

    @Test
    void everyFrameworkIsServedItsOwnWay() {
        ProjectFixture project = new ProjectFixture(folder);
        PageServers servers = new PageServers(commands);
        project.file("dist/app/browser/index.html", "x").file("angular.json", "{}");
        assertThat(servers.of(project.npm()).orElseThrow().text()).isEqualTo("serve browser");
        program(project, "vite").file("dist/index.html", "x");
        assertThat(servers.of(project.npm()).orElseThrow().text()).isEqualTo("vite preview");
        program(project, "react-router-serve").file("build/server/index.js", "x");
        assertThat(servers.of(project.npm()).orElseThrow().text()).isEqualTo("react-router-serve build/server/index.js");
        project.file(".output/server/index.mjs", "x");
        assertThat(servers.of(project.npm()).orElseThrow().text()).isEqualTo("node .output/server/index.mjs");
        program(project, "next").file(".next/BUILD_ID", "x");
        assertThat(servers.of(project.npm()).orElseThrow().text()).isEqualTo("next start");
    }

    private static ProjectFixture program(ProjectFixture project, String name) {
        project.file("node_modules/.bin/" + name, "#!/bin/sh");
        assertThat(project.root.resolve("node_modules/.bin/" + name).toFile().setExecutable(true)).isTrue();
        return project;
    }

    private Check look(String html) {
        ProjectFixture project = new ProjectFixture(folder).file("dist/index.html", "<!doctype html>" + html);
        return new LookRung(commands).run(project.npm(), Progress.NONE);
    }

    private void requireBrowser() {
        assumeTrue(new BrowserLook(commands).possible(), "There is no browser on this machine.");
    }

    @Test
    void theRealBrowserSeesWhatAPersonWouldSee() {
        requireBrowser();
        assertThat(look("<div id=\"root\"></div><script>setTimeout(() => document.getElementById('root').textContent = 'Hello', 300)</script>").status())
                .isEqualTo(Status.PASSED);
        assertThat(look("<h1>x</h1><script>boom()</script>").detail()).contains("boom is not defined");
        assertThat(look("<h1>x</h1><script>Promise.reject(new Error('left alone'))</script>").detail()).contains("left alone");
    }

    @Test
    void theRealBrowserHearsTheConsole() {
        requireBrowser();
        assertThat(look("<h1>x</h1><script>console.error('bad thing', 7)</script>").detail()).contains("console.error: bad thing 7");
        Check soft = look("<h1>x</h1><script>console.warn('soft'); console.error('Invalid API key'); alert('hello'); fetch('https://example.org').catch(e => console.error(e))</script>");
        assertThat(soft.detail()).contains("Invalid API key");
        assertThat(soft.status()).isEqualTo(Status.PASSED);
    }

    @Test
    void theRealBrowserSeesAnAnswerThatFailed() throws IOException {
        requireBrowser();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            boolean api = exchange.getRequestURI().getPath().startsWith("/api");
            byte[] body = (api ? "{}" : "<!doctype html><h1>x</h1><script>fetch('/api/session')</script>").getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", api ? "application/json" : "text/html");
            exchange.sendResponseHeaders(api ? 500 : 200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
        try {
            PageVerdict page = new BrowserLook(commands).open("http://127.0.0.1:" + server.getAddress().getPort() + "/");
            assertThat(page.errors()).containsExactly("The server answers /api/session with the status 500.");
        } finally {
            server.stop(0);
        }
    }

    @Test
    void aBlankRootFails() {
        requireBrowser();
        assertThat(look("<div id=\"root\"></div>").detail()).isEqualTo("The page stays blank in the browser.");
    }
}
