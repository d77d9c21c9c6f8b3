package community.likeminds.agent.vector.core.store.lucene;

import java.io.IOException;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.WeakHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Vectors that every question is compared with, read once for each state of the index. A sample is known by its array, which stands for
 * one state and is the same one for every question; what is kept goes with it. Thread-safe.
 */
final class SampledVectors {

    private final Map<int[], Kept> kept = Collections.synchronizedMap(new WeakHashMap<>());

    private record Kept(String field, float[] @Nullable [] vectors) {}

    /** Reads the vectors of a sample. */
    interface Reading {
        List<float @Nullable []> read() throws IOException;
    }

    /** In the order of the sample, null where there is none. */
    float[] @Nullable [] of(String field, int[] sample, Reading reading) throws IOException {
        Kept known = kept.get(sample);
        if (known != null && known.field().equals(field)) {
            return known.vectors();
        }
        float[][] read = reading.read().toArray(float[][]::new);
        kept.put(sample, new Kept(field, read));
        return read;
    }
}
