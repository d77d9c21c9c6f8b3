package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.shared.Progress;
import java.util.List;

/** Measures how well source code is found. */
public interface CodeBenchmarks {

    /**
     * Makes a set of the sources of the JDK that this process runs on: methods without their Javadoc, and its first sentences as questions
     * for them. Every ranking is measured beside the others. Vectors are kept, so that they are paid for once.
     *
     * @param methods most methods, at least 100
     * @param queries most questions, at least 10
     * @throws community.likeminds.agent.shared.AgentException {@code jdk-sources-absent} when that JDK has no {@code lib/src.zip}
     */
    List<Figure> jdk(int methods, int queries, Progress progress);
}
