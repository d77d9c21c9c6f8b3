package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.DryRun;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.cli.output.PlanPrinter;
import community.likeminds.agent.cli.output.ReportFile;
import community.likeminds.agent.cli.output.ReportPrinter;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One integration from the command line: asks, applies, prints, and leaves a report file whatever happens. */
final class IntegrationRun {

    private final CommandSession session;
    private final @Nullable Path json;
    private final List<Path> documents;
    private final RunFollower follower;
    private final Path project;
    private final String request;

    /** @param documents files that the report is written to as well, in the kinds that their names say */
    IntegrationRun(CommandSession session, @Nullable Path json, List<Path> documents, RunFollower follower, Path project, String request) {
        this.session = session;
        this.documents = List.copyOf(documents);
        this.follower = follower;
        this.json = json;
        this.project = project;
        this.request = request;
    }

    /** Runs a body; an error that it throws is written to the report file as well. */
    @Nullable IntegrationReport make(Function<IntegrationRun, @Nullable IntegrationReport> body) {
        if (json != null) {
            ReportFile.prepare(json);
        }
        documents.forEach(ReportDocuments::prepare);
        try {
            return body.apply(this);
        } catch (RuntimeException e) {
            AgentException known = known(e);
            if (known != null && known.code().equals("run-declined")) {
                session.err().println("Nothing was changed.");
                return null;
            }
            if (known != null) {
                writeError(known.code(), known.fact(), known.remedy());
            } else {
                writeError("internal", "The run ended with an unexpected error (" + e + ").", "Run again with --verbose.");
            }
            throw e;
        }
    }

    /** What is meant for a person may be wrapped by what was being started. */
    private static @Nullable AgentException known(Throwable error) {
        for (Throwable cause = error; cause != null; cause = cause.getCause()) {
            if (cause instanceof AgentException known) {
                return known;
            }
        }
        return null;
    }

    /** Plans, applies, prints and writes the report. */
    IntegrationReport integrate(IntegrationRequest wanted) {
        try (ProgressLine progress = session.progress()) {
            return handedOver(session.get(CodingAgent.class).integrate(TenantId.DEFAULT, wanted, follower.on(progress)), progress);
        }
    }

    /** Applies a plan, prints and writes the report. */
    IntegrationReport apply(IntegrationPlan plan, ApplyOptions options) {
        try (ProgressLine progress = session.progress()) {
            return handedOver(session.get(CodingAgent.class).apply(TenantId.DEFAULT, plan, options, follower.on(progress)), progress);
        }
    }

    /** Goes on with an interrupted run, prints and writes the report. */
    IntegrationReport resume(Path folder) {
        try (ProgressLine progress = session.progress()) {
            return handedOver(session.get(CodingAgent.class).resume(folder, follower.on(progress)), progress);
        }
    }

    IntegrationPlan plan(IntegrationRequest wanted) {
        try (ProgressLine progress = session.progress()) {
            return session.get(CodingAgent.class).plan(TenantId.DEFAULT, wanted, follower.on(progress));
        }
    }

    void print(IntegrationPlan plan) {
        new PlanPrinter(session.out(), session.style()).print(plan);
    }

    void print(DryRun dryRun) {
        new ReportPrinter(session.out(), session.style()).print(dryRun);
    }

    private IntegrationReport handedOver(IntegrationReport report, ProgressLine progress) {
        progress.close();
        if (json != null) {
            ReportFile.write(json, ReportFile.of(report));
        }
        documents.forEach(file -> new ReportDocuments(session).write(file, report));
        if (follower.events()) {
            return report;
        }
        new ReportPrinter(session.out(), session.style()).print(report);
        if (!report.changedFiles().isEmpty()) {
            session.out().println();
            session.out().println("Undo with: likeminds undo " + quoted(Path.of(report.project())));
        }
        return report;
    }

    /**
     * Shows the plan, asks for the values that it lacks and for consent.
     *
     * @return the values that were typed, or null when the person said no
     */
    @Nullable Map<String, String> confirm(IntegrationPlan plan, Map<String, String> given) {
        print(plan);
        session.err().println();
        Map<String, String> asked = new LinkedHashMap<>();
        plan.values().forEach((variable, name) -> {
            if (name.isEmpty() && !given(given, variable)) {
                String value = session.terminal().ask("Value of " + variable + " (empty leaves it open): ");
                if (!value.isEmpty()) {
                    asked.put(variable, value);
                }
            }
        });
        return session.terminal().confirm("Apply this plan?") ? asked : null;
    }

    /** Whether a value was given, with the framework's prefix of the variable or without it. */
    private static boolean given(Map<String, String> values, String name) {
        return values.keySet().stream().anyMatch(one -> name.equals(one) || name.endsWith("_" + one));
    }

    private void writeError(String code, String fact, String remedy) {
        follower.error(code, fact, remedy);
        Map<String, Object> account = ReportFile.ofError(code, fact, remedy, request, project);
        if (json != null) {
            ReportFile.write(json, account);
        }
        documents.forEach(file -> ReportDocuments.writeError(file, account));
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[\\w@%+=:,./-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
