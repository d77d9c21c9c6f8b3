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

/** {@code restore}: a data folder out of a file. */
@Command(
        name = "restore",
        description = "Put back a data folder that backup has saved; the file is verified before anything is replaced.",
        footer = {"  likeminds restore likeminds.zip", "  likeminds restore likeminds.zip --replace"})
final class RestoreBackupCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "FILE", description = "A file that backup has made.")
    private Path file = Path.of("");

    @Option(names = "--replace", description = "Replace a data folder that holds something.")
    private boolean replace;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    RestoreBackupCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Backups.Result result;
        try (ProgressLine progress = session.progress()) {
            result = session.get(Backups.class).restore(file.toAbsolutePath(), replace, progress);
        }
        if (json) {
            session.out().println(Json.line(result));
        } else {
            session.out()
                    .printf(
                            "%s %s is what it was at %s: %,d files, %,d bytes.%n",
                            session.style().green("✓"), result.folder(), result.madeAt(), result.files(), result.bytes());
        }
        return ExitCodes.DONE;
    }
}
