package community.likeminds.agent.vector.core.store.chroma;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Names that the server takes: sources, groups and models may be called anything, its names are short and plain. */
final class ChromaNames {

    private static final String ENTRIES = "entries-";
    private static final String VECTORS = "vectors-";
    private static final int BYTES = 12;

    private ChromaNames() {}

    static String hash(String name) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String entries(String source) {
        return ENTRIES + hash(source);
    }

    static String vectors(String source, String model) {
        return vectorsOf(source) + hash(model);
    }

    /** How the names of all collections with vectors of a source begin. */
    static String vectorsOf(String source) {
        return VECTORS + hash(source) + "-";
    }

    static String lock(String source) {
        return "lock-" + hash(source);
    }

    static boolean isEntries(String name) {
        return name.startsWith(ENTRIES);
    }
}
