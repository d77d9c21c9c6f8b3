package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.util.List;

/** Measures ingestion, search and retrieval, each beside its peer or limit in the same run. */
public interface Benchmarks {

    /**
     * Takes a sample of the documentation through the whole of ingestion, under a tenant of its own that is removed afterwards, and
     * asks the index.
     *
     * @param tenant whose index is asked; the sample is asked when it is empty
     * @throws community.likeminds.agent.shared.AgentException {@code source-…} when the documentation cannot be read,
     *     {@code questions-invalid} when the questions cannot
     */
    List<Figure> run(TenantId tenant, BenchRequest request, Progress progress);

    /**
     * What to measure with.
     *
     * @param location documentation: a folder, a file, a repository or a package
     * @param pages most pages to sample for ingestion, at least 1
     * @param questions a file of one JSON object a line with {@code question}, {@code platform} and {@code expected}, a list of pages
     *     that is empty when the documentation has no answer; the path is empty to leave retrieval quality out
     * @param callers how many search at the same time
     * @param selfMade most questions of a kind that are made of the documentation itself, or 0 for none
     */
    record BenchRequest(String location, int pages, String questions, int callers, int selfMade) {}

    /**
     * One measurement.
     *
     * @param name what was measured
     * @param value the figure
     * @param unit of both values, for example {@code pages/s}
     * @param peerName what it is compared with
     * @param peerValue the peer's figure, measured in the same run, or a limit; NaN when there is none
     * @param note how it was measured, or empty
     */
    record Figure(String name, double value, String unit, String peerName, double peerValue, String note) {}
}
