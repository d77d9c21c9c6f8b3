package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.commands.BenchCommand.Figure;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Times this very launcher: the whole of a command, from the shell's start to the process's end. */
final class StartUpBenchmark {

    private final Path data;
    private final int runs;

    StartUpBenchmark(Path data, int runs) {
        this.data = data;
        this.runs = Math.max(1, runs);
    }

    List<Figure> figures() throws InterruptedException {
        Path launcher = Path.of(System.getProperty(Example.HOME_PROPERTY, "."), "likeminds");
        if (!Files.isExecutable(launcher)) {
            throw AgentException.notFound(
                    "launcher-missing",
                    "The launcher " + launcher + " is not there.",
                    "Run the benchmark through the launcher of a complete checkout.");
        }
        List<Figure> figures = new ArrayList<>();
        figures.add(time("start-up of --version", launcher, "--version"));
        figures.add(time("start-up of a command with the application", launcher, "sources", "--data", data.toString()));
        return figures;
    }

    private Figure time(String name, Path launcher, String... arguments) throws InterruptedException {
        double[] millis = new double[runs];
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            run(launcher, arguments);
            millis[run] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        return new Figure(name, millis[runs / 2], "ms", "median of " + runs + ", best %.0f".formatted(millis[0]));
    }

    private static void run(Path launcher, String... arguments) throws InterruptedException {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(List.of(arguments));
        try {
            Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
            process.getOutputStream().close();
            String output;
            try (InputStream in = process.getInputStream()) {
                output = new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8);
            }
            if (process.waitFor() != 0) {
                throw new AgentException(
                        AgentException.Kind.INTERNAL,
                        "benchmark-failed",
                        "The command " + String.join(" ", command) + " failed (" + output.strip() + ").",
                        "Run it by itself to see why.");
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
