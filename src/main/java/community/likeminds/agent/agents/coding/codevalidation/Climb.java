package community.likeminds.agent.agents.coding.codevalidation;

import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.agents.coding.codeplanning.Draft;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Linting;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** One climb of the ladder. */
final class Climb {

    /** Files that commands of package managers write as well; a formatter must not bring an older text of them back. */
    private static final Set<String> MANAGED = Set.of("package.json", "package-lock.json", "pnpm-lock.yaml", "yarn.lock", "bun.lock");

    private final IntegrationValidator validator;
    private final Draft draft;
    private final ProjectProfile profile;
    private final ChangeSets.Run run;
    private final Progress progress;
    private final RunObserver observer;
    private final Project project;
    private final Changed changed;
    private final List<CheckOutcome> checks = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final List<String> corrections = new ArrayList<>();
    private final List<String> repairs = new ArrayList<>();
    private final Map<String, String> moved = new LinkedHashMap<>();

    Climb(
            IntegrationValidator validator, Draft draft, ProjectProfile profile, ChangeSets.Run run, Map<String, String> texts,
            Map<String, String> environment, Progress progress) {
        this.validator = validator;
        this.draft = draft;
        this.profile = profile;
        this.run = run;
        this.progress = progress;
        this.observer = RunObserver.of(progress);
        this.changed = new Changed(run, texts);
        boolean jvm = Set.of("maven", "gradle").contains(profile.ecosystem());
        this.project = new Project(Path.of(profile.root()), profile.app(), profile.ecosystem(), profile.packageManager(), jvm ? environment : Map.of());
    }

    Ladder.Proof climb(List<String> skip) {
        progress.report("Checking syntax", 0, 0, "");
        boolean parses = add(mended(validator.syntax(changed.texts()), () -> validator.syntax(changed.texts())));
        if (!parses) {
            return proof();
        }
        add(validator.secrets(changed.texts(), draft.secrets()));
        run.guard(guarded(profile));
        List<String> packages = List.copyOf(draft.packages());
        if (skip.contains("install")) {
            told(skipped("install"));
        } else if (add(validator.install(project, true, progress))) {
            Check peers = validator.peers(project, packages);
            if (peers.status() != Status.NOT_POSSIBLE) {
                add(peers);
            }
            add(new SymbolCorrection(validator, project, packages, this::askedIn).check(changed, findings, corrections));
            lint();
            format();
        }
        validator.duplicates(project, changed.texts(), changed.before(), packages).ifPresent(this::add);
        boolean installed = checks.stream().noneMatch(check -> check.name().equals("install") && !check.status().equals("passed") && !skip.contains("install")
                || check.name().equals("install") && check.status().equals("not-possible"));
        if (skip.contains("build")) {
            told(skipped("build"));
        } else if (installed) {
            build();
        } else {
            told(new CheckOutcome("build", "not-possible", "The project cannot be built before its dependencies are installed.", "", "", 0));
        }
        return proof();
    }

    /** The passages that asked for what a file holds. */
    private String askedIn(String path) {
        List<String> passages = draft.steps().stream().filter(step -> step.texts().containsKey(path)).flatMap(step -> step.step().citations().stream())
                .map(one -> one.page() + ", lines " + one.startLine() + "-" + one.endLine()).distinct().toList();
        return passages.isEmpty() ? "" : " (" + String.join("; ", passages) + ")";
    }

    private void build() {
        Check first = validator.build(project, changed.texts().keySet(), progress);
        int before = repairs.size();
        Check last = mended(first, () -> validator.build(project, changed.texts().keySet(), progress));
        boolean built = add(last);
        if (repairs.size() > before && built) {
            reformat();
        }
        if (built) {
            // No browser on the machine is no fault of the integration: the build stays the highest rung that was reached.
            Check look = profile.platforms().contains("web") ? validator.look(project, progress) : null;
            if (look != null && look.status() != Status.NOT_POSSIBLE) {
                add(look);
            }
            validator.tests(project, changed.all(), progress).ifPresent(this::add);
        }
    }

    /** Mends what a failed check's message decides and checks again, a bounded number of times; the last check counts. */
    private Check mended(Check check, Supplier<Check> again) {
        Check last = check;
        for (int round = 0; round < Repairs.MOST_ROUNDS && last.status() == Status.FAILED; round++) {
            Optional<Mended> mended = Repairs.mend(new Broken(last.detail() + "\n" + last.output(), changed.texts(), changed.before(), project.root(), project.app(), this::exporters));
            if (mended.isEmpty()) {
                return last;
            }
            changed.apply(mended.get());
            moved.putAll(mended.get().moved());
            repaired(mended.get().learnt());
            String learnt = mended.get().learnt();
            if (learnt.startsWith(PublishedNames.SAYS)) {
                mended.get().texts().keySet().forEach(path -> findings.add(PublishedNames.SAYS.strip() + askedIn(path) + " " + learnt.substring(PublishedNames.SAYS.length())));
            }
            progress.report("Mending", round + 1, 0, mended.get().learnt());
            last = again.get();
        }
        return last;
    }

    private List<String> exporters(String name, String path) {
        List<String> ours = validator.exporting(project, path, name, List.copyOf(draft.packages()));
        return ours.isEmpty()
                ? validator.exporting(project, path, name, profile.dependencies().keySet().stream().filter(one -> !one.startsWith("@types/")).sorted().toList())
                : ours;
    }

    private void lint() {
        Optional<Linting> linting = validator.lint(project, sources(), changed.before(), progress);
        for (int round = 0; round < Repairs.MOST_ROUNDS && linting.isPresent() && !linting.get().fixed().isEmpty(); round++) {
            linting.get().fixed().forEach(changed::write);
            linting.get().fixes().forEach(fix -> repaired("The linter said: " + fix + ". Its own correction was made."));
            linting = validator.lint(project, sources(), changed.before(), progress);
        }
        linting.map(Linting::check).ifPresent(this::add);
    }

    private void format() {
        validator.format(project, sources(), changed.before(), progress).ifPresent(formatting -> {
            formatting.formatted().forEach(changed::write);
            add(formatting.check());
        });
    }

    /** Formats what was mended after the check of the format; its outcome stands already. */
    private void reformat() {
        if (checks.stream().anyMatch(check -> check.name().equals("format") && check.status().equals("passed"))) {
            validator.format(project, sources(), changed.before(), progress).ifPresent(formatting -> formatting.formatted().forEach(changed::write));
        }
    }

    private Map<String, String> sources() {
        Map<String, String> sources = changed.texts();
        sources.keySet().removeIf(path -> MANAGED.contains(path.substring(path.lastIndexOf('/') + 1)));
        return sources;
    }

    private void repaired(String sentence) {
        repairs.add(sentence);
        corrections.add(sentence);
    }

    private Ladder.Proof proof() {
        if (!repairs.isEmpty()) {
            told(new CheckOutcome("repairs", "passed", repairs.size() == 1 ? repairs.getFirst() : repairs.size() + " errors were mended, the first: " + repairs.getFirst(),
                    "", String.join("\n", repairs), 0));
        }
        return new Ladder.Proof(checks, findings, corrections, moved);
    }

    private boolean add(Check check) {
        told(new CheckOutcome(
                check.name(), check.status().name().toLowerCase(Locale.ROOT).replace('_', '-'), check.detail(), check.command(),
                check.output(), check.millis()));
        return check.status() == Status.PASSED;
    }

    /** Keeps an outcome and tells it at once: a build may take minutes. */
    private void told(CheckOutcome outcome) {
        checks.add(outcome);
        observer.event(RunEvent.of(outcome));
    }

    private static CheckOutcome skipped(String name) {
        return new CheckOutcome(name, "not-possible", "It was left out on request.", "", "", 0);
    }

    static List<String> guarded(ProjectProfile profile) {
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
}
