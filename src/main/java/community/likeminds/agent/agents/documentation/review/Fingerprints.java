package community.likeminds.agent.agents.documentation.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/** Names findings so that they are known again when lines move: by kind, page, subject, and the how-manieth of them it is. */
final class Fingerprints {

    private static final int BYTES = 12;

    private final Map<String, Integer> seen = new HashMap<>();

    String of(Draft draft) {
        String key = draft.kind().code() + "\n" + draft.page() + "\n" + draft.subject().replaceAll("\\s+", " ");
        int number = seen.merge(key, 1, Integer::sum);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest((key + "\n" + number).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, BYTES);
        } catch (NoSuchAlgorithmException everyPlatformHasIt) {
            throw new IllegalStateException(everyPlatformHasIt);
        }
    }
}
