package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.documentation.Benchmarks.Figure;
import community.likeminds.agent.cli.terminal.Style;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Figures of a benchmark, each beside its peer: as a table for people, as a list for machines. */
public final class FigurePrinter {

    private final PrintStream out;
    private final Style style;

    public FigurePrinter(PrintStream out, Style style) {
        this.out = out;
        this.style = style;
    }

    public void print(List<Figure> figures) {
        int width = figures.stream().mapToInt(figure -> figure.name().length()).max().orElse(0);
        for (Figure figure : figures) {
            String peer = Double.isNaN(figure.peerValue())
                    ? ""
                    : "%s %s %s".formatted(figure.peerName(), number(figure.peerValue()), figure.unit());
            // Padded before it is styled: terminal codes have no width.
            String name = ("%-" + Math.max(1, width) + "s").formatted(figure.name());
            String value = "%12s %-10s".formatted(number(figure.value()), figure.unit());
            out.println((name + style.bold(value) + " %-40s ".formatted(peer) + style.dim(figure.note())).stripTrailing());
        }
    }

    /** For machines: a figure without a peer has null for the peer's value, because JSON knows no NaN. */
    public static List<Map<String, @Nullable Object>> toJson(List<Figure> figures) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Figure figure : figures) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("name", figure.name());
            one.put("value", figure.value());
            one.put("unit", figure.unit());
            one.put("peerName", figure.peerName());
            one.put("peerValue", Double.isNaN(figure.peerValue()) ? null : figure.peerValue());
            one.put("note", figure.note());
            all.add(one);
        }
        return all;
    }

    private static String number(double value) {
        return Math.abs(value) >= 100 ? "%,.0f".formatted(value) : "%.3g".formatted(value);
    }
}
