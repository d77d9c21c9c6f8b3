package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code projects add}: a folder for one organisation only. */
@Command(
        name = "add",
        description = "Register a folder as a project of an organisation; no other organisation can reach it from then on.",
        footer = {
            "  likeminds projects add ./shop",
            "  likeminds projects add /srv/projects/shop --organisation acme --name shop --docs npm:some-sdk@1 --skip build"
        })
final class ProjectsAddCommand implements Callable<Integer> {

    private static final List<String> RUNGS = List.of("install", "build");

    private final CommandSession session;

    @Mixin
    private final OrganisationOption organisation = new OrganisationOption();

    @Parameters(paramLabel = "FOLDER", description = "The folder of the project.")
    private Path folder = Path.of("");

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called (default: the folder's name).")
    private @Nullable String name;

    @Option(names = "--owner", paramLabel = "ACCOUNT", description = "Id of the member whose project it is (default: nobody in particular).")
    private @Nullable String owner;

    @Option(
            names = "--docs",
            paramLabel = "LOCATION",
            description = "Documentation that plans are made from when a request names none; may be repeated.")
    private List<String> docs = List.of();

    @Option(names = "--skip", paramLabel = "RUNG", description = "A part of the proof that is not wanted: install or build; may be repeated.")
    private List<String> skip = List.of();

    @Option(names = "--json", description = "Print the project as JSON.")
    private boolean json;

    ProjectsAddCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        TenantId tenant = organisation.tenant();
        Path real = real();
        String wanted = name == null ? String.valueOf(real.getFileName()) : name;
        String whose = owner == null ? Identity.local().id() : session.get(Accounts.class).member(tenant, owner).id();
        Project project = session.get(Projects.class).register(tenant, new Projects.NewProject(wanted, real, whose, settings()));
        UsersCommand.audit(session, tenant, "projects add", project.id());
        session.out().println(json ? Json.line(project) : project.id());
        session.err().println("The folder " + real + " is the project " + project.name() + " of the organisation '" + tenant.value() + "'.");
        return ExitCodes.DONE;
    }

    private Path real() {
        try {
            Path real = folder.toRealPath();
            if (Files.isDirectory(real)) {
                return real;
            }
        } catch (IOException missing) {
            throw new AgentException(
                    AgentException.Kind.NOT_FOUND, "project-not-found", "The folder " + folder + " does not exist.", "Name the folder of a project.", missing);
        }
        throw AgentException.badInput("project-no-folder", folder + " is no folder.", "Name the folder of a project.");
    }

    /** Documentation of this machine is kept as a real path, because a server looks for it from elsewhere. */
    private Project.Settings settings() {
        skip.stream().filter(rung -> !RUNGS.contains(rung)).findFirst().ifPresent(rung -> {
            throw AgentException.badInput("skip-unknown", "There is no rung '" + rung + "' that can be left out.", "Use install or build.");
        });
        return new Project.Settings(docs.stream().map(ProjectsAddCommand::location).toList(), skip);
    }

    private static String location(String location) {
        try {
            return location.contains(":") ? location : Path.of(location).toRealPath().toString();
        } catch (IOException missing) {
            throw new AgentException(
                    AgentException.Kind.NOT_FOUND, "source-not-found", "The documentation '" + location + "' does not exist.",
                    "Name an existing folder, or an address that begins with https://, git+https://, npm: or maven:.", missing);
        }
    }
}
