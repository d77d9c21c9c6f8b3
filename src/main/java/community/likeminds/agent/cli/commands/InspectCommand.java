package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.PlanPrinter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: says what a project is. */
@Command(
        name = "inspect",
        description = "Say what a project is: framework, language, package manager, important files.",
        footer = {"  likeminds inspect ./my-app"})
final class InspectCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "PROJECT", description = "Folder of the project.")
    private Path project = Path.of(".");

    @Option(names = "--json", description = "Print the profile as JSON.")
    private boolean json;

    InspectCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        ProjectProfile profile = session.get(CodingAgent.class).inspect(project.toAbsolutePath().normalize());
        if (json) {
            session.out().println(Json.line(profile));
        } else {
            new PlanPrinter(session.out(), session.style()).print(profile);
        }
        return ExitCodes.DONE;
    }
}
