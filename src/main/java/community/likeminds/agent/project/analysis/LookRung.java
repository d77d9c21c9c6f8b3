package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.project.environment.Commands.Preview;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.Proxy;
import java.net.URI;
import java.util.Optional;

/** Serves what was built and looks at it with a headless browser that reaches this machine only. */
final class LookRung {

    private static final String NAME = "look";

    private final BrowserLook browser;
    private final PageServers servers;

    LookRung(Commands commands) {
        this.browser = new BrowserLook(commands);
        this.servers = new PageServers(commands);
    }

    Check run(Project project, Progress progress) {
        long start = System.nanoTime();
        if (!browser.possible()) {
            return notPossible("There is no Chromium or Chrome on this machine to look at the page with.", "", start);
        }
        Optional<PageServers.Server> server = servers.of(project);
        if (server.isEmpty()) {
            return notPossible("The project has no page that could be served and looked at.", "", start);
        }
        String text = server.get().text();
        progress.report("Looking at the page", 0, 0, text);
        try (Preview preview = server.get().start()) {
            int status = status(preview.address());
            if (status >= 500) {
                return new Check(NAME, Status.FAILED, "The page answers with the status " + status + ".",
                        text, Findings.tail(preview.output(), project.environment().values()), millis(start));
            }
            if (status >= 400) {
                return notPossible("The server has no page at its root (status " + status + ").", text, start);
            }
            return verdict(browser.open(preview.address()), text, start);
        } catch (DevTools.LookFailure failure) {
            return notPossible(String.valueOf(failure.getMessage()), text, start);
        } catch (AgentException failure) {
            return new Check(NAME, Status.FAILED, "The page could not be served: " + Findings.oneLine(failure.fact(), 300),
                    text, "", millis(start));
        }
    }

    static Check verdict(PageVerdict page, String server, long start) {
        String said = String.join("\n", page.said());
        if (!page.errors().isEmpty()) {
            return new Check(NAME, Status.FAILED, "The page throws an error in the browser: " + page.errors().getFirst(),
                    server, String.join("\n", page.errors()) + (said.isEmpty() ? "" : "\n" + said), millis(start));
        }
        if (!page.loaded()) {
            return notPossible("The browser did not show the page in time.", server, start);
        }
        return page.blank()
                ? new Check(NAME, Status.FAILED, "The page stays blank in the browser.", server, said, millis(start))
                : new Check(NAME, Status.PASSED, "The page shows content in the browser and throws no error."
                        + (said.isEmpty() ? "" : " It complains about its network or its keys, which are not there: " + page.said().getFirst()), server, said,
                        millis(start));
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

    private static Check notPossible(String sentence, String server, long start) {
        return new Check(NAME, Status.NOT_POSSIBLE, sentence, server, "", millis(start));
    }

    private static long millis(long start) {
        return (System.nanoTime() - start) / 1_000_000;
    }
}
