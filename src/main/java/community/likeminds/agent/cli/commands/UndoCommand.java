package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.UndoResult;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code undo}: brings back every byte that the last integration changed. */
@Command(
        name = "undo",
        description = "Bring back every byte that the last integration of a project changed.",
        footer = {"  likeminds undo ./my-app"})
final class UndoCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "PROJECT", description = "Folder of the project.")
    private Path project = Path.of(".");

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    UndoCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        UndoResult result;
        try (ProgressLine progress = session.progress()) {
            result = session.get(CodingAgent.class).undo(project.toAbsolutePath().normalize(), progress);
        }
        if (json) {
            session.out().println(Json.line(result));
        } else {
            print(result);
        }
        return result.kept().isEmpty() ? ExitCodes.DONE : ExitCodes.PARTIAL;
    }

    private void print(UndoResult result) {
        result.restored().forEach(path -> session.out().println("  " + session.style().green("✓") + " restored " + path));
        result.removed().forEach(path -> session.out().println("  " + session.style().green("✓") + " removed " + path));
        result.merged().forEach(path -> session.out().println(
                "  " + session.style().green("✓") + " taken out of " + path + ", which was changed since; the other changes stay"));
        result.kept()
                .forEach(path -> session.out()
                        .println("  " + session.style().yellow("•") + " left alone, because it was changed since: " + path));
        session.out()
                .println(
                        result.kept().isEmpty() && result.merged().isEmpty()
                                ? "The project is as it was before."
                                : "The project is as it was before, but for what was changed since.");
    }
}
