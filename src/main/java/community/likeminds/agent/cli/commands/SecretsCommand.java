package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.cli.terminal.ProgressLine;
import community.likeminds.agent.infrastructure.secrets.EncryptionKeys;
import community.likeminds.agent.infrastructure.secrets.EncryptionKeys.Key;
import community.likeminds.agent.infrastructure.secrets.EncryptionKeys.Rewrapped;
import community.likeminds.agent.infrastructure.secrets.KeyProtection.NewKey;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code secrets}: the keys that protect encrypted values, with the settings and the data folder of the process that keeps them. */
@Command(
        name = "secrets",
        description = {
            "List the keys that protect what is kept encrypted, and how many values are under each.",
            "To change the key: rotate, rewrap, retire. Where roles have data folders of their own, rewrap with each of them."
        },
        footer = {"  likeminds secrets", "  likeminds secrets rotate", "  likeminds secrets rewrap", "  likeminds secrets retire k1"})
final class SecretsCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--json", description = "Print the keys as JSON.")
    private boolean json;

    private SecretsCommand(CommandSession session) {
        this.session = session;
    }

    static CommandLine commandLine(CommandSession session) {
        return new CommandLine(new SecretsCommand(session))
                .addSubcommand(new RotateCommand(session))
                .addSubcommand(new RewrapCommand(session))
                .addSubcommand(new RetireCommand(session));
    }

    @Override
    public Integer call() {
        List<Key> keys;
        try (ProgressLine progress = session.progress()) {
            keys = session.get(EncryptionKeys.class).list(progress);
        }
        if (json) {
            session.out().println(Json.line(Map.of("keys", keys)));
            return ExitCodes.DONE;
        }
        for (Key key : keys) {
            String state = key.current() ? "current" : key.known() ? "opens what is under it" : "not known: what is under it cannot be read";
            session.out().printf("%s  %s, %,d values%n", session.style().bold(key.id()), state, key.total());
            key.values().forEach((place, count) -> session.out().println(session.style().dim("  %,d %s".formatted(count, place))));
        }
        return ExitCodes.DONE;
    }

    private static void audit(CommandSession session, String action, String target) {
        UsersCommand.audit(session, TenantId.DEFAULT, action, target);
    }

    @Command(
            name = "rotate",
            description = {
                "Make a new key current; what there is stays readable.",
                "Keys in the environment are a person's to change: the new one is printed then."
            },
            footer = "  likeminds secrets rotate")
    static final class RotateCommand implements Callable<Integer> {

        private final CommandSession session;

        @Option(names = "--json", description = "Print the name of the key as JSON.")
        private boolean json;

        RotateCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            NewKey made = session.get(EncryptionKeys.class).rotate();
            audit(session, "secrets rotate", made.id());
            if (json) {
                session.out().println(Json.line(Map.of("key", made.id(), "current", made.setting().isEmpty(), "setting", made.setting())));
            } else if (made.setting().isEmpty()) {
                session.out().println(made.id());
                session.err().println("It is current. Put what there is under it with: likeminds secrets rewrap");
            } else {
                session.out().println(made.setting());
                session.err().println("Add this to LIKEMINDS_SECRETS_KEY of every process, behind the other keys and a comma, and restart them;");
                session.err().println("then put it first and restart them again. It is shown this once only.");
            }
            return ExitCodes.DONE;
        }
    }

    @Command(
            name = "rewrap",
            description = {"Put every encrypted value under the current key; the values themselves are not read.", "What was interrupted is done by the same command again."},
            footer = {"  likeminds secrets rewrap", "  likeminds secrets rewrap --json"})
    static final class RewrapCommand implements Callable<Integer> {

        private final CommandSession session;

        @Option(names = "--json", description = "Print what was done as JSON.")
        private boolean json;

        RewrapCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            Rewrapped done;
            try (ProgressLine progress = session.progress()) {
                done = session.get(EncryptionKeys.class).rewrap(progress);
            }
            audit(session, "secrets rewrap", done.key());
            if (json) {
                session.out().println(Json.line(done));
            } else {
                done.places().forEach((place, of) -> session.out()
                        .printf("%s: %,d of %,d rewrapped%s%s%n", place, of.rewrapped(), of.values(), more(of.unreadable(), "unreadable"), more(of.left(), "left")));
            }
            if (!done.complete()) {
                session.err().println("What is left is in use, or kept elsewhere: shared settings are made anew by 'likeminds config encrypt'.");
            }
            return done.complete() ? ExitCodes.DONE : ExitCodes.PARTIAL;
        }

        private static String more(long count, String what) {
            return count == 0 ? "" : ", %,d %s".formatted(count, what);
        }
    }

    @Command(
            name = "retire",
            description = {"Take a key away for good, once nothing is under it.", "Backups from before it was replaced need it still."},
            footer = "  likeminds secrets retire k1")
    static final class RetireCommand implements Callable<Integer> {

        private final CommandSession session;

        @Parameters(paramLabel = "KEY", description = "Its name, as the list of keys shows it.")
        private String key = "";

        @Option(names = "--json", description = "Print whether it is gone as JSON.")
        private boolean json;

        RetireCommand(CommandSession session) {
            this.session = session;
        }

        @Override
        public Integer call() {
            boolean gone;
            try (ProgressLine progress = session.progress()) {
                gone = session.get(EncryptionKeys.class).retire(key, progress);
            }
            audit(session, "secrets retire", key);
            if (json) {
                session.out().println(Json.line(Map.of("key", key, "gone", gone)));
            } else {
                session.out().println(gone ? "The key " + key + " is gone." : "Nothing is under " + key + ". Take it out of LIKEMINDS_SECRETS_KEY of every process.");
            }
            return ExitCodes.DONE;
        }
    }
}
