package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.ProjectGrants;
import community.likeminds.agent.infrastructure.auth.ProjectGrants.Grant;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code projects grant} and {@code projects revoke}: roles on one project. */
final class ProjectRoles {

    private ProjectRoles() {}

    /** What both commands take. */
    private abstract static class RoleCommand implements Callable<Integer> {

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(index = "0", paramLabel = "PROJECT", description = "Its name or id.")
        private String named = "";

        @Parameters(index = "1", paramLabel = "ACCOUNT", description = "Id of a member; 'likeminds users' lists them.")
        private String account = "";

        @Option(names = "--role", required = true, paramLabel = "ROLE", description = "viewer or developer.")
        private String role = "";

        RoleCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public final Integer call() {
            Project project = ProjectsCommand.known(session, organisation.tenant(), named);
            String done = decide(session.get(ProjectGrants.class), new Grant(project.id(), account, AccessRole.of(role)));
            UsersCommand.audit(session, organisation.tenant(), "projects " + done, project.id() + " " + account + " " + role);
            session.err().println(done.equals("grant") ? "The role is given." : "The role is taken back.");
            return ExitCodes.DONE;
        }

        /** The name of what was done. */
        abstract String decide(ProjectGrants grants, Grant grant);

        final TenantId tenant() {
            return organisation.tenant();
        }
    }

    @Command(
            name = "grant",
            description = "Give a member a role on a project, on top of the roles in the organisation.",
            footer = "  likeminds projects grant shop 3f2a… --role developer")
    static final class GrantCommand extends RoleCommand {

        GrantCommand(CommandSession session) {
            super(session);
        }

        @Override
        String decide(ProjectGrants grants, Grant grant) {
            grants.grant(tenant(), grant);
            return "grant";
        }
    }

    @Command(name = "revoke", description = "Take a role on a project back.", footer = "  likeminds projects revoke shop 3f2a… --role developer")
    static final class RevokeCommand extends RoleCommand {

        RevokeCommand(CommandSession session) {
            super(session);
        }

        @Override
        String decide(ProjectGrants grants, Grant grant) {
            if (!grants.revoke(tenant(), grant)) {
                throw AgentException.notFound(
                        "grant-unknown", "'" + grant.subject() + "' does not have the role " + grant.role().text() + " on this project.",
                        "See who has which role with: likeminds projects show.");
            }
            return "revoke";
        }
    }
}
