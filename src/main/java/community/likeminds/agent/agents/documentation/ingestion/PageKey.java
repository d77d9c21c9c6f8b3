package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/**
 * A page's path as a part of its row's key. A database's index holds no key of any length, so a long path stands beside the key and its
 * hash in it.
 *
 * @param path the path, or what stands for it
 * @param longPath the path when it is too long for the key, else null
 */
record PageKey(String path, @Nullable String longPath) {

    /** PostgreSQL's limit for an entry of an index is 2,704 bytes, less what it needs itself. */
    private static final int LONGEST = 2_600;

    private static final int LONGEST_COLUMN = 2_000;

    static PageKey of(TenantId tenant, String source, String path) {
        return path.length() <= LONGEST_COLUMN && bytes(tenant.value()) + bytes(source) + bytes(path) <= LONGEST
                ? new PageKey(path, null)
                : new PageKey("sha256:" + hash(path), path);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String hash(String path) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(path.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
