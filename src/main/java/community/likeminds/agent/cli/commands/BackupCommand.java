package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.infrastructure.storage.Backups;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code backup}: the data folder as a file. */
@Command(
        name = "backup",
        description = "Save the data folder in a file, with checksums.",
        footer = {"  likeminds backup likeminds.zip", "  likeminds backup /backups/likeminds.zip --data ./state"})
final class BackupCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "FILE", description = "The ZIP file to make.")
    private Path file = Path.of("");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    BackupCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Backups.Result result;
        try (ProgressLine progress = session.progress()) {
            result = session.get(Backups.class).save(file.toAbsolutePath(), progress);
        }
        if (json) {
            session.out().println(Json.line(result));
        } else {
            session.out()
                    .printf(
                            "%s %s holds %,d files of %s, %,d bytes.%n",
                            session.style().green("✓"), file, result.files(), result.folder(), result.bytes());
        }
        return ExitCodes.DONE;
    }
}
