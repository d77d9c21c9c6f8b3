package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.DevTools.LookFailure;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Preview;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens a page in a headless browser that reaches this machine only, and tells what is to be seen and what went wrong. */
final class BrowserLook {

    private static final Logger LOG = LoggerFactory.getLogger(BrowserLook.class);
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge");
    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration LOADED = Duration.ofSeconds(20);
    /** How long a page may take after it was loaded until something is to be seen. */
    private static final Duration SHOWN = Duration.ofSeconds(8);
    /** Errors of what runs after the first sight come within this time. */
    private static final Duration SETTLED = Duration.ofMillis(1_500);

    private final Commands commands;

    BrowserLook(Commands commands) {
        this.commands = commands;
    }

    /** Whether a browser is on this machine. */
    boolean possible() {
        return browser().isPresent();
    }

    private Optional<String> browser() {
        return BROWSERS.stream().filter(name -> commands.find(name).isPresent()).findFirst();
    }

    /** What a page shows; throws {@link LookFailure} when the browser does not do its part. */
    PageVerdict open(String address) {
        Path profile = null;
        try {
            profile = Files.createTempDirectory("look");
            List<String> arguments = List.of(browser().orElseThrow(), "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                    "--user-data-dir=" + profile, "--remote-debugging-address=127.0.0.1", "--remote-debugging-port={port}", "about:blank");
            try (Preview browser = commands.preview(new Command(profile, arguments, Map.of(), Duration.ofMinutes(2), line -> {}), 0, READY);
                    DevTools page = new DevTools(socket(browser.address()))) {
                return look(page, address);
            }
        } catch (IOException failure) {
            throw new LookFailure("The browser did not answer.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new LookFailure("Looking at the page was interrupted.", interrupted);
        } finally {
            delete(profile);
        }
    }

    private static String socket(String address) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            for (int i = 0; i < 50; i++) {
                HttpResponse<String> answer = http.send(
                        HttpRequest.newBuilder(URI.create(address + "json/list")).timeout(Duration.ofSeconds(5)).build(), HttpResponse.BodyHandlers.ofString());
                for (JsonNode target : JSON.readTree(answer.body())) {
                    if (target.path("type").asString("").equals("page")) {
                        return target.path("webSocketDebuggerUrl").asString("");
                    }
                }
                Thread.sleep(100);
            }
        }
        throw new LookFailure("The browser opened no page.", null);
    }

    private static PageVerdict look(DevTools page, String address) throws InterruptedException {
        for (String domain : List.of("Page.enable", "Runtime.enable", "Network.enable")) {
            page.send(domain, Map.of());
        }
        page.send("Page.navigate", Map.of("url", address));
        PageNotes notes = new PageNotes(address);
        boolean loaded = listen(page, notes, LOADED, true);
        long last = System.nanoTime() + SHOWN.toNanos();
        String html = html(page);
        while (PageVerdict.of(html, List.of(), List.of()).blank() && notes.errors().isEmpty() && System.nanoTime() < last) {
            listen(page, notes, Duration.ofMillis(250), false);
            html = html(page);
        }
        listen(page, notes, SETTLED, false);
        PageVerdict seen = PageVerdict.of(html(page), notes.errors(), notes.said());
        return loaded || !seen.blank() ? seen : new PageVerdict(false, true, seen.errors(), seen.said());
    }

    /** Takes note of events until the time is over or, where that is wanted, the page has loaded. */
    private static boolean listen(DevTools page, PageNotes notes, Duration duration, boolean untilLoaded) throws InterruptedException {
        long end = System.nanoTime() + duration.toNanos();
        while (System.nanoTime() < end) {
            JsonNode event = page.event(Duration.ofNanos(end - System.nanoTime()));
            if (event == null) {
                continue;
            }
            String method = event.path("method").asString("");
            if (method.equals("Page.javascriptDialogOpening")) {
                // A page that asks or greets must not wait for somebody who is not there.
                page.send("Page.handleJavaScriptDialog", Map.of("accept", true));
            }
            notes.take(method, event.path("params"));
            if (untilLoaded && method.equals("Page.loadEventFired")) {
                return true;
            }
        }
        return false;
    }

    private static String html(DevTools page) throws InterruptedException {
        JsonNode answer = page.send("Runtime.evaluate", Map.of("expression", "document.documentElement ? document.documentElement.outerHTML : ''", "returnByValue", true));
        return answer.path("result").path("value").asString("");
    }

    private static void delete(@Nullable Path profile) {
        List<IOException> failures = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            try {
                FileSystemUtils.deleteRecursively(profile);
                return;
            } catch (IOException inUse) {
                // The ended browser may still be closing its files.
                failures.add(inUse);
            }
        }
        LOG.debug("{} was left behind: {}", profile, failures.getLast().getMessage());
    }
}
