package community.likeminds.agent.project.analysis;

import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.environment.Commands;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Where a tool of a project is: among the project's own packages first, then on this machine. */
final class ToolPrograms {

    private static final List<String> OWN = List.of("node_modules/.bin", ".venv/bin", "venv/bin", "vendor/bin");

    private final Project project;
    private final Commands commands;

    ToolPrograms(Project project, Commands commands) {
        this.project = project;
        this.commands = commands;
    }

    Path app() {
        return project.app().isEmpty() ? project.root() : project.root().resolve(project.app());
    }

    /** The program of one of some names, as an argument of a command. */
    Optional<String> find(String name) {
        for (Path folder : List.of(app(), project.root())) {
            for (String own : OWN) {
                Path program = folder.resolve(own).resolve(name);
                if (Files.isExecutable(program)) {
                    return Optional.of(program.toAbsolutePath().toString());
                }
            }
        }
        // A formatter that merely happens to be on the machine may be of another version than the project's own, but not where it comes with the language.
        return commands.find(name).isPresent() ? Optional.of(name) : Optional.empty();
    }
}
