package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.cli.terminal.Style;
import community.likeminds.agent.processors.docs.Citation;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A plan and a project's profile as a person reads them. */
public final class PlanPrinter {

    private final Printer printer;

    public PlanPrinter(PrintStream out, Style style) {
        this.printer = new Printer(out, style);
    }

    public void print(IntegrationPlan plan) {
        Style style = printer.style();
        printer.line(style.bold("Plan") + " for " + plan.project().root() + " (" + kind(plan.project()) + ")");
        printer.line("Guide: " + style.cyan(Printer.place(plan.guide())));
        if (!plan.guideWhy().isEmpty()) {
            printer.line("       " + style.dim(plan.guideWhy()));
        }
        printer.list("Other guides that came close", plan.runnersUp().stream().map(Printer::place).toList());
        printer.title("Steps");
        int number = 0;
        for (PlanStep step : plan.steps()) {
            number++;
            printer.line("%3d. %s".formatted(number, step.title()));
            if (!step.why().isEmpty()) {
                printer.line("     " + style.dim(step.why()));
            }
            for (Citation citation : step.citations()) {
                printer.line("     " + style.dim("[" + Printer.place(citation) + "]"));
            }
        }
        printer.list("What is wrong in the documentation", plan.findings());
        printer.list("What the documentation leaves open", plan.openPoints());
    }

    public void print(ProjectProfile project) {
        printer.line(printer.style().bold(project.root()));
        row("kind", kind(project));
        row("application", project.app());
        row("modules", project.modules());
        row("manifest", project.manifest());
        row("platforms", String.join(", ", project.platforms()));
        row("environment", project.envPrefix().isEmpty() ? "" : "variables begin with " + project.envPrefix());
        row("git", switch (project.git()) {
            case NONE -> "not a repository";
            case CLEAN -> "clean";
            case DIRTY -> "uncommitted changes";
        });
        printer.list("Files by role", sorted(project.roles().entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .toList()));
        printer.list("Dependencies", sorted(project.dependencies().entrySet().stream()
                .map(entry -> entry.getKey() + " " + entry.getValue())
                .toList()));
    }

    private void row(String name, String value) {
        if (!value.isEmpty()) {
            printer.line("  %-12s %s".formatted(name, value));
        }
    }

    private static String kind(ProjectProfile project) {
        List<String> parts = new ArrayList<>(List.of(project.framework(), project.language(), project.packageManager()));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }

    private static List<String> sorted(List<String> lines) {
        return lines.stream().sorted().toList();
    }
}
