package community.likeminds.agent.agents.coding.codevalidation;

import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.Progress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Climbs the ladder of proof, cheapest rung first, and corrects names that the published package decides. */
@Component
public class Ladder {

    /** Rungs that only add to what the build proves: a package may publish no types, a machine may have no browser. */
    private static final Set<String> LOOKED_INTO = Set.of("symbols", "peers", "look");

    private final IntegrationValidator validator;

    Ladder(IntegrationValidator validator) {
        this.validator = validator;
    }

    /**
     * What the climb showed.
     *
     * @param checks every rung that was tried, in order
     * @param findings what is wrong in the documentation
     * @param corrections what was corrected, one sentence each
     */
    public record Proof(List<CheckOutcome> checks, List<String> findings, List<String> corrections) {

        /** Whether every rung held that a proof needs: what cannot be looked into is said, what cannot be built is not proven. */
        public boolean holds() {
            return checks.stream().allMatch(check ->
                    check.status().equals("passed") || check.status().equals("not-possible") && LOOKED_INTO.contains(check.name()));
        }
    }

    /**
     * @param draft what was planned
     * @param run the run that holds the changes; corrections are written through it
     * @param texts texts that the run wrote, by path
     * @param skip rungs that are not wanted
     */
    public Proof climb(
            Draft draft, ProjectProfile profile, ChangeSets.Run run, Map<String, String> texts, List<String> skip,
            Map<String, String> environment, Progress progress) {
        List<CheckOutcome> checks = new ArrayList<>();
        List<String> findings = new ArrayList<>();
        List<String> corrections = new ArrayList<>();
        Map<String, String> current = new LinkedHashMap<>(texts);
        progress.report("Checking syntax", 0, 0, "");
        if (!add(checks, validator.syntax(current))) {
            return new Proof(checks, findings, corrections);
        }
        add(checks, validator.secrets(current, draft.secrets()));
        boolean jvm = Set.of("maven", "gradle").contains(profile.ecosystem());
        Project project = new Project(
                Path.of(profile.root()), profile.app(), profile.ecosystem(), profile.packageManager(), jvm ? environment : Map.of());
        run.guard(guarded(profile));
        if (skip.contains("install")) {
            checks.add(skipped("install"));
        } else if (add(checks, validator.install(project, true, progress))) {
            Check peers = validator.peers(project, List.copyOf(draft.packages()));
            if (peers.status() != Status.NOT_POSSIBLE) {
                add(checks, peers);
            }
            symbols(draft, project, run, current, checks, findings, corrections);
        }
        boolean installed = checks.stream().noneMatch(check -> check.name().equals("install") && check.status().equals("failed"));
        if (skip.contains("build")) {
            checks.add(skipped("build"));
        } else if (installed && !notPossible(checks, "install")) {
            if (add(checks, validator.build(project, current.keySet(), progress)) && !profile.envPrefix().isEmpty()) {
                look(project, checks, progress);
            }
        } else {
            checks.add(new CheckOutcome("build", "not-possible", "The project cannot be built before its dependencies are installed.", "", "", 0));
        }
        return new Proof(checks, findings, corrections);
    }

    private void look(Project project, List<CheckOutcome> checks, Progress progress) {
        Check look = validator.look(project, progress);
        // No browser on the machine is no fault of the integration: the build stays the highest rung that was reached.
        if (look.status() != Status.NOT_POSSIBLE) {
            add(checks, look);
        }
    }

    private void symbols(
            Draft draft, Project project, ChangeSets.Run run, Map<String, String> current, List<CheckOutcome> checks,
            List<String> findings, List<String> corrections) {
        IntegrationValidator.Symbols symbols = validator.symbols(project, current, List.copyOf(draft.packages()));
        Map<String, List<IntegrationValidator.Missing>> certain = new LinkedHashMap<>();
        for (IntegrationValidator.Missing one : symbols.missing()) {
            if (one.unambiguous() && !one.candidates().isEmpty()) {
                certain.computeIfAbsent(one.path(), path -> new ArrayList<>()).add(one);
                findings.add("The documentation says " + one.symbol() + ", the published package has " + one.candidates().getFirst()
                        + " instead: corrected in " + one.path() + ".");
                corrections.add(one.symbol() + " became " + one.candidates().getFirst() + " in " + one.path() + ".");
            } else {
                findings.add("The documentation says " + one.symbol() + ", which the published package does not have"
                        + (one.candidates().isEmpty() ? "." : "; the nearest names are " + String.join(", ", one.candidates()) + "."));
            }
        }
        if (certain.isEmpty()) {
            add(checks, symbols.check());
            return;
        }
        certain.forEach((path, missing) -> {
            String corrected = corrected(current.getOrDefault(path, ""), missing);
            current.put(path, corrected);
            run.write(path, corrected.getBytes(StandardCharsets.UTF_8));
        });
        add(checks, validator.symbols(project, current, List.copyOf(draft.packages())).check());
    }

    private static String corrected(String text, List<IntegrationValidator.Missing> missing) {
        StringBuilder corrected = new StringBuilder(text);
        missing.stream().sorted((a, b) -> Integer.compare(b.start(), a.start()))
                .forEach(one -> corrected.replace(one.start(), one.end(), one.candidates().getFirst()));
        return corrected.toString();
    }

    private static List<String> guarded(ProjectProfile profile) {
        List<String> paths = new ArrayList<>();
        for (String folder : profile.app().isEmpty() ? List.of("") : List.of("", profile.app() + "/")) {
            for (String name : List.of(
                    "package.json", "package-lock.json", "npm-shrinkwrap.json", "yarn.lock", "pnpm-lock.yaml", "bun.lock", "bun.lockb",
                    "tsconfig.json", "next-env.d.ts", "node_modules/")) {
                paths.add(folder + name);
            }
        }
        return profile.ecosystem().equals("npm") ? paths : List.of();
    }

    private static boolean notPossible(List<CheckOutcome> checks, String name) {
        return checks.stream().anyMatch(check -> check.name().equals(name) && check.status().equals("not-possible"));
    }

    private static CheckOutcome skipped(String name) {
        return new CheckOutcome(name, "not-possible", "It was left out on request.", "", "", 0);
    }

    private static boolean add(List<CheckOutcome> checks, Check check) {
        checks.add(new CheckOutcome(
                check.name(), check.status().name().toLowerCase(Locale.ROOT).replace('_', '-'), check.detail(), check.command(),
                check.output(), check.millis()));
        return check.status() == Status.PASSED;
    }
}
