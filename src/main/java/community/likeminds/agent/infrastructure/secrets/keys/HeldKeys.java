package community.likeminds.agent.infrastructure.secrets.keys;

import community.likeminds.agent.infrastructure.secrets.AesGcm;
import community.likeminds.agent.infrastructure.secrets.KeyProtection;
import community.likeminds.agent.shared.AgentException;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

/** Wraps data keys with AES-256-GCM under keys that this process holds. They are read when they are first needed. */
final class HeldKeys implements KeyProtection {

    private final KeySource keys;

    HeldKeys(KeySource keys) {
        this.keys = keys;
    }

    @Override
    public Wrapped wrap(byte[] dataKey, byte[] context) {
        KeyRing ring = keys.get();
        byte[] nonce = AesGcm.nonce();
        byte[] ciphertext = AesGcm.encrypt(key(ring, ring.current()), nonce, context, dataKey);
        byte[] both = Arrays.copyOf(nonce, nonce.length + ciphertext.length);
        System.arraycopy(ciphertext, 0, both, nonce.length, ciphertext.length);
        return new Wrapped(ring.current(), Base64.getUrlEncoder().withoutPadding().encodeToString(both));
    }

    @Override
    public byte[] unwrap(Wrapped wrapped, byte[] context) {
        byte[] key = key(keys.get(), wrapped.keyId());
        try {
            byte[] both = Base64.getUrlDecoder().decode(wrapped.text());
            return AesGcm.decrypt(
                    key,
                    Arrays.copyOf(both, AesGcm.NONCE_BYTES),
                    context,
                    Arrays.copyOfRange(both, AesGcm.NONCE_BYTES, Math.max(both.length, AesGcm.NONCE_BYTES)));
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "secret-unreadable",
                    "An encrypted value cannot be read: it was changed, or belongs to something else.",
                    "Give the value again.",
                    failure);
        }
    }

    @Override
    public boolean current(Wrapped wrapped) {
        return wrapped.keyId().equals(keys.get().current());
    }

    @Override
    public List<String> keys() {
        return List.copyOf(keys.get().keys().keySet());
    }

    @Override
    public String keyOf(Wrapped wrapped) {
        return wrapped.keyId();
    }

    @Override
    public NewKey rotate() {
        return keys.add();
    }

    @Override
    public boolean retire(String key) {
        return keys.remove(key);
    }

    private static byte[] key(KeyRing ring, String id) {
        byte[] key = ring.keys().get(id);
        if (key == null) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "secrets-key-unknown",
                    "The value is encrypted under the key '" + id + "', which this installation does not have.",
                    "Add that key to the keys again, behind the current one.");
        }
        return key;
    }
}
