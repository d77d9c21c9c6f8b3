package community.likeminds.agent.cli.bench;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.shared.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** Times a server with all roles on embedded stores, from the launcher's start until it says that it is ready, and weighs it when it is idle. */
public final class StartBenchmark {

    private static final double MOST_SECONDS = 6;
    private static final double MOST_MEGABYTES = 700;

    private final List<String> program;
    private final int runs;
    private final Duration idle;

    /**
     * @param program the launcher, or what else starts this installation
     * @param runs starts that count
     * @param idle how long nobody asks anything before the memory is looked at
     */
    public StartBenchmark(List<String> program, int runs, Duration idle) {
        this.program = List.copyOf(program);
        this.runs = Math.max(1, runs);
        this.idle = idle;
    }

    /** Seconds and megabytes, each beside its limit; no memory where the system does not tell it. */
    public List<Figure> figures(Progress progress) throws InterruptedException {
        List<Figure> figures = new ArrayList<>();
        try (ScratchFolder folder = new ScratchFolder()) {
            progress.report("Starting servers", 0, runs + 1L, "");
            double first = start(folder, figures, false);
            double[] seconds = new double[runs];
            for (int run = 0; run < runs; run++) {
                progress.report("Starting servers", run + 1L, runs + 1L, "");
                seconds[run] = start(folder, figures, run == runs - 1);
            }
            Arrays.sort(seconds);
            figures.addFirst(new Figure("server ready, first start", first, "s", "limit", MOST_SECONDS, "new data folder, all roles"));
            figures.addFirst(new Figure("server ready", seconds[runs / 2], "s", "limit", MOST_SECONDS, "median of " + runs + ", all roles"));
        }
        return List.copyOf(figures);
    }

    private double start(ScratchFolder folder, List<Figure> figures, boolean weighed) throws InterruptedException {
        try (ServedProcess server = ServedProcess.start(program, List.of("--local"), folder.path(), folder.path().resolve("data"), Map.of())) {
            double seconds = server.awaitReady();
            if (weighed) {
                Thread.sleep(idle);
                server.residentMegabytes().ifPresent(megabytes -> figures.add(new Figure(
                        "server's resident memory, idle", megabytes, "MB", "limit", MOST_MEGABYTES, "after " + idle.toSeconds() + " s without a question")));
            }
            return seconds;
        }
    }
}
