package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.project.environment.Commands;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.time.Duration;
import picocli.CommandLine.Option;

/** Starts the integrated project's own server and keeps it for as long as somebody may look at it. */
final class PreviewOptions {

    private static final Duration READY = Duration.ofSeconds(60);

    @Option(
            names = "--preview",
            description = "Start the project afterwards: until Ctrl-C on a terminal, elsewhere for --preview-seconds.")
    private boolean preview;

    @Option(
            names = "--preview-seconds",
            paramLabel = "N",
            defaultValue = "-1",
            description = "Keep the preview for N seconds (default: until Ctrl-C on a terminal, else 0).")
    private int seconds;

    boolean wanted() {
        return preview || seconds >= 0;
    }

    void run(CommandSession session, IntegrationReport report) {
        String state = state(report);
        if (!state.isEmpty()) {
            session.out().println("There is no preview: " + state);
            return;
        }
        ProjectProfile profile = session.get(CodingAgent.class).inspect(application(session.get(CodingAgent.class), report));
        int port = PreviewServer.freePort();
        session.out().println();
        try (Commands.Preview server = session.get(Commands.class)
                .preview(PreviewServer.command(profile, port), port, READY)) {
            session.out()
                    .println(session.style().bold("Preview: " + server.address())
                            + (untilInterrupted(session) ? "  (Ctrl-C ends it)" : ""));
            session.out().flush();
            watch(session, server);
        } catch (InterruptedException e) {
            session.err().println("The preview has ended.");
            Thread.currentThread().interrupt();
        } catch (AgentException e) {
            session.err().println("There is no preview: " + e.fact() + " " + e.remedy());
        }
    }

    /** The application that was worked on: of several, the one that has changed files. */
    private static Path application(CodingAgent agent, IntegrationReport report) {
        Path root = Path.of(report.project());
        return agent.applications(root, report.request()).stream()
                .filter(folder -> report.changedFiles().keySet().stream().anyMatch(path -> path.startsWith(folder + "/")))
                .findFirst()
                .map(root::resolve)
                .orElse(root);
    }

    private void watch(CommandSession session, Commands.Preview server) throws InterruptedException {
        if (untilInterrupted(session)) {
            server.await();
            session.err().println("The preview has ended by itself.");
            return;
        }
        Thread.sleep(Duration.ofSeconds(Math.max(0, seconds)));
        session.out()
                .println(
                        server.alive()
                                ? "The preview answered and was ended (--preview-seconds N keeps it longer)."
                                : "The preview answered and then ended by itself.");
    }

    private boolean untilInterrupted(CommandSession session) {
        return seconds < 0 && session.terminal().interactive();
    }

    private static String state(IntegrationReport report) {
        if (report.status().equals(IntegrationReport.FAILED)) {
            return "nothing was integrated.";
        }
        return report.checks().stream()
                .filter(check -> check.name().equals("install") || check.name().equals("build"))
                .filter(check -> !check.status().equals("passed"))
                .map(check -> "the check '" + check.name() + "' has not passed.")
                .findFirst()
                .orElse("");
    }
}
