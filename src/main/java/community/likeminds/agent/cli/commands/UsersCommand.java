package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Account;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code users}: who is a member, on the machine of the server. */
@Command(
        name = "users",
        description = "List, invite and remove people and service accounts of an organisation.",
        footer = {
            "  likeminds users",
            "  likeminds users invite anna@example.org --role developer",
            "  likeminds users service ci --role developer",
            "  likeminds users remove 3f2a…"
        })
final class UsersCommand implements Callable<Integer> {

    private final CommandSession session;

    @Mixin
    private final OrganisationOption organisation = new OrganisationOption();

    @Option(names = "--json", description = "Print the members as JSON.")
    private boolean json;

    private UsersCommand(CommandSession session) {
        this.session = session;
    }

    static CommandLine commandLine(CommandSession session) {
        return new CommandLine(new UsersCommand(session))
                .addSubcommand(new InviteCommand(session))
                .addSubcommand(new ServiceCommand(session))
                .addSubcommand(new RemoveCommand(session));
    }

    @Override
    public Integer call() {
        List<Account> members = session.get(Accounts.class).members(organisation.tenant());
        if (json) {
            session.out().println(Json.line(Map.of("members", members)));
        } else if (members.isEmpty()) {
            session.out().println("Nobody is a member yet. Start with: likeminds users invite EMAIL --role admin");
        } else {
            members.forEach(member -> session.out()
                    .printf(
                            "%s  %s  %s%n",
                            session.style().bold(member.email().isEmpty() ? member.name() : member.email()),
                            names(member.roles()),
                            session.style().dim(member.id())));
        }
        return ExitCodes.DONE;
    }

    private static String names(Set<AccessRole> roles) {
        return roles.stream().map(AccessRole::text).sorted().collect(Collectors.joining(", "));
    }

    private static Set<AccessRole> roles(List<String> names) {
        return names.stream().map(AccessRole::of).collect(Collectors.toUnmodifiableSet());
    }

    /** Writes down what was done at the machine itself. */
    static void audit(CommandSession session, TenantId tenant, String action, String target) {
        session.get(AuditLog.class)
                .record(new AuditLog.Deed(tenant, AuditLog.Actor.of(Identity.local()), action, target, AuditLog.DONE));
    }

    @Command(
            name = "invite",
            description = "Make an invitation that works once, for the page /setup of the server.",
            footer = "  likeminds users invite anna@example.org --role admin --role operator")
    static final class InviteCommand implements Callable<Integer> {

        private static final Duration LIFETIME = Duration.ofDays(3);

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(paramLabel = "EMAIL", description = "For whom it is.")
        private String email = "";

        @Option(names = "--role", required = true, paramLabel = "ROLE", description = "viewer, developer, admin or operator; may be repeated.")
        private List<String> roles = List.of();

        InviteCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Invitations.Invitation invitation =
                    session.get(Invitations.class).invite(organisation.tenant(), email, roles(roles), LIFETIME);
            audit(session, organisation.tenant(), "users invite", String.join(" ", roles));
            session.out().println("/setup?invitation=" + invitation.secret());
            session.err().println("Put the server's address before it and give it to " + email + "; it works once, within three days.");
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "service",
            description = "Make a service account, which calls with keys.",
            footer = "  likeminds users service ci --role developer")
    static final class ServiceCommand implements Callable<Integer> {

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(paramLabel = "NAME", description = "What it is for.")
        private String name = "";

        @Option(names = "--role", required = true, paramLabel = "ROLE", description = "viewer, developer, admin or operator; may be repeated.")
        private List<String> roles = List.of();

        ServiceCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Account account = session.get(Accounts.class).addServiceAccount(organisation.tenant(), name, roles(roles));
            audit(session, organisation.tenant(), "users service", account.id());
            session.out().println(account.id());
            session.err().println("Make a key for it with: likeminds keys create " + account.id() + " --name NAME");
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "remove",
            description = "End a membership with its keys and sessions.",
            footer = "  likeminds users remove 3f2a…")
    static final class RemoveCommand implements Callable<Integer> {

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(paramLabel = "ID", description = "As the list of users shows it.")
        private String id = "";

        RemoveCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            session.get(Accounts.class).remove(organisation.tenant(), id);
            audit(session, organisation.tenant(), "users remove", id);
            session.err().println("The membership has ended.");
            return ExitCodes.DONE;
        }
    }
}
