package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.ApiKeys;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code keys}: API keys, on the machine of the server. */
@Command(
        name = "keys",
        description = "List, create and revoke API keys of an organisation.",
        footer = {"  likeminds keys", "  likeminds keys create 3f2a… --name ci --days 90", "  likeminds keys revoke 8c1d…"})
final class KeysCommand implements Callable<Integer> {

    private final CommandSession session;

    @Mixin
    private final OrganisationOption organisation = new OrganisationOption();

    @Option(names = "--json", description = "Print the keys as JSON.")
    private boolean json;

    private KeysCommand(CommandSession session) {
        this.session = session;
    }

    static CommandLine commandLine(CommandSession session) {
        return new CommandLine(new KeysCommand(session))
                .addSubcommand(new CreateCommand(session))
                .addSubcommand(new RevokeCommand(session));
    }

    @Override
    public Integer call() {
        List<ApiKeys.ApiKey> keys = session.get(ApiKeys.class).list(organisation.tenant(), null);
        if (json) {
            session.out().println(Json.line(Map.of("keys", keys)));
        } else if (keys.isEmpty()) {
            session.out().println("There are no keys. Start with: likeminds keys create ACCOUNT --name NAME");
        } else {
            keys.forEach(key -> session.out()
                    .printf(
                            "%s  %s…  %s%n  %s%n",
                            session.style().bold(key.name()),
                            key.prefix(),
                            state(key),
                            session.style().dim(key.id() + ", of " + key.account() + ", last used "
                                    + (key.lastUsedAt() == null ? "never" : key.lastUsedAt()))));
        }
        return ExitCodes.DONE;
    }

    private static String state(ApiKeys.ApiKey key) {
        if (key.revokedAt() != null) {
            return "revoked";
        }
        return key.expiresAt() == null ? "valid" : key.expiresAt().isBefore(Instant.now()) ? "expired" : "valid until " + key.expiresAt();
    }

    @Command(
            name = "create",
            description = "Create an API key for an account; it is printed once.",
            footer = "  likeminds keys create 3f2a… --name ci --role viewer --days 90")
    static final class CreateCommand implements Callable<Integer> {

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(paramLabel = "ACCOUNT", description = "Id of the account whose key it is; 'likeminds users' lists them.")
        private String account = "";

        @Option(names = "--name", required = true, paramLabel = "NAME", description = "What the key is for.")
        private String name = "";

        @Option(names = "--role", paramLabel = "ROLE", description = "Limits the key; may be repeated (default: all that the account may).")
        private List<String> roles = List.of();

        @Option(names = "--days", paramLabel = "N", description = "Days until it expires (default: never).")
        private @Nullable Integer days;

        CreateCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Instant expires = days == null ? null : Instant.now().plus(Duration.ofDays(days));
            ApiKeys.Created created = session.get(ApiKeys.class)
                    .create(
                            organisation.tenant(),
                            new ApiKeys.NewKey(
                                    account, name, roles.stream().map(AccessRole::of).collect(Collectors.toUnmodifiableSet()), expires));
            UsersCommand.audit(session, organisation.tenant(), "keys create", created.key().id());
            session.out().println(created.secret());
            session.err().println("The key is shown this once only.");
            return ExitCodes.DONE;
        }
    }

    @Command(name = "revoke", description = "Revoke an API key.", footer = "  likeminds keys revoke 8c1d…")
    static final class RevokeCommand implements Callable<Integer> {

        private final CommandSession session;

        @Mixin
        private final OrganisationOption organisation = new OrganisationOption();

        @Parameters(paramLabel = "ID", description = "As the list of keys shows it.")
        private String id = "";

        RevokeCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            session.get(ApiKeys.class).revoke(organisation.tenant(), id);
            UsersCommand.audit(session, organisation.tenant(), "keys revoke", id);
            session.err().println("The key is revoked.");
            return ExitCodes.DONE;
        }
    }
}
