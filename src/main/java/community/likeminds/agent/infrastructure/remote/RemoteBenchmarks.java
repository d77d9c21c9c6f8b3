package community.likeminds.agent.infrastructure.remote;

import community.likeminds.agent.shared.Progress;
import java.util.List;

/** Measures calls between processes: over gRPC, beside the same call over HTTP and beside one that stays in the process. */
public interface RemoteBenchmarks {

    /**
     * Calls itself on the loopback interface; needs no servers.
     *
     * @param calls of each kind in a round, at least 10
     */
    List<Measurement> run(int calls, Progress progress);

    /**
     * One measurement, the median of the rounds.
     *
     * @param name what was measured
     * @param unit of all three values
     * @param note how it was measured
     */
    record Measurement(String name, double grpc, double http, double local, String unit, String note) {}
}
