package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.cli.terminal.Style;
import community.likeminds.agent.processors.docs.Citation;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/** A plan as a person reads it. */
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
        for (PlannedStep step : plan.steps()) {
            number++;
            printer.line("%3d. %s".formatted(number, step.title()));
            if (step.status() != PlannedStep.Status.TO_DO) {
                printer.line("     " + style.yellow(step.status() == PlannedStep.Status.MANUAL ? "by hand" : "there already") + ": " + step.detail());
            }
            if (!step.why().isEmpty()) {
                printer.line("     " + style.dim(step.why()));
            }
            for (Citation citation : step.citations()) {
                printer.line("     " + style.dim("[" + Printer.place(citation) + "]"));
            }
        }
        printer.list("Packages that it assumes", plan.packages().entrySet().stream()
                .map(one -> one.getKey() + (one.getValue().isEmpty() ? "" : " " + one.getValue())).toList());
        printer.list("What is wrong in the documentation", plan.findings());
        printer.list("What the documentation leaves open", plan.openPoints());
    }

    private static String kind(ProjectProfile project) {
        List<String> parts = new ArrayList<>(List.of(project.framework(), project.language(), project.packageManager()));
        parts.removeIf(String::isEmpty);
        return String.join(", ", parts);
    }
}
