package community.likeminds.agent.agents.coding.plans;

import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.agents.coding.solutions.SolutionDocuments;

/** The real plans on given records, for tests of the workflow. */
public final class RealPlans {

    private RealPlans() {}

    public static Plans on(SolutionDocuments documents) {
        return new StoredPlans(documents, new ProjectInspector());
    }
}
