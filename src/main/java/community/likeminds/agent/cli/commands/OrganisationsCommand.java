package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.Dissolution;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code organisations}: whose data this installation keeps, on the machine of the server. */
@Command(
        name = "organisations",
        description = "List the organisations of this installation, make one, or remove one with everything that it has.",
        footer = {
            "  likeminds organisations",
            "  likeminds organisations add acme \"Acme Ltd\"",
            "  likeminds users invite anna@example.org --role admin --organisation acme",
            "  likeminds organisations remove acme"
        })
final class OrganisationsCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--json", description = "Print the organisations as JSON.")
    private boolean json;

    private OrganisationsCommand(CommandSession session) {
        this.session = session;
    }

    static CommandLine commandLine(CommandSession session) {
        return new CommandLine(new OrganisationsCommand(session)).addSubcommand(new AddCommand(session)).addSubcommand(new RemoveCommand(session));
    }

    @Override
    public Integer call() {
        List<Accounts.Organisation> all = session.get(Accounts.class).organisations();
        if (json) {
            session.out().println(Json.line(Map.of("organisations", all)));
        } else {
            all.forEach(one -> session.out().println(session.style().bold(one.tenant().value()) + "  " + one.name()));
        }
        return ExitCodes.DONE;
    }

    @Command(name = "add", description = "Make an organisation.", footer = "  likeminds organisations add acme \"Acme Ltd\"")
    static final class AddCommand implements Callable<Integer> {

        private final CommandSession session;

        @Parameters(index = "0", paramLabel = "ID", description = "Small letters, digits and hyphens.")
        private String id = "";

        @Parameters(index = "1", paramLabel = "NAME", description = "What people call it.")
        private String name = "";

        AddCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            TenantId tenant = session.get(Accounts.class).addOrganisation(new TenantId(id), name).tenant();
            UsersCommand.audit(session, tenant, "organisations add", tenant.value());
            session.err().println("Invite its first admin with: likeminds users invite EMAIL --role admin --organisation " + tenant.value());
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "remove",
            description = {
                "Remove an organisation with its members, keys, documentation, plans, reports, tasks and audit log.",
                "Folders of projects stay as they are. What was interrupted is done by the same command again."
            },
            footer = {"  likeminds organisations remove acme", "  likeminds organisations remove acme --yes --json"})
    static final class RemoveCommand implements Callable<Integer> {

        private static final int LOOKED_AT = 1_000;

        private final CommandSession session;

        @Parameters(paramLabel = "ID", description = "As the list of organisations shows it.")
        private String id = "";

        @Option(names = "--yes", description = "Do not ask.")
        private boolean yes;

        @Option(names = "--json", description = "Print what was forgotten as JSON.")
        private boolean json;

        RemoveCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            TenantId tenant = new TenantId(id);
            requireIdle(tenant);
            if (!confirmed()) {
                session.err().println("Nothing was removed.");
                return ExitCodes.DONE;
            }
            // Its own log goes with it.
            UsersCommand.audit(session, TenantId.DEFAULT, "organisations remove", id);
            Map<String, Long> forgotten;
            try (ProgressLine progress = session.progress()) {
                forgotten = session.get(Dissolution.class).dissolve(tenant, progress);
            }
            if (json) {
                session.out().println(Json.line(Map.of("organisation", id, "forgotten", new TreeMap<>(forgotten))));
            } else {
                session.out().println("The organisation " + id + " is removed.");
                new TreeMap<>(forgotten).forEach((what, count) -> {
                    if (count > 0) {
                        session.out().printf("  %,d %s%n", count, what.replace('_', ' '));
                    }
                });
            }
            return ExitCodes.DONE;
        }

        private void requireIdle(TenantId tenant) {
            session.get(Tasks.class).list(tenant, LOOKED_AT).stream().filter(task -> !task.state().isFinal()).findFirst().ifPresent(task -> {
                throw new AgentException(
                        AgentException.Kind.CONFLICT, "organisation-busy", "The organisation's task " + task.id() + " has not ended.",
                        "Wait for it, or let an admin of the organisation cancel it; then try again.");
            });
        }

        private boolean confirmed() {
            if (yes) {
                return true;
            }
            if (!session.terminal().interactive()) {
                throw AgentException.badInput(
                        "confirmation-missing", "Nobody is at a terminal to confirm that everything of '" + id + "' is to be removed.", "Add --yes to remove it without asking.");
            }
            return session.terminal().ask("Everything that '" + id + "' has is lost. Write its id to go on: ").equals(id);
        }
    }
}
