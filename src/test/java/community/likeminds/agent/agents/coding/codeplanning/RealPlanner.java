package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.processors.code.RealCode;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import java.util.Map;

/** The real planner on a given validator, for tests of the workflow. */
public final class RealPlanner {

    private RealPlanner() {}

    public static GuidePlanner on(IntegrationValidator validator) {
        return new GuidePlanner(
                RealCode.edits(), RealCode.documented(), (project, names, artifacts) -> Map.of(), new Registry(validator, RealCode.edits()));
    }
}
