package community.likeminds.agent.infrastructure.secrets;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

/** AES-256-GCM with a fresh key for every value (NIST SP 800-38D); that key is wrapped by {@link KeyProtection}. */
final class EnvelopeEncryption implements SecretEncryption {

    private static final int KEY_BYTES = 32;

    private final KeyProtection protection;

    EnvelopeEncryption(KeyProtection protection) {
        this.protection = protection;
    }

    @Override
    public String encrypt(TenantId tenant, String name, String value) {
        byte[] context = context(tenant, name);
        byte[] dataKey = AesGcm.random(KEY_BYTES);
        byte[] nonce = AesGcm.nonce();
        byte[] plain = value.getBytes(StandardCharsets.UTF_8);
        try {
            byte[] ciphertext = AesGcm.encrypt(dataKey, nonce, context, plain);
            return new Envelope(protection.wrap(dataKey, context), nonce, ciphertext).toString();
        } finally {
            Arrays.fill(dataKey, (byte) 0);
            Arrays.fill(plain, (byte) 0);
        }
    }

    @Override
    public String decrypt(TenantId tenant, String name, String encrypted) {
        byte[] context = context(tenant, name);
        Envelope envelope = parse(name, encrypted);
        byte[] dataKey = protection.unwrap(envelope.wrapped(), context);
        try {
            return new String(
                    AesGcm.decrypt(dataKey, envelope.nonce(), context, envelope.ciphertext()), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException failure) {
            throw unreadable(name, failure);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    @Override
    public String rewrap(TenantId tenant, String name, String encrypted) {
        Envelope envelope = parse(name, encrypted);
        if (protection.current(envelope.wrapped())) {
            return encrypted;
        }
        byte[] context = context(tenant, name);
        byte[] dataKey = protection.unwrap(envelope.wrapped(), context);
        try {
            return new Envelope(protection.wrap(dataKey, context), envelope.nonce(), envelope.ciphertext()).toString();
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    private static Envelope parse(String name, String encrypted) {
        try {
            return Envelope.parse(encrypted);
        } catch (IllegalArgumentException failure) {
            throw unreadable(name, failure);
        }
    }

    /** Lengths keep "a" + "bc" apart from "ab" + "c". */
    private static byte[] context(TenantId tenant, String name) {
        byte[] first = tenant.value().getBytes(StandardCharsets.UTF_8);
        byte[] second = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + first.length + second.length)
                .putInt(first.length)
                .put(first)
                .putInt(second.length)
                .put(second)
                .array();
    }

    private static AgentException unreadable(String name, Throwable cause) {
        return new AgentException(
                AgentException.Kind.CONFLICT,
                "secret-unreadable",
                "The encrypted value '" + name + "' cannot be read: it was changed, or belongs to something else.",
                "Give the value again.",
                cause);
    }
}
