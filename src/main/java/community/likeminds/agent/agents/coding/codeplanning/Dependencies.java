package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.Coordinates;
import community.likeminds.agent.processors.docs.Installs;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Collects the packages that a guide brings in and declares them in the project's manifest. */
final class Dependencies {

    private record Wanted(String range, boolean dev, Citation citation, String why, List<Coordinates> declared) {

        Wanted(String range, boolean dev, Citation citation, String why) {
            this(range, dev, citation, why, List.of());
        }

        boolean bom() {
            return declared.stream().anyMatch(Coordinates::bom);
        }

        /** Whether it is only run over annotations. */
        boolean processor() {
            return declared.stream().allMatch(one -> one.scope().equals(Coordinates.PROCESSOR) || GradleConfigurations.processor(one.configuration()));
        }

        List<String> exclusions() {
            return declared.stream().flatMap(one -> one.exclusions().stream()).distinct().toList();
        }
    }

    private static final String STARTER = "-spring-boot-starter";
    private static final Pattern FOR_TESTS = Pattern.compile("(?:org\\.testcontainers|org\\.junit[\\w.]*|junit|org\\.mockito|org\\.assertj|org\\.hamcrest):.*");

    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;
    private final PackageFinder packages;
    private final boolean tests;
    private final Map<String, Wanted> npm = new LinkedHashMap<>();
    private final Map<String, Wanted> jvm = new LinkedHashMap<>();
    private final Map<String, Wanted> platform = new LinkedHashMap<>();

    /** @param tests whether the request is about tests, so that what only tests need is wanted */
    Dependencies(ProjectProfile project, Workspace files, StructuralEdits edits, PackageFinder packages, boolean tests) {
        this.tests = tests;
        this.project = project;
        this.files = files;
        this.edits = edits;
        this.packages = packages;
    }

    /** Takes note of an install command: of the project's own package manager when the block shows several. */
    void install(String shell, Citation citation) {
        List<Installs.Package> all = Installs.of(shell).stream().filter(one -> one.ecosystem().equals(project.ecosystem())).toList();
        List<Installs.Package> own = all.stream().filter(one -> one.manager().equals(project.packageManager())).toList();
        Map<String, Wanted> noted = project.ecosystem().equals("npm") ? npm : platform;
        for (Installs.Package one : own.isEmpty() ? all : own) {
            if (Frameworks.foreign(one.name(), project)) {
                continue;
            }
            noted.merge(one.name(), new Wanted(one.range(), one.dev(), citation, "The guide installs it."), (old, fresh) -> old);
        }
    }

    /** Takes note of a package of the project's own kind that a manifest of the guide declares. */
    void declared(String name, String range, Citation citation) {
        platform.merge(name, new Wanted(range, false, citation, "The guide declares it."), (old, fresh) -> old.range().isEmpty() ? fresh : old);
    }

    void maven(String xml, Citation citation) {
        for (Coordinates one : Coordinates.maven(xml)) {
            note(one, citation);
        }
    }

    void gradle(String code, Citation citation) {
        for (Coordinates one : Coordinates.gradle(code)) {
            note(one, citation);
        }
    }

    private void note(Coordinates one, Citation citation) {
        boolean forTests = FOR_TESTS.matcher(one.name()).matches();
        boolean otherFramework = one.name().endsWith(STARTER) && !project.framework().equals("spring-boot");
        if (forTests && !tests || otherFramework) {
            return;
        }
        if (project.ecosystem().equals("maven") || project.ecosystem().equals("gradle")) {
            jvm.merge(one.name(), new Wanted(one.concrete() ? one.version() : "", one.scope().equals("test"), citation, "The guide declares it.", List.of(one)), this::both);
        }
    }

    /** What two passages say of one dependency: how it is declared is said by those for the project's own build tool, where there are any. */
    private Wanted both(Wanted old, Wanted fresh) {
        Wanted said = old.range().isEmpty() ? fresh : old;
        boolean own = ofProject(old) || !ofProject(fresh);
        List<Coordinates> declared = ofProject(old) == ofProject(fresh) ? Stream.concat(old.declared().stream(), fresh.declared().stream()).toList() : own ? old.declared() : fresh.declared();
        return new Wanted(said.range(), said.dev(), said.citation(), said.why(), declared);
    }

    private boolean ofProject(Wanted wanted) {
        return wanted.declared().getFirst().configuration().isEmpty() == project.ecosystem().equals("maven");
    }

    /** A package that the planned code imports; the passage that installs it is looked up. */
    void imported(String name, Citation citation) {
        if (!project.ecosystem().equals("npm") || npm.containsKey(name)) {
            return;
        }
        PackageFinder.Passage passage = packages.passage(name);
        npm.put(name, passage == null
                ? new Wanted("", false, citation, "The guide's code imports it.")
                : new Wanted(passage.install().range(), passage.install().dev(), passage.citation(), "The guide's code imports it."));
    }

    /** {@code group:artifact} of every dependency of a JVM build that was noted. */
    List<String> artifacts() {
        return jvm.entrySet().stream().filter(one -> !one.getValue().bom()).map(Map.Entry::getKey).toList();
    }

    boolean any() {
        return !npm.isEmpty() || !jvm.isEmpty() || !platform.isEmpty();
    }

    /** Every package that was noted, of whatever ecosystem but the JVM's. */
    Set<String> names() {
        Set<String> names = new LinkedHashSet<>(npm.keySet());
        names.addAll(platform.keySet());
        return names;
    }

    /** Whether neither the guide nor the project declares a starter beyond the framework's own. */
    boolean lacksStarter() {
        return Stream.concat(jvm.keySet().stream(), project.dependencies().keySet().stream())
                .noneMatch(name -> name.contains("starter") && !name.startsWith("org.springframework.boot:"));
    }

    List<Draft.DraftStep> steps() {
        // A starter brings what it starts.
        jvm.keySet().removeIf(name -> project.framework().equals("spring-boot") && jvm.containsKey(name + STARTER));
        List<Draft.DraftStep> steps = new ArrayList<>();
        npm.forEach((name, wanted) -> steps.add(npmStep(name, wanted)));
        jvm.forEach((name, wanted) -> steps.add(jvmStep(name, wanted)));
        platform.forEach((name, wanted) -> steps.add(platformStep(name, wanted)));
        return steps;
    }

    private Draft.DraftStep platformStep(String name, Wanted wanted) {
        PlatformDependencies manifests = new PlatformDependencies(project, files, edits);
        if (manifests.declared(name)) {
            return new Draft.DraftStep(
                    step(name, name, wanted, wanted.range()), Draft.State.ALREADY_THERE, Map.of(), name + " is declared already.");
        }
        StructuralEdits.Edit edit = manifests.declare(name, wanted.range()).orElse(null);
        if (edit == null || edit.conflict() != null || !edit.changed()) {
            String conflict = edit == null ? null : edit.conflict();
            return manual(name, wanted, conflict == null ? "The project's package manager declares it: " + manifests.command(name) + "." : conflict);
        }
        String manifest = project.manifest();
        files.put(manifest, edit.text());
        return new Draft.DraftStep(
                step(name, name, wanted, wanted.range()), Draft.State.TO_DO, Map.of(manifest, edit.text()),
                name + " is declared in " + manifest + "; its package manager settles the version.");
    }

    private Draft.DraftStep npmStep(String name, Wanted shown) {
        String manifest = project.manifest();
        Lockstep.Version group = shown.range().isEmpty() ? Lockstep.of(name, project.dependencies()) : new Lockstep.Version("", "");
        Wanted wanted = group.range().isEmpty() ? shown : new Wanted(group.range(), shown.dev(), shown.citation(), shown.why());
        String range = Registry.OPEN + name + "%";
        StructuralEdits.Edit edit = edits.addNpmDependency(files.text(manifest), name, range, wanted.dev());
        if (!edit.changed()) {
            return new Draft.DraftStep(
                    step(name, name, wanted, project.dependencies().getOrDefault(name, "")), Draft.State.ALREADY_THERE, Map.of(),
                    name + " is declared already.");
        }
        files.put(manifest, edit.text());
        return new Draft.DraftStep(
                following(step(name, name + " " + range, wanted, Registry.OPEN), group.leader()), Draft.State.TO_DO, Map.of(manifest, edit.text()),
                name + " " + range + " is declared in " + manifest + "." + (group.range().isEmpty() ? "" : " It is published together with " + group.leader() + ", whose version the project declares."));
    }

    private Draft.DraftStep jvmStep(String name, Wanted wanted) {
        String manifest = project.manifest();
        if (project.dependencies().containsKey(name) && unprocessed(name, wanted).isEmpty()) {
            return new Draft.DraftStep(
                    step(name, name, wanted, wanted.range()), Draft.State.ALREADY_THERE, Map.of(), name + " is declared already.");
        }
        if (!project.ecosystem().equals("maven")) {
            return gradleStep(name, wanted);
        }
        MavenPoms poms = new MavenPoms(files, manifest);
        if (wanted.bom() ? poms.manages(name) : poms.inherits(name)) {
            return new Draft.DraftStep(step(name, name, wanted, wanted.range()), Draft.State.ALREADY_THERE, Map.of(), name + (wanted.bom() ? " decides versions already." : " is declared in a parent already."));
        }
        String target = wanted.bom() ? poms.managing() : manifest;
        boolean decided = !wanted.bom() && (new ManagedVersions(project).decides(name, wanted.range()) || poms.manages(name));
        String shared = wanted.range().isEmpty() && !decided && !wanted.bom() ? SharedVersion.of(name, files.text(target)) : "";
        boolean open = wanted.range().isEmpty() && !managed(name) && !decided && shared.isEmpty();
        String version = decided ? "" : open ? Registry.OPEN + name + "%" : wanted.range() + shared;
        String[] parts = name.split(":", 2);
        String scope = wanted.bom() ? "import" : wanted.declared().stream().filter(one -> !one.scope().equals(Coordinates.PROCESSOR)).map(Coordinates::scope).findFirst().orElse("");
        if (wanted.processor() && wanted.declared().stream().noneMatch(one -> one.configuration().isEmpty() || one.configuration().equals("annotationProcessor"))) {
            return manual(name, wanted, "It is an annotation processor for Kotlin: declare it where the project's compiler is configured.");
        }
        StructuralEdits.Edit edit = wanted.processor() ? new MavenProcessors(edits, project).declare(files.text(target), parts[0], parts[1], version)
                : MavenExclusions.add(edits, edits.addMavenDependency(files.text(target), parts[0], parts[1], version, scope), name, version.isEmpty() ? "" : "  <version>" + version + "</version>\n", wanted.exclusions());
        if (!edit.changed()) {
            return edit.conflict() == null && wanted.processor()
                    ? new Draft.DraftStep(step(name, name, wanted, wanted.range()), Draft.State.ALREADY_THERE, Map.of(), name + " is run by the compiler already.")
                    : manual(name, wanted, edit.conflict() == null ? "It could not be declared." : edit.conflict());
        }
        files.put(target, edit.text());
        return new Draft.DraftStep(
                step(name, (name + " " + version).strip(), target, wanted, open ? Registry.OPEN : version), Draft.State.TO_DO, Map.of(target, edit.text()),
                (name + " " + version).strip() + " is declared in " + target + "." + (decided && version.isEmpty() ? " The project decides the version." : managing(wanted, version)));
    }

    /** The annotation processors' configurations that the guide declares it for and the project does not. */
    private List<String> unprocessed(String name, Wanted wanted) {
        if (!project.ecosystem().equals("gradle")) {
            return List.of();
        }
        GradleBuild build = new GradleBuild(project, files);
        return new GradleConfigurations(project, files.text(project.manifest())).of(wanted.declared()).stream()
                .filter(one -> GradleConfigurations.processor(one) && !build.declares(name, one)).toList();
    }

    /** Whether a bill of materials of the same publisher, here or in the guide, decides its version. */
    private boolean managed(String name) {
        String group = name.substring(0, name.indexOf(':'));
        return jvm.entrySet().stream().anyMatch(one -> one.getValue().bom() && !one.getKey().equals(name) && one.getKey().startsWith(group + ":"));
    }

    private static String managing(Wanted wanted, String version) {
        return wanted.bom() ? " It decides the versions of what belongs to it." : version.isEmpty() ? " Its bill of materials decides the version." : "";
    }

    private Draft.DraftStep gradleStep(String name, Wanted wanted) {
        boolean ofFramework = !wanted.bom() && new ManagedVersions(project).decides(name, wanted.range());
        boolean catalog = project.roles().containsKey("version-catalog");
        String shared = wanted.range().isEmpty() && !ofFramework && !wanted.bom() && !catalog ? SharedVersion.of(name, files.text(project.manifest())) : "";
        boolean open = wanted.range().isEmpty() && !managed(name) && !ofFramework && shared.isEmpty();
        String version = ofFramework ? "" : open ? Registry.OPEN + name + "%" : wanted.range() + shared;
        List<String> configurations = project.dependencies().containsKey(name) ? unprocessed(name, wanted)
                : new GradleConfigurations(project, files.text(project.manifest())).of(wanted.declared());
        if (configurations.isEmpty()) {
            return manual(name, wanted, "It is an annotation processor of a kind that the build does not run: apply the plug-in for it, then declare it.");
        }
        Map<String, String> texts = new GradleBuild(project, files).declare(name, version, configurations, wanted.bom(), wanted.exclusions());
        if (texts.isEmpty()) {
            return manual(name, wanted, "The build file has no dependencies block of its own: declare it where the project keeps them.");
        }
        texts.forEach(files::put);
        return new Draft.DraftStep(
                step(name, (name + " " + version).strip(), wanted, open ? Registry.OPEN : version), Draft.State.TO_DO, texts,
                (name + " " + version).strip() + " is declared in " + String.join(" and ", texts.keySet()) + "." + managing(wanted, version));
    }

    private Draft.DraftStep manual(String name, Wanted wanted, String detail) {
        PlanStep step = step(name, name + " " + wanted.range(), wanted, wanted.range());
        return new Draft.DraftStep(
                new PlanStep("", PlanStep.Kind.MANUAL, step.title(), step.target(), step.why(), step.citations(), step.details()),
                Draft.State.MANUAL, Map.of(), detail);
    }

    /** The step with the package whose version it follows. */
    private static PlanStep following(PlanStep step, String leader) {
        Map<String, String> details = new LinkedHashMap<>(step.details());
        details.put(Registry.FOLLOWS, leader);
        return leader.isEmpty() ? step : new PlanStep(step.id(), step.kind(), step.title(), step.target(), step.why(), step.citations(), details);
    }

    private PlanStep step(String name, String shown, Wanted wanted, String range) {
        return step(name, shown, project.manifest(), wanted, range);
    }

    private static PlanStep step(String name, String shown, String manifest, Wanted wanted, String range) {
        return new PlanStep(
                "", PlanStep.Kind.ADD_DEPENDENCY, "Add the dependency " + shown, manifest, wanted.why(), List.of(wanted.citation()),
                Map.of("package", name, "range", range, "wanted", wanted.range(), "dev", String.valueOf(wanted.dev())));
    }
}
