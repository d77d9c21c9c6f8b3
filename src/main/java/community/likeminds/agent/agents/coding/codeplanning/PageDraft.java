package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Tries a page out as the guide for a project: every step is planned on texts in memory. Used once. */
final class PageDraft {

    /** An entry of a manifest: the package, and its version where it is said. */
    private static final Map<String, Pattern> MANIFESTS = Map.of(
            "cocoapods", Pattern.compile("(?m)^\\s*pod\\s+['\"]([^'\"]+)['\"](?:\\s*,\\s*['\"]([^'\"]+)['\"])?"),
            "gem", Pattern.compile("(?m)^\\s*gem\\s+['\"]([^'\"]+)['\"](?:\\s*,\\s*['\"]([^'\"]+)['\"])?"),
            "pub", Pattern.compile("(?m)^ {2}(?!flutter\\b|sdk\\b)([a-z][a-z0-9_]*):[ \\t]*([^\\n#]*)$"));

    private static final Pattern TESTS = Pattern.compile("\\btest", Pattern.CASE_INSENSITIVE);
    private static final Pattern INSTALLS = Pattern.compile("\\W*(?:please\\s+)?(?:install|declare)\\b", Pattern.CASE_INSENSITIVE);
    private static final Pattern STARTER = Pattern.compile("\\bstarter\\b", Pattern.CASE_INSENSITIVE);

    /** Variables that hold a service's own address. */
    private static final Pattern SHARED = Pattern.compile("_HOST$");

    private static final Pattern SERVICE = Pattern.compile("https://[\\w.-]+(?::\\d+)?/?");
    private static final Pattern OWN = Pattern.compile("(?i)your|my-|example\\.(?:com|org|net)|xxx|localhost|<|\\.{2}");

    private final Page page;
    private final Wish wish;
    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;
    private final DocumentedCode documented;
    private final Dependencies dependencies;
    private final Environment environment;
    private final Values values;
    private final Map<String, String> given;
    private final PackageFinder packages;
    private final JavaImports imports;
    private final GuideFinder finder;

    /** A request that wants no package but what stands in the page itself. */
    private static final Pattern BY_TAG = Pattern.compile("(?i)\\bscript tags?\\b|<script|\\bcdn\\b|\\bhtml snippet\\b|\\bwithout (?:npm|(?:a |any )?(?:package|bundler|build))\\b");

    private final List<Draft.DraftStep> code = new ArrayList<>();
    private final List<String> findings = new ArrayList<>();
    private final List<String> openPoints = new ArrayList<>();

    PageDraft(
            Page page, Wish wish, ProjectProfile project, Workspace files, StructuralEdits edits, DocumentedCode documented, PackageFinder packages,
            JavaImports imports, GuideFinder finder, Map<String, String> given) {
        this.finder = finder;
        this.imports = imports;
        this.page = page;
        this.wish = wish;
        this.project = project;
        this.files = files;
        this.edits = edits;
        this.documented = documented;
        this.given = given;
        this.packages = packages;
        this.values = Values.of(given, wish);
        this.environment = new Environment(project, files, edits, wish.environment());
        this.dependencies = new Dependencies(project, files, edits, packages, TESTS.matcher(wish.text()).find());
    }

    Draft draft() {
        page.notices().stream().filter(notice -> notice.code().equals("hidden-instructions"))
                .forEach(notice -> findings.add(page.path() + ", line " + notice.lines().start() + ": " + notice.text()));
        Scope scope = new Scope(project, wish);
        List<Block> blocks = scope.of(page);
        List<Snippet> scripts = new ArrayList<>();
        List<Block> java = new ArrayList<>();
        List<Block> platform = new ArrayList<>();
        AngularStart start = new AngularStart(project, files);
        AstroComponents astro = new AstroComponents(page, wish, project, files);
        List<Block> components = new ArrayList<>();
        PageMarkup markup = new PageMarkup(page, project, files, documented, environment, values);
        List<Block> ofPage = blocks.stream().filter(block -> markup.shows(Objects.requireNonNull(block.code()))).toList();
        boolean byTag = (project.framework().equals("static") || BY_TAG.matcher(wish.text()).find()) && ofPage.stream().anyMatch(PageMarkup::loads);
        for (Block block : blocks) {
            CodeBlock source = Objects.requireNonNull(block.code());
            if (ofPage.contains(block)) {
                continue;
            }
            if (byTag && Set.of(Role.INSTALL, Role.SCRIPT).contains(Role.of(block))) {
                scope.notFollowed().add(block, NotFollowed.Reason.VARIANT);
                continue;
            }
            if (astro.shows(source)) {
                if (astro.example(source)) {
                    say(block, "shows " + Objects.requireNonNull(source.file()).path() + ", which was not taken over: put its part where your own components have it");
                } else {
                    components.add(block);
                }
                continue;
            }
            switch (Role.of(block)) {
                case INSTALL -> {
                    dependencies.install(source.code(), page.cite(block));
                    code.addAll(new NuxtModules(project, files, edits).plan(source.code(), page.cite(block)));
                    shell(block, source.code(), true);
                }
                case MAVEN_DEPENDENCY -> {
                    dependencies.maven(source.code(), page.cite(block));
                    build(block, "maven", MavenProcessors.without(source.code()));
                }
                case GRADLE_DEPENDENCY -> {
                    dependencies.gradle(source.code(), page.cite(block));
                    build(block, "gradle", source.code());
                }
                case SCRIPT -> {
                    if (project.ecosystem().equals("npm")) {
                        Snippet snippet = Snippet.of(page, block, start.fitted(Objects.requireNonNull(block.code())), documented, scripts, packages, dependencies.names());
                        if (snippet.packages().stream().noneMatch(name -> finder.foreign(name, project))) {
                            scripts.add(snippet);
                        }
                    }
                }
                case JSON, YAML, PROPERTIES, STYLE -> {
                    if (!manifest(source, page.cite(block))) {
                        new ConfigurationFiles(project, files, edits, new Settings(documented, values, openPoints), !wish.composed().isEmpty()).plan(page, block).ifPresent(code::add);
                    }
                }
                case ENVIRONMENT -> readEnvironment(source.code(), page.cite(block));
                case SHELL -> shell(block, source.code(), false);
                case JAVA -> java.add(block);
                case PLATFORM -> {
                    if (PlatformCode.absent(source, files)) {
                        scope.notFollowed().add(block, NotFollowed.Reason.CONDITION);
                    } else if (!manifest(source, page.cite(block)) && PlatformCode.speaks(project, source)) {
                        platform.add(block);
                    }
                }
                case CREATES_PROJECT, ILLUSTRATION -> {
                    // Read for answers; nothing to apply without somebody who composes it.
                }
            }
        }
        Scripts planner = new Scripts(page, wish, project, files, edits, documented, environment, values, scripts,
                name -> project.dependencies().containsKey(name) || dependencies.names().contains(name) || packages.documented(name));
        code.addAll(planner.steps());
        planner.packages().forEach((name, citation) -> dependencies.imported(name, citation));
        List<Draft.DraftStep> steps = new ArrayList<>(dependencies.steps());
        PlatformCode ofPlatform = new PlatformCode(page, project, files, edits, documented, finder, Stream.concat(dependencies.names().stream(), dependencies.artifacts().stream()).collect(Collectors.toCollection(LinkedHashSet::new)), values, openPoints);
        java.stream().filter(block -> ofPlatform.start(Objects.requireNonNull(block.code()))).forEach(platform::add);
        java.removeAll(platform);
        code.addAll(new JavaClasses(page, project, wish, files, imports, edits, new Settings(documented, values, openPoints)).steps(java, dependencies.artifacts()));
        if (wish.composed().isEmpty()) {
            code.addAll(ofPlatform.steps(platform));
        }
        calls(java, !dependencies.artifacts().isEmpty(), "main-class");
        for (Block block : ofPage) {
            // Where there is a package for the project, the tag that loads the same from elsewhere is for projects without any.
            if (dependencies.any() && (PageMarkup.instead(block) || markup.imported(block))) {
                scope.notFollowed().add(block, NotFollowed.Reason.VARIANT);
            } else {
                code.add(markup.step(block));
            }
        }
        boolean found = !code.isEmpty() || dependencies.any();
        readGiven(found, planner);
        steps.addAll(environment.steps(openPoints));
        steps.addAll(code);
        if (found) {
            composed(steps);
        }
        Set<String> packages = new LinkedHashSet<>(planner.packages().keySet());
        packages.addAll(dependencies.names());
        if (STARTER.matcher(wish.text()).find() && project.framework().equals("spring-boot") && dependencies.lacksStarter()) {
            steps.add(starter());
        }
        List<Draft.DraftStep> unplaced = new ArrayList<>(unplaced(planner.passedOver(), packages));
        if (unplaced.isEmpty()) {
            openPoints.addAll(planner.passedOver().openPoints());
        }
        components.forEach(block -> astro.step(block).ifPresent(unplaced::add));
        scope.unsound().forEach(block -> unplaced.add(unsound(block)));
        steps.replaceAll(this::writable);
        if (code.isEmpty() && unplaced.isEmpty() && !wish.setupOnly() && wish.composed().isEmpty() && !INSTALLS.matcher(wish.text()).lookingAt()) {
            scope.notFollowed().first().ifPresent(block -> unplaced.add(toUse(block)));
        }
        planner.variants().forEach(block -> scope.notFollowed().add(block, NotFollowed.Reason.VARIANT));
        planner.passedOver().examples(unplaced).forEach(block -> scope.notFollowed().add(block, NotFollowed.Reason.EXAMPLE));
        openPoints.addAll(scope.notFollowed().sentences(page));
        return new Draft(
                new Citation(page.source(), page.path(), page.title(), 1, 1), "", List.of(), steps, findings,
                openPoints, packages, given.values().stream().filter(value -> value.length() >= 4).toList(), unplaced);
    }

    /** The step, or the same for the person where a file that it changes would lose what is not UTF-8. */
    private Draft.DraftStep writable(Draft.DraftStep step) {
        List<String> foreign = Stream.concat(step.texts().keySet().stream(), Stream.of(step.step().target())).distinct().filter(files::foreign).sorted().toList();
        if (foreign.isEmpty()) {
            return step;
        }
        step.texts().keySet().forEach(files::remove);
        return new Draft.DraftStep(
                step.step(), Draft.State.MANUAL, Map.of(),
                String.join(", ", foreign) + " is not UTF-8 text, so that it cannot be changed without loss. Save it as UTF-8 and plan again, or do the step by hand.");
    }

    /** Code whose strings end nobody knows where. */
    private Draft.DraftStep unsound(Block block) {
        CodeBlock source = Objects.requireNonNull(block.code());
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.MANUAL, "Write by hand after \"" + page.cite(block).heading() + "\"", "", "The guide's code cannot be taken over as it stands.",
                List.of(page.cite(block)), Map.of("code", source.code(), "language", source.language(), "page", page.path()));
        return new Draft.DraftStep(step, Draft.State.MANUAL, Map.of(), "Its curly quotation marks leave open where its strings end.");
    }

    /** A package that nothing uses is no integration: what the guide does with it is the person's to do. */
    private Draft.DraftStep toUse(Block block) {
        CodeBlock source = Objects.requireNonNull(block.code());
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.MANUAL, "Put it to use after \"" + page.cite(block).heading() + "\"", "", "The guide shows how the SDK is put to use.",
                List.of(page.cite(block)), Map.of("code", source.code(), "language", source.language(), "page", page.path()));
        return new Draft.DraftStep(step, Draft.State.MANUAL, Map.of(), "Only the packages could be declared: of the guide's code no part is a step for this project.");
    }

    /** The request asks for a starter, and the page declares none. */
    private Draft.DraftStep starter() {
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.MANUAL, "Declare the Spring Boot starter", project.manifest(), "The request asks for the starter; the settings are read by it.",
                List.of(new Citation(page.source(), page.path(), page.title(), 1, 1)), Map.of());
        return new Draft.DraftStep(step, Draft.State.MANUAL, Map.of(), "The page does not say which artifact the starter is.");
    }

    /** A guide of which no code found its place is the person's to follow; of another one only what the SDK does not work without. */
    private List<Draft.DraftStep> unplaced(PassedOver passedOver, Set<String> packages) {
        boolean placed = code.stream().anyMatch(step -> step.state() != Draft.State.MANUAL);
        return placed ? passedOver.needed(packages) : code.isEmpty() ? passedOver.steps(packages) : List.of();
    }

    /** Whether a block is a piece of the manifest of a project of this kind; its packages are noted then. */
    private boolean manifest(CodeBlock source, Citation citation) {
        Pattern entry = MANIFESTS.get(project.ecosystem());
        if (entry == null || !project.ecosystem().equals("pub") == List.of("yaml", "yml").contains(source.language())) {
            return false;
        }
        boolean section = !project.ecosystem().equals("pub") || source.code().matches("(?s)(?:.*\\n)?dependencies:\\s*\\n.*");
        List<MatchResult> packages = section ? entry.matcher(source.code()).results().toList() : List.of();
        packages.forEach(one -> dependencies.declared(one.group(1), one.group(2) == null ? "" : one.group(2).strip(), citation));
        return !packages.isEmpty();
    }

    private void readEnvironment(String text, Citation citation) {
        for (String line : text.lines().map(String::strip).toList()) {
            int equals = line.indexOf('=');
            if (equals > 0 && !line.startsWith("#") && environment.possible()) {
                String name = line.substring(0, equals).replaceFirst("^export\\s+", "").strip();
                if (Hazards.steering(name)) {
                    openPoints.add("The guide sets " + name + ", which steers other programs and was not taken over (" + citation.page() + ", line " + citation.startLine() + ").");
                    continue;
                }
                String value = line.substring(equals + 1).replaceFirst("\\s+#.*$", "").strip();
                boolean several = text.lines().filter(other -> other.replaceFirst("^[^=]*=\\s*", "").strip().equals(value)).count() > 1;
                String match = values.ofVariable(name, several ? "" : value);
                environment.read(name, given.getOrDefault(match, match.isEmpty() ? shown(name, value) : ""), citation);
                if (!several) {
                    environment.alsoCalled(name, Values.placeholder(value));
                }
            }
        }
    }

    /** The value that a guide gives a variable which is the same for everybody: the address of a service, a switch; else an empty string. */
    private static String shown(String name, String value) {
        String bare = value.replaceAll("^([\"'])(.*)\\1$", "$2");
        return SHARED.matcher(name).find() && SERVICE.matcher(bare).matches() && !OWN.matcher(bare).find() || bare.matches("true|false") ? bare : "";
    }

    /** Values that were given and that no code took: they go where the application reads its environment. */
    private void readGiven(boolean found, Scripts scripts) {
        if (!found || !environment.possible()) {
            return;
        }
        for (Map.Entry<String, String> one : new TreeMap<>(given).entrySet()) {
            if (!environment.holds(one.getKey()) && !environment.carries(one.getValue())) {
                Optional<Citation> client = scripts.client(one.getKey());
                environment.given(one.getKey(), one.getValue(), client.isPresent(), client.orElseGet(() -> new Citation(page.source(), page.path(), page.title(), 1, 1)));
            }
        }
    }

    /** Commands are shown, never run: as a step where they are one of the guide's, else among what is open. */
    private void shell(Block block, String text, boolean installs) {
        List<String> lines = Hazards.commands(text, installs);
        if (lines.isEmpty() || !wish.composed().isEmpty()) {
            return;
        }
        String shown = lines.getFirst().length() > 100 ? lines.getFirst().substring(0, 100) + "..." : lines.getFirst();
        if (block.containers().stream().anyMatch(one -> one.kind() == Container.Kind.STEP)) {
            PlanStep step = new PlanStep(
                    "", PlanStep.Kind.MANUAL, "Run by hand: " + shown, "",
                    "Only a package manager's install is run for you; other commands of a documentation are yours to judge.",
                    List.of(page.cite(block)), Map.of("command", String.join("\n", lines)));
            code.add(new Draft.DraftStep(step, Draft.State.MANUAL, Map.of(), "The guide asks for it."));
        } else {
            say(block, "runs `" + shown + "`, which was not run: judge it yourself");
        }
    }

    /** A guide to a library of which no code could be placed shows calls: where they are made is the person's to say. */
    private void calls(List<Block> blocks, boolean installs, String role) {
        if (!code.isEmpty() || blocks.isEmpty() || !installs || wish.setupOnly() || !wish.composed().isEmpty()) {
            return;
        }
        Block shown = blocks.getFirst();
        CodeBlock source = Objects.requireNonNull(shown.code());
        String main = project.roles().getOrDefault(role, project.roles().getOrDefault("server", ""));
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.MANUAL, "Write by hand after \"" + page.cite(shown).heading() + "\"", main, "The guide shows the calls to use.", List.of(page.cite(shown)),
                Map.of("code", source.code(), "language", source.language()));
        code.add(new Draft.DraftStep(step, Draft.State.MANUAL, Map.of(), "Where your code makes these calls is not in the documentation."));
    }

    private void say(Block block, String what) {
        Citation citation = page.cite(block);
        openPoints.add("The guide " + what + " (" + citation.page() + ", lines " + citation.startLine() + "-" + citation.endLine() + ").");
    }

    /** @param tool the build tool that the block is for; what another than the project's does is not said */
    private void build(Block block, String tool, String text) {
        String does = project.ecosystem().equals(Set.of("maven", "gradle").contains(project.ecosystem()) ? tool : project.ecosystem()) ? Hazards.build(text) : "";
        if (!does.isEmpty()) {
            say(block, does + " here as well, which was not taken over: judge it yourself");
        }
    }

    /** What the request wants beyond any guide is said, never silently dropped. */
    private void composed(List<Draft.DraftStep> steps) {
        for (String sentence : wish.composed()) {
            PlanStep step = new PlanStep(
                    "", PlanStep.Kind.MANUAL, "Write by hand: " + sentence, project.roles().getOrDefault("root-component", ""),
                    "It follows from the project rather than from a passage; the guide shows the calls to use.",
                    List.of(new Citation(page.source(), page.path(), page.title(), 1, 1)), Map.of());
            steps.add(new Draft.DraftStep(
                    step, Draft.State.MANUAL, Map.of(), "No passage shows how; see " + page.path() + " for the calls."));
        }
    }
}
