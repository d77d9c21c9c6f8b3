package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.ReportFile;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Reports as files; the ending of the name says what kind. */
final class ReportDocuments {

    private final CommandSession session;

    ReportDocuments(CommandSession session) {
        this.session = session;
    }

    /** Finds out whether a file can be written and is of a known kind, before anything else is done. */
    static void prepare(Path file) {
        kind(file);
        ReportFile.prepare(file);
    }

    void write(Path file, IntegrationReport report) {
        ReportFile.write(file, text(kind(file), report));
    }

    /** Also of a run that could not be made: machines get the same account of it as with {@code --json}, people the sentences. */
    static void writeError(Path file, Map<String, Object> account) {
        if (kind(file).equals("json")) {
            ReportFile.write(file, account);
        }
    }

    String text(String kind, IntegrationReport report) {
        return switch (kind) {
            case "html" -> session.get(Reports.class).html(report);
            case "md" -> session.get(Reports.class).markdown(report);
            default -> Json.indented(ReportFile.of(report)) + "\n";
        };
    }

    private static String kind(Path file) {
        String name = file.toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".html") || name.endsWith(".htm")) {
            return "html";
        }
        if (name.endsWith(".md") || name.endsWith(".markdown")) {
            return "md";
        }
        if (name.endsWith(".json")) {
            return "json";
        }
        throw AgentException.badInput(
                "report-kind-unknown", "What kind of report " + file + " is to be cannot be told from its name.", "End its name in .md, .html or .json.");
    }
}
