package community.likeminds.agent.infrastructure.remote.bench;

import community.likeminds.agent.shared.Remote;
import java.util.List;

/** The same calls over HTTP. */
@Remote(limit = Remote.Limit.INGESTION, repeatable = true)
public interface Plain extends VectorCalls {

    @Override
    int put(List<float[]> vectors);

    @Override
    List<float[]> nearest(float[] question);
}
