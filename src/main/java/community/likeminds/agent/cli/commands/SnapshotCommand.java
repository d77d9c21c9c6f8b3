package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.DocumentationSnapshots;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.SnapshotPrinter;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code sources snapshot}: writes what was read into a file. */
@Command(
        name = "snapshot",
        description = "Write what was read of the sources, with its vectors, into a file.",
        footer = {"  likeminds sources snapshot docs.zip", "  likeminds sources snapshot docs.zip --source feed-docs"})
final class SnapshotCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "FILE", description = "The file to make.")
    private Path file = Path.of("");

    @Option(names = "--source", paramLabel = "NAME", description = "Only this source; may be repeated (default: all).")
    private List<String> sources = List.of();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    SnapshotCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DocumentationSnapshots.Result result;
        try (ProgressLine progress = session.progress()) {
            result = session.get(DocumentationSnapshots.class)
                    .save(TenantId.DEFAULT, sources, file.toAbsolutePath(), progress);
        }
        new SnapshotPrinter(session.out(), session.style(), json).saved(file, result);
        return ExitCodes.DONE;
    }
}
