package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code config encrypt}: a value as it can be kept among the shared settings. */
@Command(
        name = "encrypt",
        description = {
            "Read a value from standard input and print it encrypted, for the shared settings in Consul.",
            "It can be read as this setting only, by processes with the same likeminds.secrets settings."
        },
        footer = {
            "  likeminds config encrypt likeminds.storage.postgresql.password",
            "  likeminds config encrypt likeminds.services.secret < key.txt | consul kv put config/likeminds/likeminds/services/secret -"
        })
final class ConfigEncryptCommand implements Callable<Integer> {

    private final CommandSession session;

    @Parameters(paramLabel = "NAME", description = "Name of the setting, with dots.")
    private String name = "";

    ConfigEncryptCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        if (!name.matches("[a-z][a-z0-9-]*(\\.[a-z0-9-]+)+")) {
            throw AgentException.badInput("setting-name", "'" + name + "' is not the name of a setting.", "Write it as 'likeminds config check' does.");
        }
        String value = session.terminal().askSecret("Value of " + name + ": ");
        if (value.isEmpty()) {
            throw AgentException.badInput("setting-empty", "No value was given.", "Type it, or send it on standard input.");
        }
        session.out().println(session.get(SecretEncryption.class).encrypt(TenantId.DEFAULT, SecretEncryption.nameOfSetting(name), value));
        return ExitCodes.DONE;
    }
}
