package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.InterruptedRun;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code resume}: goes on with an integration whose process was ended. */
@Command(
        name = "resume",
        description = {
            "Go on with an integration that was killed, at the step where it stopped; it ends as it would have ended.",
            "'likeminds undo' takes it back instead."
        },
        footer = {
            "  likeminds resume",
            "  likeminds resume ./my-app",
            "",
            "Exit status: 0 verified, 3 partly done, 4 refused or failed, 2 bad input."
        })
final class ResumeCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(
            paramLabel = "PROJECT|RUN",
            arity = "0..1",
            description = "Folder of the project or id of the run (default: the one that was interrupted).")
    private @Nullable String which;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON to this file.")
    private @Nullable Path json;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the report to this file: .md, .html or .json; may be repeated.")
    private List<Path> reports = new ArrayList<>();

    ResumeCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        IntegrationRun run = new IntegrationRun(session, json, reports, RunFollower.quiet(session), Path.of("."), "");
        IntegrationReport report = run.make(one -> one.resume(project()));
        return report == null ? ExitCodes.INTERNAL : ExitCodes.of(report);
    }

    private Path project() {
        if (which != null && Files.isDirectory(Path.of(which))) {
            return Path.of(which).toAbsolutePath().normalize();
        }
        List<InterruptedRun> runs = session.get(CodingAgent.class).interrupted().stream()
                .filter(run -> which == null || run.id().equals(which)).toList();
        if (runs.size() == 1) {
            return Path.of(runs.getFirst().project());
        }
        if (runs.isEmpty()) {
            throw AgentException.notFound(
                    "nothing-to-resume", which == null ? "No run was interrupted." : "There is neither a folder nor an interrupted run '" + which + "'.",
                    "List the runs with: likeminds runs.");
        }
        throw AgentException.badInput(
                "run-unclear",
                "Several runs were interrupted: " + runs.stream().map(run -> run.id() + " on " + run.project()).collect(Collectors.joining(", ")) + ".",
                "Name one: likeminds resume PROJECT.");
    }
}
