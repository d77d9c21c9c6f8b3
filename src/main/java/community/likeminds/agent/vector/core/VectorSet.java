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
    }

    public static VectorSet none(String model) {
        return new VectorSet(model, Map.of());
    }
}
