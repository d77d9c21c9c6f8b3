package community.likeminds.agent.cli.output;

import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.ProjectProfile.DependencyUse;
import community.likeminds.agent.agents.coding.ProjectProfile.Fact;
import community.likeminds.agent.cli.terminal.Style;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a project is, as a person reads it: each fact beside the place where it was seen. */
public final class ProfilePrinter {

    /** Facts in the order in which a person asks for them; the others follow. */
    private static final List<String> ORDER = List.of(
            "application", "framework", "framework-version", "web", "ui", "language", "strictness", "package-manager", "package-manager-version", "node-linker",
            "monorepo-tool", "modules", "build-language", "build-wrapper", "node-version", "jdk-version", "python-version", "dart-version", "flutter-version",
            "ios-version", "compile-sdk", "min-sdk", "namespace", "formatter", "linter", "type-checker", "tests", "editorconfig", "line-endings",
            "environment-prefix", "environment-file", "git", "workspace-part");
    private static final List<String> APART = List.of("file", "script", "typescript");

    private final Printer printer;

    public ProfilePrinter(PrintStream out, Style style) {
        this.printer = new Printer(out, style);
    }

    public void print(ProjectProfile project) {
        printer.line(printer.style().bold(project.root()) + (project.app().isEmpty() ? "" : " › " + printer.style().bold(project.app())));
        Map<String, List<Fact>> groups = new LinkedHashMap<>();
        ORDER.forEach(name -> groups.put(name, new ArrayList<>()));
        project.facts().stream().filter(fact -> !APART.contains(fact.name()))
                .forEach(fact -> groups.computeIfAbsent(fact.name(), key -> new ArrayList<>()).add(fact));
        groups.values().forEach(facts -> facts.forEach(fact -> row(facts.getFirst() == fact ? fact.name().replace('-', ' ') : "", fact)));
        section("Files by role", project, "file");
        section("Scripts", project, "script");
        section("TypeScript", project, "typescript");
        dependencies(project);
    }

    private void row(String name, Fact fact) {
        printer.line(("  %-24s %-34s %s".formatted(name, fact.value(), printer.style().dim(origin(fact)))).stripTrailing());
    }

    private void section(String title, ProjectProfile project, String name) {
        List<Fact> facts = project.facts().stream().filter(fact -> fact.name().equals(name)).toList();
        if (facts.isEmpty()) {
            return;
        }
        printer.title(title);
        int width = Math.min(60, facts.stream().mapToInt(fact -> fact.value().length()).max().orElse(0));
        for (Fact fact : facts) {
            String origin = fact.seen().equals(fact.value()) ? fact.why() : origin(fact);
            printer.line(("  %-" + Math.max(1, width) + "s  %s").formatted(fact.value(), printer.style().dim(origin)).stripTrailing());
        }
    }

    private static String origin(Fact fact) {
        return fact.seen().isEmpty() ? fact.why() : fact.why().isEmpty() ? fact.seen() : fact.seen() + "  " + fact.why();
    }

    /** Those that the code sets up first: they are what an integration meets. */
    private void dependencies(ProjectProfile project) {
        if (project.uses().isEmpty()) {
            printer.list("Dependencies", project.dependencies().entrySet().stream().map(entry -> (entry.getKey() + " " + entry.getValue()).strip()).sorted().toList());
            return;
        }
        printer.title("Dependencies, and how far each is integrated");
        List<String> stages = List.of("initialised", "configured", "imported", "installed", "declared");
        int width = Math.min(48, project.uses().stream().mapToInt(use -> use.name().length()).max().orElse(0));
        for (String stage : stages) {
            for (DependencyUse use : project.uses()) {
                if (use.stage().equals(stage)) {
                    String seen = use.seen().getOrDefault(stage, "");
                    printer.line(("  %-" + Math.max(1, width) + "s  %-12s %-12s %s").formatted(use.name(), use.range(), stage, printer.style().dim(seen)).stripTrailing());
                }
            }
        }
    }
}
