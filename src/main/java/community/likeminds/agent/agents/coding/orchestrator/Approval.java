package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.agents.coding.codegeneration.Replay;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.List;

/** Asks about the steps of a plan one by one; a step that is left out takes those with it that build on it. */
final class Approval {

    /** Detail of a step that a person did not want. */
    static final String LEFT_OUT = "You left it out.";

    static final String BUILDS_ON_LEFT_OUT = "It builds on a step that you left out.";

    private final RunObserver observer;
    private final Replay replay;
    private final StepDiffs diffs;
    private boolean asking = true;
    private boolean complete = true;

    Approval(RunObserver observer, Replay replay, StepDiffs diffs) {
        this.observer = observer;
        this.replay = replay;
        this.diffs = diffs;
    }

    /** Whether a step's detail says that it was left out. */
    static boolean leftOut(String detail) {
        return detail.equals(LEFT_OUT) || detail.equals(BUILDS_ON_LEFT_OUT);
    }

    /** The plan of the steps that are wanted. Throws {@code run-declined} when none is to be applied. */
    IntegrationPlan of(IntegrationPlan plan) {
        List<PlannedStep> steps = new ArrayList<>();
        for (PlannedStep step : plan.steps()) {
            steps.add(decided(step));
        }
        return plan.withSteps(steps);
    }

    private PlannedStep decided(PlannedStep step) {
        Draft.DraftStep next;
        try {
            next = replay.peek(step);
        } catch (AgentException unfit) {
            if (complete || !unfit.code().equals("plan-does-not-fit")) {
                throw unfit;
            }
            return without(step, BUILDS_ON_LEFT_OUT);
        }
        if (asking && next.state() == Draft.State.TO_DO) {
            switch (observer.approve(step, diffs.peek(next))) {
                case YES -> { }
                case ALL -> asking = false;
                case NO -> {
                    complete = false;
                    return without(step, LEFT_OUT);
                }
                case QUIT -> throw new AgentException(
                        AgentException.Kind.CONFLICT, "run-declined", "The run was ended before anything was changed.", "Start it again when you want it.");
            }
        }
        replay.keep(next);
        diffs.next(next);
        return step;
    }

    private static PlannedStep without(PlannedStep step, String why) {
        return new PlannedStep(
                step.id(), step.kind(), step.title(), step.target(), step.why(), step.citations(), step.details(), PlannedStep.Status.MANUAL, why,
                List.of(), step.quotes());
    }
}
