package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.ProjectGrants;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code projects}: the register of folders, on the machine of the server. */
@Command(
        name = "projects",
        description = {
            "List the registered projects of an organisation, register folders, and give roles on them.",
            "A registered folder can be reached over REST by its organisation only."
        },
        footer = {
            "  likeminds projects",
            "  likeminds projects add ./shop --organisation acme",
            "  likeminds projects show shop --json",
            "  likeminds projects rename shop store",
            "  likeminds projects grant store 3f2a… --role developer",
            "  likeminds projects remove store"
        })
final class ProjectsCommand implements Callable<Integer> {

    private final CommandSession session;

    @Mixin
    private final OrganisationOption organisation = new OrganisationOption();

    @Option(names = "--json", description = "Print the projects as JSON.")
    private boolean json;

    private ProjectsCommand(CommandSession session) {
        this.session = session;
    }

    static CommandLine commandLine(CommandSession session) {
        return new CommandLine(new ProjectsCommand(session))
                .addSubcommand(new ProjectsAddCommand(session))
                .addSubcommand(new ShowCommand(session))
                .addSubcommand(new RenameCommand(session))
                .addSubcommand(new RemoveCommand(session))
                .addSubcommand(new ProjectRoles.GrantCommand(session))
                .addSubcommand(new ProjectRoles.RevokeCommand(session));
    }

    @Override
    public Integer call() {
        List<Project> projects = session.get(Projects.class).list(organisation.tenant());
        if (json) {
            session.out().println(Json.line(Map.of("projects", projects)));
        } else if (projects.isEmpty()) {
            session.out().println("No project is registered. Start with: likeminds projects add FOLDER");
        } else {
            projects.forEach(project -> line(session, project));
        }
        return ExitCodes.DONE;
    }

    private static void line(CommandSession session, Project project) {
        session.out().printf("%s  %s  %s%n", session.style().bold(project.name()), project.folder(), session.style().dim(project.id()));
    }

    /** By id or name. Throws {@code project-unknown}. */
    static Project known(CommandSession session, TenantId tenant, String idOrName) {
        return session.get(Projects.class).find(tenant, idOrName).orElseThrow(() -> AgentException.notFound(
                "project-unknown", "There is no project '" + idOrName + "'.", "See the projects with: likeminds projects."));
    }

    @Command(
            name = "show",
            description = "Show a project with its settings and the roles that were given on it.",
            footer = {"  likeminds projects show shop", "  likeminds projects show shop --json"})
    static final class ShowCommand implements Callable<Integer> {

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(paramLabel = "PROJECT", description = "Its name or id.")
        private String named = "";

        @Option(names = "--json", description = "Print it as JSON.")
        private boolean json;

        ShowCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Project project = known(session, organisation.tenant(), named);
            List<ProjectGrants.Grant> grants = session.get(ProjectGrants.class).of(organisation.tenant(), project.id());
            if (json) {
                session.out().println(Json.line(Map.of("project", project, "grants", grants)));
                return ExitCodes.DONE;
            }
            line(session, project);
            session.out().println("  owner " + project.owner() + ", registered " + project.createdAt());
            project.settings().docs().forEach(location -> session.out().println("  documentation " + location));
            project.settings().skip().forEach(rung -> session.out().println("  without " + rung));
            grants.forEach(grant -> session.out().println("  " + grant.role().text() + " " + grant.subject()));
            return ExitCodes.DONE;
        }
    }

    @Command(name = "rename", description = "Give a project another name.", footer = "  likeminds projects rename shop store")
    static final class RenameCommand implements Callable<Integer> {

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(index = "0", paramLabel = "PROJECT", description = "Its name or id.")
        private String named = "";

        @Parameters(index = "1", paramLabel = "NAME", description = "The new name.")
        private String name = "";

        RenameCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            TenantId tenant = organisation.tenant();
            Project before = known(session, tenant, named);
            session.get(Projects.class).change(tenant, before.id(), new Projects.Change(name, before.owner(), before.settings()));
            UsersCommand.audit(session, tenant, "projects rename", before.id());
            session.err().println("The project " + before.name() + " is called " + name + " now.");
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "remove",
            description = "Forget a project and the roles on it; its folder stays as it is.",
            footer = "  likeminds projects remove shop")
    static final class RemoveCommand implements Callable<Integer> {

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(paramLabel = "PROJECT", description = "Its name or id.")
        private String named = "";

        RemoveCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            TenantId tenant = organisation.tenant();
            Project project = known(session, tenant, named);
            session.get(Projects.class).remove(tenant, project.id());
            UsersCommand.audit(session, tenant, "projects remove", project.id());
            session.err().println("The project " + project.name() + " is forgotten; its folder stays as it is.");
            return ExitCodes.DONE;
        }
    }
}
