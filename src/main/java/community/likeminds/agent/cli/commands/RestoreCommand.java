package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.DocumentationSnapshots;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.SnapshotPrinter;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sources restore}: takes over what a file holds. */
@Command(
        name = "restore",
        description = "Put the sources of a snapshot in the place of those of their names.",
        footer = {"  likeminds sources restore docs.zip"})
final class RestoreCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "FILE", description = "A file that sources snapshot has made.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    RestoreCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DocumentationSnapshots.Result result;
        try (ProgressLine progress = session.progress()) {
            result = session.get(DocumentationSnapshots.class).restore(TenantId.DEFAULT, file.toAbsolutePath(), progress);
        }
        new SnapshotPrinter(session.out(), session.style(), json).restored(result);
        return ExitCodes.DONE;
    }
}
