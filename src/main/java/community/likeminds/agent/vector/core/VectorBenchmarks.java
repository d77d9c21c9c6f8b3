package community.likeminds.agent.vector.core;

import community.likeminds.agent.shared.Progress;
import java.util.List;

/** Measures the embedded store on made-up vectors, beside exact search and beside a Chroma server. */
public interface VectorBenchmarks {

    /**
     * Makes vectors, stores them in a folder that is removed afterwards, and searches.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code bench-invalid}, {@code chroma-…}
     */
    List<Measurement> run(Request request, Progress progress);

    /**
     * What to measure.
     *
     * @param vectors how many, at least 1,000
     * @param chroma address of a Chroma server that gets the same vectors, or empty
     */
    record Request(int vectors, String chroma) {}

    /**
     * One measurement.
     *
     * @param name what was measured
     * @param value the figure
     * @param unit of both values, or empty
     * @param peerName what it is compared with, or empty
     * @param peerValue the peer's figure, measured in the same run, or a limit; NaN when there is none
     * @param note how it was measured, or empty
     */
    record Measurement(String name, double value, String unit, String peerName, double peerValue, String note) {}
}
