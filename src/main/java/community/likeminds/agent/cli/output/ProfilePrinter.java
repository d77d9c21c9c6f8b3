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
    private static final List<String> APART = List.of("script", "typescript");

    private static final int WIDEST = 60;
    private static final int MOST_OF_A_KIND = 12;
    private static final Map<String, String> ROLES = Map.of(
            "html", "HTML page", "bundler-config", "bundler configuration", "framework-config", "framework configuration", "app-config", "application configuration",
            "application-config", "application configuration", "android-manifest", "Android manifest", "info-plist", "Info.plist");

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
        table("", groups.values().stream()
                .map(ProfilePrinter::shortened)
                .flatMap(facts -> facts.stream().map(fact -> List.of(facts.getFirst() == fact ? fact.name().replace('-', ' ') : "", fact.value(), origin(fact))))
                .toList());
        files(project);
        section("Scripts", project, "script");
        section("TypeScript", project, "typescript");
        dependencies(project);
    }

    private void section(String title, ProjectProfile project, String name) {
        table(title, project.facts().stream().filter(fact -> fact.name().equals(name)).map(fact -> List.of(fact.value(), "", origin(fact))).toList());
    }

    private void files(ProjectProfile project) {
        table("Files by role", project.roles().entrySet().stream()
                .sorted(Map.Entry.comparingByValue())
                .map(entry -> List.of(entry.getValue(), ROLES.getOrDefault(entry.getKey(), entry.getKey().replace('-', ' ')), ""))
                .toList());
    }

    /** Rows of three columns, the last one dim; the first two are as wide as their longest cell, up to {@value #WIDEST}. */
    private void table(String title, List<List<String>> rows) {
        if (rows.isEmpty()) {
            return;
        }
        if (!title.isEmpty()) {
            printer.title(title);
        }
        int first = width(rows, 0);
        int second = width(rows, 1);
        for (List<String> row : rows) {
            String line = "  " + cell(row.get(0), first) + (second == 0 ? "" : "  " + cell(row.get(1), second)) + "  ";
            printer.line((line + (row.get(2).isEmpty() ? "" : printer.style().dim(row.get(2)))).stripTrailing());
        }
    }

    private static int width(List<List<String>> rows, int column) {
        return Math.min(WIDEST, rows.stream().mapToInt(row -> row.get(column).length()).max().orElse(0));
    }

    private static String cell(String text, int width) {
        return text.length() > width ? text.substring(0, Math.max(0, width - 1)) + "…" : text + " ".repeat(width - text.length());
    }

    /** A repository of hundreds of parts must not bury everything else. */
    private static List<Fact> shortened(List<Fact> facts) {
        if (facts.size() <= MOST_OF_A_KIND) {
            return facts;
        }
        List<Fact> first = new ArrayList<>(facts.subList(0, MOST_OF_A_KIND));
        first.add(new Fact(facts.getFirst().name(), "and " + (facts.size() - MOST_OF_A_KIND) + " more", "", "All of them with --json."));
        return first;
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
        List<List<String>> rows = new ArrayList<>();
        for (String stage : List.of("initialised", "configured", "imported", "installed", "declared")) {
            for (DependencyUse use : project.uses()) {
                if (use.stage().equals(stage)) {
                    rows.add(List.of((use.name() + " " + use.range()).strip(), stage, use.seen().getOrDefault(stage, "")));
                }
            }
        }
        table("Dependencies, and how far each is integrated", rows);
    }

    /**
     * A repository of several applications.
     *
     * @param root its folder
     * @param applications a profile for each
     */
    public void workspace(String root, List<ProjectProfile> applications) {
        printer.line(printer.style().bold(root) + " holds several applications");
        Map<String, ProjectProfile> profiles = new LinkedHashMap<>();
        applications.forEach(one -> profiles.put(one.app().isEmpty() ? "." : one.app(), one));
        List<List<String>> rows = new ArrayList<>();
        profiles.forEach((folder, one) -> rows.add(List.of(folder, one.framework() + ", " + one.language() + ", " + one.packageManager(), one.manifest())));
        applications.stream().findFirst().ifPresent(one -> one.facts().stream()
                .filter(fact -> fact.name().equals("workspace-part") && !profiles.containsKey(fact.value()))
                .forEach(fact -> rows.add(List.of(fact.value(), fact.why().replaceFirst("^An? ", "").replace(".", ""), fact.seen()))));
        table("", rows);
        printer.line("");
        printer.line("Look at one with: likeminds inspect " + root + " --path " + profiles.keySet().iterator().next());
    }
}
