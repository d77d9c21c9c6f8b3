package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.shared.Progress;

/** Times when a stage has reported all of its work as done; what is reported is passed on. */
final class StageEnd implements Progress {

    private final Progress others;
    private final String stage;
    private final long start = System.nanoTime();
    private volatile long ended;

    StageEnd(Progress others, String stage) {
        this.others = others;
        this.stage = stage;
    }

    @Override
    public void report(String current, long done, long total, String detail) {
        if (current.equals(stage) && done == total) {
            ended = System.nanoTime();
        }
        others.report(current, done, total, detail);
    }

    /** Seconds until the stage had ended, or until now when it has not. */
    double seconds() {
        long end = ended;
        return ((end == 0 ? System.nanoTime() : end) - start) / 1e9;
    }
}
