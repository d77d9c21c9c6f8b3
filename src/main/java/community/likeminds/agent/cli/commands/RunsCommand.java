package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.InterruptedRun;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code runs}: lists integrations, those that were interrupted first. */
@Command(
        name = "runs",
        description = "List the integrations that were made, and those that were interrupted.",
        footer = {"  likeminds runs", "  likeminds runs --json"})
final class RunsCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    RunsCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        List<InterruptedRun> interrupted = session.get(CodingAgent.class).interrupted();
        List<ReportSummary> done = session.get(Reports.class).list(TenantId.DEFAULT);
        if (json) {
            session.out().println(Json.line(Map.of("interrupted", interrupted, "runs", done)));
            return ExitCodes.DONE;
        }
        for (InterruptedRun run : interrupted) {
            print(run.id(), session.style().yellow("interrupted"), run.request(), run.project() + "  go on with: likeminds resume " + run.id());
        }
        for (ReportSummary run : done) {
            String status = switch (run.status()) {
                case "verified" -> session.style().green(run.status());
                case "partial" -> session.style().yellow(run.status());
                default -> session.style().red(run.status());
            };
            print(run.id(), status, run.request(), run.project() + "  " + run.changedFiles() + (run.changedFiles() == 1 ? " file" : " files") + " changed");
        }
        if (interrupted.isEmpty() && done.isEmpty()) {
            session.out().println("Nothing has been integrated yet.");
        }
        return ExitCodes.DONE;
    }

    private void print(String id, String status, String request, String where) {
        session.out().printf("%s  %s  %s%n  %s%n", session.style().bold(id), status, request, session.style().dim(where));
    }
}
