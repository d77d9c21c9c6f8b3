package community.likeminds.agent.processors.docs.embedding;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/** The name that vectors are kept under: the model's, and whatever else makes its vectors different ones. */
final class ModelKey {

    private static final int DIGITS = 10;

    private ModelKey() {}

    /**
     * @param name the model's
     * @param settings what vectors depend on besides, empty texts where nothing was changed; when all are, the name alone is the key
     */
    static String of(String name, List<String> settings) {
        if (settings.stream().allMatch(String::isEmpty)) {
            return name;
        }
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(String.join("\u0000", settings).getBytes(StandardCharsets.UTF_8));
            return name + "#" + HexFormat.of().formatHex(digest).substring(0, DIGITS);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
