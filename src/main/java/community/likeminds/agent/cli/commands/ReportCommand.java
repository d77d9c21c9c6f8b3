package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.ReportFile;
import community.likeminds.agent.cli.output.ReportPrinter;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code report}: shows what a run did, or writes it down. */
@Command(
        name = "report",
        description = "Show the report of an integration again, or write it as a document.",
        footer = {
            "  likeminds report 1f6c",
            "  likeminds report 1f6c --output report.html --output report.md",
            "",
            "The ids of runs: likeminds runs."
        })
final class ReportCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "RUN", description = "Id of a run, or the beginning of it.")
    private String run = "";

    @Option(names = {"-o", "--output"}, paramLabel = "FILE", description = "Write it to this file: .md, .html or .json; may be repeated.")
    private List<Path> output = new ArrayList<>();

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    ReportCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        output.forEach(ReportDocuments::prepare);
        IntegrationReport report = session.get(Reports.class).get(TenantId.DEFAULT, run);
        output.forEach(file -> new ReportDocuments(session).write(file, report));
        if (json) {
            session.out().println(Json.line(ReportFile.of(report)));
        } else if (output.isEmpty()) {
            new ReportPrinter(session.out(), session.style()).print(report);
        }
        return ExitCodes.DONE;
    }
}
