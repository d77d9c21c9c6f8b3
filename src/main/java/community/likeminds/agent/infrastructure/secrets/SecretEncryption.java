package community.likeminds.agent.infrastructure.secrets;

import community.likeminds.agent.shared.TenantId;

/**
 * Encrypts values that must not lie around readable: keys of SDKs, tokens, private keys. A value can be read only under the organisation and
 * the name that it was encrypted for, so that nobody can put one in another one's place. Thread-safe.
 */
public interface SecretEncryption {

    /**
     * A text that can be kept anywhere.
     *
     * @param name what the value is, for example {@code run/3f2a/API_KEY}; needed to read it
     * @throws community.likeminds.agent.shared.AgentException {@code secrets-key-…} when the key that protects values cannot be used
     */
    String encrypt(TenantId tenant, String name, String value);

    /**
     * @throws community.likeminds.agent.shared.AgentException {@code secret-unreadable} when it was changed, or is another one's;
     *     {@code secrets-key-unknown} when its key is gone
     */
    String decrypt(TenantId tenant, String name, String encrypted);

    /**
     * The same value under the current key; what is under it already comes back unchanged. The value itself is neither read nor
     * encrypted again, only its data key.
     */
    String rewrap(TenantId tenant, String name, String encrypted);

    /** What a value is called that stands for a setting of a process. */
    static String nameOfSetting(String setting) {
        return "setting/" + setting;
    }

    /** Whether a text has the form of an encrypted value. */
    static boolean encrypted(String text) {
        return text.startsWith(Envelope.MARK);
    }
}
