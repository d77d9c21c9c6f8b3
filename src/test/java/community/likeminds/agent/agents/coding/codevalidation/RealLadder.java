package community.likeminds.agent.agents.coding.codevalidation;

import community.likeminds.agent.project.analysis.IntegrationValidator;

/** The real ladder on a given validator, for tests of the workflow. */
public final class RealLadder {

    private RealLadder() {}

    public static Ladder on(IntegrationValidator validator) {
        return new Ladder(validator);
    }

    public static StandingProject standing(IntegrationValidator validator) {
        return new StandingProject(validator);
    }
}
