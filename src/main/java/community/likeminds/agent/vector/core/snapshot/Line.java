package community.likeminds.agent.vector.core.snapshot;

import community.likeminds.agent.vector.core.Entry;
import community.likeminds.agent.vector.core.SearchField;
import community.likeminds.agent.vector.core.StoredEntry;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An entry in a snapshot.
 *
 * @param vector little-endian 32-bit floats in Base64, or empty
 */
record Line(
        String group,
        int number,
        Map<SearchField, String> texts,
        Map<String, String> facets,
        String embedded,
        String hash,
        String payload,
        String model,
        String vector) {

    static Line of(StoredEntry stored, String model, float @Nullable [] vector) {
        Entry entry = stored.entry();
        return new Line(
                stored.group(),
                stored.number(),
                entry.texts(),
                entry.facets(),
                entry.embedded(),
                entry.contentHash(),
                entry.payload(),
                model,
                vector == null ? "" : encode(vector));
    }

    Entry entry() {
        return new Entry(texts, facets, embedded, hash, payload);
    }

    float[] floats() {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(vector)).order(ByteOrder.LITTLE_ENDIAN);
        float[] floats = new float[bytes.remaining() / Float.BYTES];
        bytes.asFloatBuffer().get(floats);
        return floats;
    }

    private static String encode(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
