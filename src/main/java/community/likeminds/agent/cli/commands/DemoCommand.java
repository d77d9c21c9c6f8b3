package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.cli.ExitCodes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code demo}: does the main job on the example that comes with the product. */
@Command(
        name = "demo",
        description = {
            "Do the main job on the bundled example: copy a small React app, read the bundled documentation,",
            "integrate the LikeMinds feed as it says, build the app, and start it."
        },
        footer = {
            "  likeminds demo",
            "  likeminds demo --folder /tmp/demo --preview-seconds 5     (ends by itself)",
            "  likeminds undo ./likeminds-demo"
        })
final class DemoCommand implements Callable<Integer> {

    static final String REQUEST = "Show the LikeMinds feed in this app with the feed-js data SDK";

    private final CommandSession session;

    @Option(
            names = "--folder",
            paramLabel = "DIR",
            defaultValue = "likeminds-demo",
            description = "Where the app is copied to (default: ./likeminds-demo).")
    private Path folder = Path.of("likeminds-demo");

    @Option(names = "--json", paramLabel = "FILE", description = "Write the report as JSON to this file.")
    private @Nullable Path json;

    @Option(names = "--report", paramLabel = "FILE", description = "Also write the report to this file: .md, .html or .json; may be repeated.")
    private List<Path> reports = new ArrayList<>();

    @Mixin
    private final PreviewOptions preview = new PreviewOptions();

    DemoCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Path project = folder.toAbsolutePath().normalize();
        IntegrationRun run = new IntegrationRun(session, json, reports, RunFollower.quiet(session), project, REQUEST);
        IntegrationReport report = run.make(r -> {
            Example example = Example.bundled();
            example.copyTo(project);
            session.err().println("The example app is in " + project + ".");
            return r.integrate(request(example, project));
        });
        if (report == null) {
            return ExitCodes.INTERNAL;
        }
        preview.run(session, report);
        return ExitCodes.of(report);
    }

    private static IntegrationRequest request(Example example, Path project) {
        return new IntegrationRequest(
                project, List.of(example.docs().toString()), REQUEST, example.values(), "", true, List.of());
    }
}
