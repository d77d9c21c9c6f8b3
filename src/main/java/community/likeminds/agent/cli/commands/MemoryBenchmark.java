package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How much memory this process takes, as Linux tells it; nothing where it does not. */
final class MemoryBenchmark {

    private static final Path STATUS = Path.of("/proc/self/status");

    private MemoryBenchmark() {}

    static List<Figure> figures() {
        if (!Files.isReadable(STATUS)) {
            return List.of();
        }
        try {
            return figures(Files.readAllLines(STATUS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Figure> figures(List<String> status) {
        List<Figure> figures = new ArrayList<>();
        Runtime runtime = Runtime.getRuntime();
        double heap = (runtime.totalMemory() - runtime.freeMemory()) / 1048576.0;
        for (String line : status) {
            if (line.startsWith("VmHWM:")) {
                double peak = Long.parseLong(line.replaceAll("\\D", "")) / 1024.0;
                figures.add(new Figure("resident memory, peak", peak, "MB", "used heap", heap, "of this benchmark"));
            }
        }
        return figures;
    }
}
