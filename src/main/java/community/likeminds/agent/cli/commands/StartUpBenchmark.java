package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.cli.bench.ScratchFolder;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Times this very launcher: the whole of a command, from the shell's start to the process's end. */
final class StartUpBenchmark {

    private final int runs;

    StartUpBenchmark(int runs) {
        this.runs = Math.max(1, runs);
    }

    /** The peer is the JDK's own start, because nothing on it can be faster. */
    List<Figure> figures() throws InterruptedException {
        Path launcher = launcher();
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        try (ScratchFolder data = new ScratchFolder()) {
            double bare = median(List.of(java, "-version"));
            String note = "median of " + runs;
            return List.of(
                    new Figure(
                            "start-up, --version",
                            median(List.of(launcher.toString(), "--version")),
                            "ms",
                            "java -version",
                            bare,
                            note),
                    new Figure(
                            "start-up, sources",
                            median(List.of(launcher.toString(), "sources", "--data", data.path().toString())),
                            "ms",
                            "java -version",
                            bare,
                            note));
        }
    }

    /** Throws {@code launcher-missing}. */
    static Path launcher() {
        Path launcher = Path.of(System.getProperty(Example.HOME_PROPERTY, "."), "likeminds");
        if (!Files.isExecutable(launcher)) {
            throw AgentException.notFound(
                    "launcher-missing",
                    "The launcher " + launcher + " is not there.",
                    "Run the benchmark through the launcher of a complete checkout.");
        }
        return launcher;
    }

    private double median(List<String> command) throws InterruptedException {
        // The first run of an application makes its database and is not counted.
        run(command);
        double[] millis = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            run(command);
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return millis[runs / 2];
    }

    private static void run(List<String> command) throws InterruptedException {
        try {
            Process process = new ProcessBuilder(new ArrayList<>(command))
                    .redirectErrorStream(true)
                    .start();
            process.getOutputStream().close();
            String output;
            try (InputStream in = process.getInputStream()) {
                output = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            }
            if (process.waitFor() != 0) {
                throw new AgentException(
                        AgentException.Kind.INTERNAL,
                        "benchmark-failed",
                        "The command " + String.join(" ", command) + " failed (" + output.strip() + ").",
                        "Run it by itself to see why.");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
