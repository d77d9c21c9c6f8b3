package community.likeminds.agent.vector.core;

import java.util.Map;

/**
 * Unit-length vectors of one model.
 *
 * @param model name and version of the model; vectors of different models are never compared
 * @param byContentHash vectors by {@link Entry#contentHash()}, all of one length
 */
public record VectorSet(String model, Map<String, float[]> byContentHash) {

    public VectorSet {
        byContentHash = Map.copyOf(byContentHash);
        int first = lengthOfAny(byContentHash);
        for (float[] vector : byContentHash.values()) {
            if (vector.length != first) {
                throw WrongDimension.of(first, vector.length);
            }
        }
    }

    public static VectorSet none(String model) {
        return new VectorSet(model, Map.of());
    }

    /** Length of the vectors, or 0 when there is none. */
    public int dimensions() {
        return lengthOfAny(byContentHash);
    }

    private static int lengthOfAny(Map<String, float[]> vectors) {
        return vectors.isEmpty() ? 0 : vectors.values().iterator().next().length;
    }
}
