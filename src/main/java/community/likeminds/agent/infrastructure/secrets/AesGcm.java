package community.likeminds.agent.infrastructure.secrets;

import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES-GCM as the platform has it: 96-bit nonces, 128-bit tags, the tag behind the ciphertext. */
public final class AesGcm {

    public static final int NONCE_BYTES = 12;

    private static final int TAG_BITS = 128;
    private static final SecureRandom RANDOM = new SecureRandom();

    private AesGcm() {}

    public static byte[] random(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return random;
    }

    public static byte[] nonce() {
        return random(NONCE_BYTES);
    }

    public static byte[] encrypt(byte[] key, byte[] nonce, byte[] context, byte[] plain) {
        try {
            return cipher(Cipher.ENCRYPT_MODE, key, nonce, context).doFinal(plain);
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("AES-GCM is not usable in this Java.", failure);
        }
    }

    /** Throws when the key, the nonce, the context or the ciphertext is not the one of the encryption. */
    public static byte[] decrypt(byte[] key, byte[] nonce, byte[] context, byte[] ciphertext)
            throws GeneralSecurityException {
        return cipher(Cipher.DECRYPT_MODE, key, nonce, context).doFinal(ciphertext);
    }

    private static Cipher cipher(int mode, byte[] key, byte[] nonce, byte[] context) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(context);
        return cipher;
    }
}
