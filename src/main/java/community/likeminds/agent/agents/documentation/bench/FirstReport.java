package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.shared.Progress;

/** Times when a stage begins; what is reported is passed on. */
final class FirstReport implements Progress {

    private final Progress others;
    private final String stage;
    private final long start = System.nanoTime();
    private volatile long begun;

    FirstReport(Progress others, String stage) {
        this.others = others;
        this.stage = stage;
    }

    @Override
    public void report(String current, long done, long total, String detail) {
        if (begun == 0 && current.equals(stage)) {
            begun = System.nanoTime();
        }
        others.report(current, done, total, detail);
    }

    /** Seconds until the stage began, or until now when it has not. */
    double seconds() {
        long end = begun;
        return ((end == 0 ? System.nanoTime() : end) - start) / 1e9;
    }
}
