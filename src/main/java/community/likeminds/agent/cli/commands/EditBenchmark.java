package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.processors.code.EditThroughput;
import community.likeminds.agent.processors.code.EditThroughput.Speed;
import community.likeminds.agent.shared.Progress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Measures how fast documented code is merged into files, language by language, beside parsing them once. */
final class EditBenchmark {

    private static final Duration WARM = Duration.ofMillis(600);
    private static final Duration MEASURED = Duration.ofSeconds(1);

    /** What is asked of the edits in all. */
    private static final double LIMIT = 2;

    private EditBenchmark() {}

    static List<Figure> figures(Progress progress) {
        List<Figure> figures = new ArrayList<>();
        List<Speed> speeds = new ArrayList<>();
        List<String> samples = EditThroughput.samples();
        for (String sample : samples) {
            progress.report("Merging", figures.size(), samples.size(), sample);
            Speed speed = EditThroughput.measure(sample, WARM, MEASURED);
            speeds.add(speed);
            figures.add(new Figure("merge into " + sample, speed.mbPerSecond(), "MB/s", "parsing alone", speed.parseMbPerSecond(), ""));
        }
        double seconds = speeds.stream().mapToDouble(one -> 1 / one.mbPerSecond()).sum();
        figures.add(new Figure("merge, as much of each", speeds.size() / seconds, "MB/s", "limit", LIMIT,
                "one thread, its processor time; files of 4, 30 and 200 kB"));
        return figures;
    }
}
