package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code integrate}: plans, applies, proves and reports an integration. */
@Command(
        name = "integrate",
        description = {
            "Bring an SDK into a project as its documentation says, and prove the result.",
            "On a terminal the plan is shown and confirmed first; elsewhere --yes is needed."
        },
        footer = {
            "  likeminds integrate ./my-app --docs ./docs --request \"Add the feed\"",
            "  likeminds integrate ./my-app --docs npm:some-sdk --request \"Add it\" \\",
            "      --set API_KEY=abc --yes --json report.json --branch add-some-sdk",
            "",
            "Exit status: 0 verified, 3 partly done, 4 refused or failed, 2 bad input."
        })
final class IntegrateCommand implements Callable<Integer> {

    private final CommandSession session;

    @Mixin
    private final IntegrationOptions options = new IntegrationOptions();

    @Mixin
    private final PreviewOptions preview = new PreviewOptions();

    @Option(names = {"-y", "--yes"}, description = "Apply without asking.")
    private boolean yes;

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON to this file.")
    private @Nullable Path json;

    @Option(
            names = "--branch",
            paramLabel = "NAME",
            defaultValue = "",
            description = "Commit the work to this new git branch, one commit a step.")
    private String branch = "";

    @Option(names = "--allow-dirty", description = "Work on top of uncommitted changes.")
    private boolean allowDirty;

    @Option(names = "--no-install", description = "Do not install dependencies; the result cannot be verified then.")
    private boolean noInstall;

    @Option(names = "--no-build", description = "Do not build; the result cannot be verified then.")
    private boolean noBuild;

    IntegrateCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        IntegrationRun run = new IntegrationRun(session, json, options.project(), options.request());
        IntegrationReport report = run.make(this::integrate);
        if (report == null) {
            session.err().println("Nothing was changed.");
            return ExitCodes.DONE;
        }
        if (preview.wanted()) {
            preview.run(session, report);
        }
        return ExitCodes.of(report);
    }

    private @Nullable IntegrationReport integrate(IntegrationRun run) {
        if (yes) {
            return run.apply(request(Map.of()));
        }
        if (!session.terminal().interactive()) {
            throw AgentException.badInput(
                    "confirmation-missing",
                    "Nobody is at a terminal to confirm the plan.",
                    "Add --yes to apply it without asking, or see it first with: likeminds plan.");
        }
        options.choose(session);
        Map<String, String> asked = run.confirm(request(Map.of()));
        return asked == null ? null : run.apply(request(asked));
    }

    private IntegrationRequest request(Map<String, String> asked) {
        List<String> skip = new ArrayList<>();
        if (noInstall) {
            skip.add("install");
        }
        if (noBuild) {
            skip.add("build");
        }
        return options.toRequest(asked, branch, allowDirty, skip);
    }
}
