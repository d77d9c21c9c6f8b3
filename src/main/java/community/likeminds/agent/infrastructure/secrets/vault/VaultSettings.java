package community.likeminds.agent.infrastructure.secrets.vault;

import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.time.Duration;

/**
 * @param url of the Vault, without a path
 * @param token that may encrypt and decrypt with the key
 * @param namespace of Vault's enterprise edition; empty for none
 * @param patience longest time for one call
 */
record VaultSettings(URI url, String token, String namespace, Duration patience) {

    VaultSettings {
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null) {
            throw AgentException.badInput(
                    "secrets-key-vault-url",
                    "likeminds.secrets.vault.url is '" + url + "', which is no address of a Vault.",
                    "Write it as https://HOST:PORT.");
        }
        if (token.isBlank()) {
            throw AgentException.badInput(
                    "secrets-key-vault-token",
                    "likeminds.secrets.vault.token is missing.",
                    "Set it to a token that may encrypt and decrypt with the key.");
        }
    }

    /** Without the token. */
    @Override
    public String toString() {
        return "VaultSettings[" + url + "]";
    }
}
