package community.likeminds.agent.infrastructure.remote.bench;

import java.util.List;

/** The two kinds of calls that carry vectors. */
interface VectorCalls {

    /** Stores vectors; returns how many. */
    int put(List<float[]> vectors);

    /** Vectors that are near to a question's. */
    List<float[]> nearest(float[] question);
}
