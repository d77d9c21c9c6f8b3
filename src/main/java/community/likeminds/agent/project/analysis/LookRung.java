package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Command;
import community.likeminds.agent.project.environment.Commands.Preview;
import community.likeminds.agent.project.environment.Commands.Result;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Serves what was built and looks at it with a headless browser that reaches this machine only. */
final class LookRung {

    private static final Logger LOG = LoggerFactory.getLogger(LookRung.class);
    private static final String NAME = "look";
    private static final Duration READY = Duration.ofSeconds(30);
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final List<String> BROWSERS =
            List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge");

    private final Commands commands;

    LookRung(Commands commands) {
        this.commands = commands;
    }

    Check run(Project project, Progress progress) {
        long start = System.nanoTime();
        Optional<String> browser = BROWSERS.stream().filter(name -> commands.find(name).isPresent()).findFirst();
        if (browser.isEmpty()) {
            return notPossible("There is no Chromium or Chrome on this machine to look at the page with.", start);
        }
        Optional<Server> server = server(project);
        if (server.isEmpty()) {
            return notPossible("The project has no page that could be served and looked at.", start);
        }
        progress.report("Looking at the page", 0, 0, server.get().text());
        try (Preview preview = server.get().start()) {
            int status = status(preview.address());
            if (status >= 500) {
                return new Check(NAME, Status.FAILED, "The page answers with the status " + status + ".",
                        server.get().text(), Findings.tail(preview.output(), project.environment().values()), millis(start));
            }
            if (status >= 400) {
                return notPossible("The server has no page at its root (status " + status + ").", start);
            }
            return look(browser.get(), preview.address(), server.get().text(), start);
        } catch (AgentException failure) {
            return new Check(NAME, Status.FAILED, "The page could not be served: " + Findings.oneLine(failure.fact(), 300),
                    server.get().text(), "", millis(start));
        }
    }

    private Check look(String browser, String address, String server, long start) {
        Path profile = null;
        try {
            profile = Files.createTempDirectory("look");
            List<String> arguments = List.of(browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
                    "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync",
                    "--disable-dev-shm-usage", "--no-proxy-server", "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                    "--user-data-dir=" + profile, "--virtual-time-budget=8000", "--enable-logging=stderr", "--v=0",
                    "--dump-dom", address);
            Result result = commands.run(new Command(profile, arguments, Map.of(), LIMIT, line -> {}));
            return verdict(result, server, start);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } finally {
            delete(profile);
        }
    }

    private static Check verdict(Result result, String server, long start) {
        PageVerdict page = PageVerdict.of(result.output());
        if (!page.errors().isEmpty()) {
            return new Check(NAME, Status.FAILED, "The page throws an error in the browser: " + page.errors().getFirst(),
                    server, String.join("\n", page.errors()), millis(start));
        }
        if (!page.loaded()) {
            return notPossible("The browser did not show the page within " + LIMIT.toSeconds() + " s.", start);
        }
        return page.blank()
                ? new Check(NAME, Status.FAILED, "The page stays blank in the browser.", server, "", millis(start))
                : new Check(NAME, Status.PASSED, "The page shows content in the browser and throws no error.", server, "",
                        millis(start));
    }

    /** How a page is served. */
    private interface Server {
        Preview start();

        String text();
    }

    private Optional<Server> server(Project project) {
        Path app = project.app().isEmpty() ? project.root() : project.root().resolve(project.app());
        Optional<Path> vite = program(project, app, "vite");
        if (vite.isPresent() && Files.isRegularFile(app.resolve("dist/index.html"))) {
            return Optional.of(command(project, app, List.of(
                    vite.get().toString(), "preview", "--host", "127.0.0.1", "--strictPort", "--port", "{port}")));
        }
        Optional<Path> next = program(project, app, "next");
        if (next.isPresent() && Files.isDirectory(app.resolve(".next"))) {
            return Optional.of(command(project, app,
                    List.of(next.get().toString(), "start", "-H", "127.0.0.1", "-p", "{port}")));
        }
        for (String output : List.of("dist", "build", "out")) {
            if (Files.isRegularFile(app.resolve(output).resolve("index.html"))) {
                return Optional.of(files(app.resolve(output)));
            }
        }
        return Optional.empty();
    }

    private static Optional<Path> program(Project project, Path app, String name) {
        return List.of(app, project.root()).stream()
                .map(folder -> folder.resolve("node_modules/.bin").resolve(name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private Server command(Project project, Path app, List<String> arguments) {
        return new Server() {
            @Override
            public Preview start() {
                return commands.preview(
                        new Command(app, arguments, project.environment(), Duration.ofMinutes(5), line -> {}), 0, READY);
            }

            @Override
            public String text() {
                return Path.of(arguments.getFirst()).getFileName() + " " + arguments.get(1);
            }
        };
    }

    private static Server files(Path folder) {
        return new Server() {
            @Override
            public Preview start() {
                return new StaticPreview(folder);
            }

            @Override
            public String text() {
                return "serve " + folder.getFileName();
            }
        };
    }

    private static int status(String address) {
        try {
            HttpURLConnection connection =
                    (HttpURLConnection) URI.create(address).toURL().openConnection(Proxy.NO_PROXY);
            connection.setConnectTimeout(2_000);
            connection.setReadTimeout(15_000);
            try {
                return connection.getResponseCode();
            } finally {
                connection.disconnect();
            }
        } catch (IOException failure) {
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "preview-ended",
                    "The server stopped answering (" + failure.getMessage() + ").", "Start it by hand to see why.", failure);
        }
    }

    private static void delete(@Nullable Path profile) {
        try {
            FileSystemUtils.deleteRecursively(profile);
        } catch (IOException inUse) {
            // A temporary folder that the ended browser still holds is left to the system.
            LOG.debug("{} was left behind.", profile);
        }
    }

    private static Check notPossible(String sentence, long start) {
        return new Check(NAME, Status.NOT_POSSIBLE, sentence, "", "", millis(start));
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
