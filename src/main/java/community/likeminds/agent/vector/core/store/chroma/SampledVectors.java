package community.likeminds.agent.vector.core.store.chroma;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Vectors that every question is compared with, so that they are not fetched for each. A record's vector never changes and its id is
 * never used again, so that what is kept stays right. Thread-safe.
 */
final class SampledVectors {

    /** Some megabytes. */
    private static final int MOST = 4_096;

    private final Map<Key, float[]> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, float[]> eldest) {
            return size() > MOST;
        }
    };

    private record Key(String collection, String record) {}

    /** Vectors by id; those that are not there are left out. */
    Map<String, float[]> of(ChromaRecords records, Collection<String> ids) {
        Map<String, float[]> vectors = new HashMap<>();
        synchronized (kept) {
            for (String id : ids) {
                float[] vector = kept.get(new Key(records.path(), id));
                if (vector != null) {
                    vectors.put(id, vector);
                }
            }
        }
        List<String> lacking = ids.stream().filter(id -> !vectors.containsKey(id)).toList();
        Map<String, float[]> fetched = records.vectors(lacking);
        synchronized (kept) {
            fetched.forEach((id, vector) -> kept.put(new Key(records.path(), id), vector));
        }
        vectors.putAll(fetched);
        return vectors;
    }
}
