package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code bench}: measures this installation on this machine. */
@Command(
        name = "bench",
        description = "Measure start-up time and memory of this installation on this machine.",
        footer = {"  likeminds bench", "  likeminds bench --json"})
final class BenchCommand implements Callable<Integer> {

    private final CommandSession session;

    @Option(names = "--runs", paramLabel = "N", defaultValue = "5", description = "Starts to measure (default: 5).")
    private int runs;

    @Option(names = "--json", description = "Print the figures as JSON.")
    private boolean json;

    BenchCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() throws InterruptedException {
        List<Figure> figures = new ArrayList<>(new StartUpBenchmark(session.data(), runs).figures());
        if (json) {
            session.out().println(Json.line(Map.of("figures", figures)));
        } else {
            figures.forEach(figure -> session.out()
                    .printf("%-44s %12s %-10s %s%n", figure.name(), figure.shown(), figure.unit(), figure.note()));
        }
        return ExitCodes.DONE;
    }

    /**
     * @param name what was measured
     * @param value in the unit
     * @param unit for example {@code ms}
     * @param note what it is to be compared with; may be empty
     */
    record Figure(String name, double value, String unit, String note) {

        String shown() {
            return value >= 100 ? "%,.0f".formatted(value) : "%.2f".formatted(value);
        }
    }
}
