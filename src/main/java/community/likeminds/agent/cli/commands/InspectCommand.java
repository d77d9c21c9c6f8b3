package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.output.ProfilePrinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code inspect}: says what a project is. */
@Command(
        name = "inspect",
        description = {
            "Say what a project is: framework, language, package manager, tools, important files, how far each dependency is integrated.",
            "Every fact is shown beside the place where it was seen. Nothing is run and nothing is changed."
        },
        footer = {"  likeminds inspect ./my-app", "  likeminds inspect ./monorepo --path apps/web --json"})
final class InspectCommand implements Callable<Integer> {

    /** Each application is looked at by itself, which takes a moment; who has more names one. */
    private static final int MOST_SHOWN = 30;

    private final CommandSession session;

    @Parameters(paramLabel = "PROJECT", description = "Folder of the project.")
    private Path project = Path.of(".");

    @Mixin
    private final ApplicationOption application = new ApplicationOption();

    @Option(names = "--json", description = "Print the profile as JSON.")
    private boolean json;

    InspectCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        CodingAgent agent = session.get(CodingAgent.class);
        Path folder = application.choose(session, project.toAbsolutePath().normalize(), "");
        List<String> candidates = agent.applications(folder, "");
        if (candidates.size() > 1) {
            workspace(agent, agent.root(folder), candidates);
            return ExitCodes.DONE;
        }
        ProjectProfile profile = agent.inspect(folder);
        if (json) {
            session.out().println(Json.line(profile));
        } else {
            new ProfilePrinter(session.out(), session.style()).print(profile);
        }
        return ExitCodes.DONE;
    }

    private void workspace(CodingAgent agent, Path root, List<String> candidates) {
        List<ProjectProfile> applications = candidates.stream().limit(MOST_SHOWN).map(one -> agent.inspect(root.resolve(one))).toList();
        if (json) {
            session.out().println(Json.line(Map.of("root", root.toString(), "applications", applications)));
        } else {
            new ProfilePrinter(session.out(), session.style()).workspace(root.toString(), applications);
        }
    }
}
