package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.shared.AgentException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** Which application of a repository is meant: given, named in the request, or asked for. */
final class ApplicationOption {

    @Option(
            names = "--path",
            paramLabel = "FOLDER",
            defaultValue = "",
            description = "The application below PROJECT that is meant, in a repository of several.")
    private String path = "";

    /** The folder below the project that was given; throws {@code path-not-found}, {@code path-outside-project}. */
    Path below(Path project) {
        if (path.isBlank()) {
            return project;
        }
        Path folder = project.resolve(path).normalize();
        if (!folder.startsWith(project)) {
            throw AgentException.badInput("path-outside-project", "The folder " + path + " is not below the project.", "Give a folder below PROJECT with --path.");
        }
        if (!Files.isDirectory(folder)) {
            throw AgentException.notFound("path-not-found", "There is no folder " + path + " in the project.", "Check what --path names.");
        }
        return folder;
    }

    /** {@link #below}, and where several applications could be meant and a person is there, the one that the person names. */
    Path choose(CommandSession session, Path project, String request) {
        Path folder = below(project);
        if (!path.isBlank() || !session.terminal().interactive()) {
            return folder;
        }
        CodingAgent agent = session.get(CodingAgent.class);
        List<String> candidates = agent.applications(folder, request);
        if (candidates.size() < 2) {
            return folder;
        }
        session.err().println("This repository holds several applications:");
        for (int i = 0; i < candidates.size(); i++) {
            session.err().println("  %d  %s".formatted(i + 1, candidates.get(i)));
        }
        String answer = session.terminal().ask("Which one is meant? ");
        int number = answer.matches("\\d{1,4}") ? Integer.parseInt(answer) : 0;
        String chosen = number >= 1 && number <= candidates.size() ? candidates.get(number - 1) : candidates.contains(answer) ? answer : "";
        if (chosen.isEmpty()) {
            throw AgentException.badInput("workspace-unclear", "The answer '" + answer + "' is none of the applications.", "Give its folder with --path.");
        }
        return agent.root(folder).resolve(chosen);
    }
}
