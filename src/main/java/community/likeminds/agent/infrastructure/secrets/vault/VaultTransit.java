package community.likeminds.agent.infrastructure.secrets.vault;

import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * Wraps data keys with the transit engine of a Vault (HTTP interface v1, keys of the type {@code aes256-gcm96}). The context travels as associated
 * data, so that Vault itself refuses a data key in another one's place.
 */
final class VaultTransit implements KeyProtection {

    private final VaultClient vault;
    private final String mount;
    private final String key;

    /**
     * @param mount where the engine is mounted, usually {@code transit}
     * @param key name of the key in the engine
     */
    VaultTransit(VaultClient vault, String mount, String key) {
        this.vault = vault;
        this.mount = mount;
        this.key = key;
    }

    @Override
    public Wrapped wrap(byte[] dataKey, byte[] context) {
        JsonNode data = vault.post(
                mount + "/encrypt/" + key, Map.of("plaintext", base64(dataKey), "associated_data", base64(context)));
        return new Wrapped(key, text(data, "ciphertext"));
    }

    @Override
    public byte[] unwrap(Wrapped wrapped, byte[] context) {
        JsonNode data = vault.post(
                mount + "/decrypt/" + wrapped.keyId(),
                Map.of("ciphertext", wrapped.text(), "associated_data", base64(context)));
        return Base64.getDecoder().decode(text(data, "plaintext"));
    }

    /** Compares the version in the ciphertext, {@code vault:v3:…}, with the newest one of the key. */
    @Override
    public boolean current(Wrapped wrapped) {
        int newest = vault.get(mount + "/keys/" + key).path("latest_version").intValue();
        return wrapped.keyId().equals(key) && wrapped.text().startsWith("vault:v" + newest + ":");
    }

    /** Versions of the key, as {@code v3}. */
    @Override
    public List<String> keys() {
        JsonNode about = vault.get(mount + "/keys/" + key);
        List<String> versions = new ArrayList<>();
        for (int version = about.path("latest_version").intValue(); version >= oldest(about); version--) {
            versions.add("v" + version);
        }
        return List.copyOf(versions);
    }

    private static int oldest(JsonNode about) {
        return Math.max(about.path("min_decryption_version").intValue(), 1);
    }

    @Override
    public String keyOf(Wrapped wrapped) {
        String[] parts = wrapped.text().split(":", 3);
        String version = parts.length == 3 ? parts[1] : "?";
        return wrapped.keyId().equals(key) ? version : wrapped.keyId() + "/" + version;
    }

    @Override
    public NewKey rotate() {
        vault.post(mount + "/keys/" + key + "/rotate", Map.of());
        return new NewKey(keys().getFirst(), "");
    }

    /** Versions go in their order, because Vault knows the oldest that may still decrypt. */
    @Override
    public boolean retire(String version) {
        String oldest = keys().getLast();
        if (!version.equals(oldest)) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "secrets-key-order", "Vault takes away the oldest version first, which is " + oldest + ".",
                    "Retire that one before " + version + ".");
        }
        int next = Integer.parseInt(version.substring(1)) + 1;
        vault.post(mount + "/keys/" + key + "/config", Map.of("min_decryption_version", Integer.toString(next)));
        return true;
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static String text(JsonNode data, String field) {
        if (!data.path(field).isString()) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "secrets-key-vault-answer",
                    "Vault answered without '" + field + "'.",
                    "See that likeminds.secrets.vault.url names a Vault and its mount is a transit engine.");
        }
        return data.path(field).stringValue();
    }
}
