package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The machine-readable account of an integration. Its shape is stable: a citation's {@code source} is the path of the page,
 * because that is what a reader of the file can look up; the name of the documentation source stands in {@code sourceName}.
 */
public final class ReportFile {

    private ReportFile() {}

    /** The account of a run that came to an end of its own. */
    public static Map<String, Object> of(IntegrationReport report) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("status", report.status());
        account.put("summary", report.summary());
        account.put("id", report.id());
        account.put("request", report.request());
        account.put("project", report.project());
        account.put("guide", report.guide() == null ? null : citation(report.guide()));
        account.put("guideWhy", report.guideWhy());
        account.put("steps", report.steps().stream().map(ReportFile::step).toList());
        account.put("checks", report.checks());
        account.put("findings", report.findings());
        account.put("openPoints", report.openPoints());
        account.put("changedFiles", report.changedFiles());
        account.put("diff", report.diff());
        account.put("branch", report.branch());
        account.put("tookMs", report.tookMs());
        account.put("plan", report.plan());
        account.put("runnersUp", report.runnersUp().stream().map(ReportFile::citation).toList());
        account.put("feedback", report.feedback().stream().map(ReportFile::feedback).toList());
        return account;
    }

    /** The account of a run that could not be made; nothing in the project has changed. */
    public static Map<String, Object> ofError(String code, String fact, String remedy, String request, Path project) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("status", IntegrationReport.FAILED);
        account.put("summary", fact);
        account.put("error", Map.of("code", code, "fact", fact, "remedy", remedy));
        account.put("request", request);
        account.put("project", project.toString());
        account.put("steps", List.of());
        account.put("checks", List.of());
        account.put("findings", List.of());
        account.put("openPoints", List.of(remedy));
        account.put("changedFiles", Map.of());
        return account;
    }

    /** Makes the folders of a report and finds out whether it can be written, before anything else is done. */
    public static void prepare(Path file) {
        Path target = file.toAbsolutePath().normalize();
        try {
            Files.createDirectories(folder(target));
            if (Files.isDirectory(target) || !Files.isWritable(folder(target))) {
                throw new AccessDeniedException(target.toString());
            }
        } catch (IOException e) {
            throw notWritable(target, e);
        }
    }

    /** Writes an account so that nobody ever sees half of it. */
    public static void write(Path file, Map<String, Object> account) {
        write(file, Json.indented(account) + "\n");
    }

    /** Writes a text so that nobody ever sees half of it. */
    public static void write(Path file, String text) {
        prepare(file);
        Path target = file.toAbsolutePath().normalize();
        try {
            Path temporary = Files.createTempFile(folder(target), ".report", ".tmp");
            try {
                Files.writeString(temporary, text);
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
        } catch (IOException e) {
            throw notWritable(target, e);
        }
    }

    private static Path folder(Path target) {
        Path folder = target.getParent();
        return folder == null ? target : folder;
    }

    private static AgentException notWritable(Path target, IOException cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT,
                "report-not-writable",
                "The report " + target + " cannot be written.",
                "Name a file in a folder that you may write to.",
                cause);
    }

    private static Map<String, Object> step(IntegrationReport.StepOutcome step) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("id", step.id());
        account.put("title", step.title());
        account.put("kind", step.kind());
        account.put("status", step.status());
        account.put("detail", step.detail());
        account.put("why", step.why());
        account.put("citations", step.citations().stream().map(ReportFile::citation).toList());
        account.put("files", step.files());
        account.put("diff", step.diff());
        account.put("quotes", step.quotes());
        return account;
    }

    private static Map<String, Object> feedback(IntegrationReport.Feedback feedback) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("citation", feedback.citation() == null ? null : citation(feedback.citation()));
        account.put("subject", feedback.subject());
        account.put("reason", feedback.reason());
        return account;
    }

    private static Map<String, Object> citation(Citation citation) {
        Map<String, Object> account = new LinkedHashMap<>();
        account.put("source", citation.page());
        account.put("page", citation.page());
        account.put("sourceName", citation.source());
        account.put("heading", citation.heading());
        account.put("startLine", citation.startLine());
        account.put("endLine", citation.endLine());
        return account;
    }
}
