package community.likeminds.agent.infrastructure.secrets;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * An encrypted value as text: {@code lms1.KEY.DATAKEY.NONCE.CIPHERTEXT}, the last four in base64url.
 *
 * @param wrapped the value's own key, wrapped
 */
record Envelope(KeyProtection.Wrapped wrapped, byte[] nonce, byte[] ciphertext) {

    static final String MARK = "lms1.";

    @Override
    public String toString() {
        Base64.Encoder base64 = Base64.getUrlEncoder().withoutPadding();
        return MARK
                + String.join(
                        ".",
                        base64.encodeToString(wrapped.keyId().getBytes(StandardCharsets.UTF_8)),
                        base64.encodeToString(wrapped.text().getBytes(StandardCharsets.UTF_8)),
                        base64.encodeToString(nonce),
                        base64.encodeToString(ciphertext));
    }

    /** Throws {@link IllegalArgumentException} when it is none. */
    static Envelope parse(String text) {
        String[] parts = text.split("\\.", -1);
        if (!text.startsWith(MARK) || parts.length != 5) {
            throw new IllegalArgumentException("This is no encrypted value.");
        }
        Base64.Decoder base64 = Base64.getUrlDecoder();
        return new Envelope(
                new KeyProtection.Wrapped(
                        new String(base64.decode(parts[1]), StandardCharsets.UTF_8),
                        new String(base64.decode(parts[2]), StandardCharsets.UTF_8)),
                base64.decode(parts[3]),
                base64.decode(parts[4]));
    }
}
