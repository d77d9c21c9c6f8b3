package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.CodebaseSnapshots;
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

/** {@code code snapshot}: writes indexed source code into a file. */
@Command(
        name = "snapshot",
        description = "Write indexed source code, with its vectors, into a file.",
        footer = {"  likeminds code snapshot code.zip", "  likeminds code snapshot code.zip --codebase my-app"})
final class CodeSnapshotCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "FILE", description = "The file to make.")
    private Path file = Path.of("");

    @Option(names = "--codebase", paramLabel = "NAME", description = "Only this codebase; may be repeated (default: all).")
    private List<String> codebases = List.of();

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    CodeSnapshotCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        DocumentationSnapshots.Result result;
        try (ProgressLine progress = session.progress()) {
            result = session.get(CodebaseSnapshots.class)
                    .save(TenantId.DEFAULT, codebases, file.toAbsolutePath(), progress);
        }
        new SnapshotPrinter(session.out(), session.style(), json).saved(file, result);
        return ExitCodes.DONE;
    }
}
