package community.likeminds.agent.infrastructure.storage.objects;

import community.likeminds.agent.infrastructure.storage.StoredObjects.NewObject;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What came in.
 *
 * @param size in bytes
 * @param sha256 lower-case hexadecimal
 */
public record Intake(long size, String sha256) {

    private static final int BUFFER = 64 * 1024;

    /**
     * Copies content and takes its measures.
     *
     * @param largest most bytes that are taken
     * @throws AgentException {@code object-too-large} or {@code object-damaged}
     */
    public static Intake copy(InputStream content, OutputStream to, long largest, NewObject about) throws IOException {
        MessageDigest digest = digest();
        byte[] buffer = new byte[BUFFER];
        long size = 0;
        for (int read = content.read(buffer); read >= 0; read = content.read(buffer)) {
            size += read;
            if (size > largest) {
                throw AgentException.badInput(
                        "object-too-large",
                        String.format("The object has more than the %,d bytes that may be stored.", largest),
                        "Store less, or raise likeminds.storage.objects-largest.");
            }
            digest.update(buffer, 0, read);
            to.write(buffer, 0, read);
        }
        String hash = HexFormat.of().formatHex(digest.digest());
        if (about.sha256() != null && !about.sha256().equals(hash)) {
            throw AgentException.badInput(
                    "object-damaged", "The object arrived with another checksum than it was sent with.", "Send it again.");
        }
        return new Intake(size, hash);
    }

    static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
