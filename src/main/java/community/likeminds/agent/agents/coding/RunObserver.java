package community.likeminds.agent.agents.coding;

import community.likeminds.agent.shared.Progress;

/** Follows a run step by step, and may decide about steps before anything is changed. */
public interface RunObserver extends Progress {

    /** Told of everything that happens, in order. */
    default void event(RunEvent event) {}

    /**
     * Asked about each step that would change something, before the first change is made.
     *
     * @param diff unified diff of the step alone, secrets masked
     */
    default Decision approve(PlannedStep step, String diff) {
        return Decision.ALL;
    }

    enum Decision {
        YES,
        NO,
        /** This one and all that follow. */
        ALL,
        /** Nothing is to be changed at all. */
        QUIT
    }

    /** An observer as it is, or one that only tells of progress. */
    static RunObserver of(Progress progress) {
        return progress instanceof RunObserver observer ? observer : progress::report;
    }
}
