package community.likeminds.agent.infrastructure.remote.bench;

import community.likeminds.agent.shared.Remote;
import java.util.List;

/** Calls over gRPC. */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true, bulk = true)
public interface Packed extends VectorCalls {

    @Override
    int put(List<float[]> vectors);

    @Override
    List<float[]> nearest(float[] question);
}
