package community.likeminds.agent.agents.coding.requirementanalysis;

import community.likeminds.agent.processors.code.orchestrator.RealCodeProcessor;

/** The real look at dependencies, for tests of the workflow. */
public final class RealUsage {

    private RealUsage() {}

    public static DependencyUsage create() {
        return new DependencyUsage(RealCodeProcessor.create());
    }
}
