package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.infrastructure.storage.Caches.Cache;
import community.likeminds.agent.infrastructure.storage.Caches.Region;
import community.likeminds.agent.shared.TenantId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/** Vectors of questions, by model and text. They say nothing about whose question it was, so all tenants share them. */
@Component
class QuestionVectors {

    private static final int MOST = 5_000;

    private final Cache cache;

    /** @param lifetime {@code likeminds.cache.question-vectors}: how long a vector is kept */
    QuestionVectors(Caches caches, @Value("${likeminds.cache.question-vectors:24h}") String lifetime) {
        this.cache = caches.of(new Region("question-vectors", DurationStyle.detectAndParse(lifetime), MOST));
    }

    Optional<float[]> find(String model, String text) {
        return cache.get(TenantId.DEFAULT, key(model, text)).map(QuestionVectors::read);
    }

    void keep(String model, String text, float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES);
        bytes.asFloatBuffer().put(vector);
        cache.put(TenantId.DEFAULT, key(model, text), Base64.getEncoder().encodeToString(bytes.array()));
    }

    private static float[] read(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(text));
        float[] vector = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(vector);
        return vector;
    }

    private static String key(String model, String text) {
        try {
            byte[] both = (model + "\n" + text).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(both));
        } catch (NoSuchAlgorithmException everyJvmHasIt) {
            throw new IllegalStateException(everyJvmHasIt);
        }
    }
}
