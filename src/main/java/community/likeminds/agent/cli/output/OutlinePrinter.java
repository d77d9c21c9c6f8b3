package community.likeminds.agent.cli.output;

import community.likeminds.agent.cli.terminal.Style;
import community.likeminds.agent.processors.docs.GuideOutline;
import community.likeminds.agent.processors.docs.GuideOutline.Alternative;
import community.likeminds.agent.processors.docs.GuideOutline.CodeState;
import community.likeminds.agent.processors.docs.GuideOutline.Prerequisite;
import community.likeminds.agent.processors.docs.GuideOutline.Step;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Page;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** Prints what a guide leads through, each part with its lines on the page. */
public final class OutlinePrinter {

    private static final int LONGEST = 160;

    private final Printer printer;
    private final Style style;

    public OutlinePrinter(PrintStream out, Style style) {
        this.printer = new Printer(out, style);
        this.style = style;
    }

    public void print(Page page, GuideOutline outline) {
        printer.line(style.bold(page.title()) + " " + style.dim(page.path()));
        printer.list("Prerequisites", outline.prerequisites().stream().map(this::prerequisite).toList());
        if (outline.steps().isEmpty()) {
            printer.line("");
            printer.line("The page leads through no steps.");
        } else {
            printer.title(outline.stated() ? "Steps" : "Sections with code (the page marks no steps)");
            outline.steps().forEach(step -> step(outline, step));
        }
        printer.list("Outside of the steps", outline.code().stream().filter(code -> code.step() == 0).map(code -> code(outline, code)).toList());
        printer.list("Alternatives", outline.alternatives().stream().map(this::alternative).toList());
    }

    private String prerequisite(Prerequisite one) {
        List<String> parts = new ArrayList<>();
        one.versions().forEach(version -> parts.add(version.name() + " " + version.number() + (version.orLater() ? " or later" : "")));
        if (one.access()) {
            parts.add("account or key");
        }
        parts.addAll(one.links());
        return shortened(one.text()) + " " + style.dim(lines(one.lines()) + (parts.isEmpty() ? "" : " · " + String.join(" · ", parts)));
    }

    private void step(GuideOutline outline, Step step) {
        String indent = "  ".repeat(step.level());
        String title = step.title().isEmpty() ? "(without a title)" : step.title();
        printer.line(indent + step.number() + ". " + shortened(title) + (step.optional() ? " (optional)" : "") + " " + style.dim(lines(step.lines())));
        boolean leaf = outline.steps().stream().noneMatch(other -> other.level() > step.level() && step.blocks().containsAll(other.blocks()));
        outline.code().stream().filter(code -> leaf && step.blocks().contains(code.block()))
                .forEach(code -> printer.line(indent + "   " + code(outline, code)));
    }

    private String code(GuideOutline outline, CodeState code) {
        String later = outline.code().stream().filter(other -> other.block() == code.supersededBy()).findFirst()
                .map(other -> ", shown again with more in " + lines(other.lines())).orElse("");
        String what = (code.language().isEmpty() ? "code" : code.language()) + (code.file().isEmpty() ? "" : " for " + code.file());
        return what + " " + style.dim(lines(code.lines()) + later);
    }

    private String alternative(Alternative one) {
        String labels = String.join(one.together() ? " and " : " or ", one.options().stream().map(GuideOutline.Option::label).toList());
        return labels + " " + style.dim(lines(one.lines()) + (one.step() == 0 ? "" : ", step " + one.step()));
    }

    private static String lines(LineRange lines) {
        return lines.start() == lines.end() ? "line " + lines.start() : "lines " + lines.start() + "-" + lines.end();
    }

    private static String shortened(String text) {
        String line = text.replaceAll("\\s+", " ");
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
    }
}
