package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What {@code integrate} and {@code apply} have in common: where the work goes, how far it is proven, what tells of it. */
final class OutcomeOptions {

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON to this file.")
    private @Nullable Path json;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the report to this file: .md, .html or .json; may be repeated.")
    private List<Path> reports = new ArrayList<>();

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Commit the work to this new git branch, one commit a step.")
    private String branch = "";

    @Option(names = "--allow-dirty", description = "Work on top of uncommitted changes.")
    private boolean allowDirty;

    @Option(names = "--allow-tracked-env", description = "Write values into an environment file even when git commits it.")
    private boolean allowTracked;

    @Option(names = "--no-install", description = "Do not install dependencies; the result cannot be verified then.")
    private boolean noInstall;

    @Option(names = "--no-build", description = "Do not build; the result cannot be verified then.")
    private boolean noBuild;

    @Option(names = "--dry-run", description = "Show what would change in files, and change nothing.")
    private boolean dryRun;

    @Option(names = "--approve", description = "Ask about each step, showing its diff and the passage that asks for it.")
    private boolean approve;

    @Option(
            names = "--events",
            paramLabel = "FORMAT",
            description = "Print what happens as it happens, on standard output: 'ndjson', one JSON object a line.")
    private @Nullable Events events;

    enum Events {
        ndjson
    }

    /** What the run is followed with, on top of its progress. */
    RunFollower follower(CommandSession session) {
        if (approve && !session.terminal().interactive()) {
            throw AgentException.badInput(
                    "confirmation-missing", "Nobody is at a terminal to approve the steps.", "Leave --approve out, or see the changes first with --dry-run.");
        }
        return new RunFollower(session, approve, events != null);
    }

    @Nullable Path json() {
        return json;
    }

    List<Path> reports() {
        return reports;
    }

    String branch() {
        return branch;
    }

    boolean allowDirty() {
        return allowDirty;
    }

    boolean dryRun() {
        return dryRun;
    }

    /** The request with what only these options say. */
    IntegrationRequest on(IntegrationRequest request) {
        return new IntegrationRequest(
                request.project(), request.docs(), request.request(), request.values(), request.branch(), request.allowDirty(), request.skip(), allowTracked);
    }

    ApplyOptions applying(Map<String, String> values) {
        return new ApplyOptions(values, branch, allowDirty, skip(), allowTracked);
    }

    List<String> skip() {
        List<String> skip = new ArrayList<>();
        if (noInstall) {
            skip.add("install");
        }
        if (noBuild) {
            skip.add("build");
        }
        return skip;
    }
}
