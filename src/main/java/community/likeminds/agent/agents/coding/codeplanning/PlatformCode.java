package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Plans code of platforms that are built by tools of their own. Only files that the project has are edited; what lacks a place, a value or
 * an import is shown to the person with its passage.
 */
final class PlatformCode {

    /** So many passages are shown; who needs more reads the page. */
    private static final int MOST_LEFT = 5;

    private static final Map<String, Set<String>> LANGUAGES = Map.of(
            "gradle", Set.of("kotlin", "kt", "kts", "groovy", "gradle", "xml", "toml"),
            "maven", Set.of("kotlin", "kt"),
            "pub", Set.of("dart", "xml", "plist"),
            "cocoapods", Set.of("swift", "xml", "plist"),
            "swiftpm", Set.of("swift", "xml", "plist"),
            "python", Set.of("python", "py", "html", "toml"),
            "gem", Set.of("ruby", "rb"),
            "go", Set.of("go", "golang"));
    /** How code reads a variable of the environment where that is what it commonly does. */
    private static final Map<String, String> READS = Map.of("python", "os.environ[\"%s\"]", "gem", "ENV.fetch(\"%s\")", "go", "os.Getenv(\"%s\")");

    private static final Pattern READ = Pattern.compile("(?:\\bos\\.(?:environ(?:\\.get\\(|\\[)|(?:getenv|Getenv|LookupEnv)\\()|\\bENV(?:\\.fetch\\(|\\[))\\s*$");
    /** Calls that do not return while a server runs. */
    static final Pattern SERVES = Pattern.compile("\\b(?:http\\.(?:ListenAndServe(?:TLS)?|Serve)|uvicorn\\.run|app\\.run|web\\.run_app)\\([^\\n]*");

    private static final Pattern GO_IMPORT = Pattern.compile("import[ \\t]+(?:\\w+[ \\t]+)?(\"[\\w./-]+\")");
    /** Something of the reader's own that is made or called, which is no value. */
    private static final Pattern CALL = Pattern.compile("[\\w.]+\\(\\)[,;]?");

    private static final Pattern SOURCES = Pattern.compile("\\brepositories\\s*\\{|^\\s*source\\s+['\"]http|--(?:extra-)?index-url|\\bmavenLocal\\b", Pattern.MULTILINE);
    private static final Pattern GROOVY = Pattern.compile("'[^'\\n]*'|^\\s*[a-z]\\w+\\s+(?:true|false|\\d+)\\s*$", Pattern.MULTILINE);

    private final Page page;
    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;
    private final DocumentedCode documented;
    private final PlatformTargets targets;
    private final PlatformSnippets snippets;
    private final Values values;
    private final List<String> openPoints;
    private final String product;
    private int left;

    PlatformCode(
            Page page, ProjectProfile project, Workspace files, StructuralEdits edits, DocumentedCode documented, GuideFinder finder, Set<String> packages,
            Values values, List<String> openPoints) {
        this.values = values;
        this.openPoints = openPoints;
        this.product = packages.stream().findFirst().map(PlatformCode::product).orElse("");
        this.page = page;
        this.project = project;
        this.files = files;
        this.edits = edits;
        this.documented = documented;
        this.targets = new PlatformTargets(project, files);
        this.snippets = new PlatformSnippets(project, files, finder, packages);
    }

    /** The name of what a package is about: neither the platform that it is for nor the host that it comes from. */
    static String product(String name) {
        String path = name.replaceFirst("^.*:", "").replaceFirst("^[\\w-]+(?:\\.[\\w-]+)+/(?:[^/]+/(?=[^/]))?", "").replaceFirst("[/\\[@].*", "");
        return path.replaceFirst("(?i)^(?:django|flask|fastapi|python|py|rails|ruby|go|golang|flutter)[-_](?=\\w)", "").replaceFirst("[-_.].*", "");
    }

    /** Whether a block is for a file of its kind that the project does not have. */
    static boolean absent(CodeBlock code, Workspace files) {
        String file = PlatformTargets.FILES.getOrDefault(code.language(), "");
        return !file.isEmpty() && files.paths().stream().noneMatch(path -> path.equals(file) || path.endsWith("/" + file));
    }

    /** Whether a block is written in a language of the project. */
    static boolean speaks(ProjectProfile project, CodeBlock code) {
        // On a server, XML and build files beside the code are pieces of what a library reads, not of the project.
        if (PlatformTargets.FILES.containsKey(code.language())) {
            return true;
        }
        boolean otherLanguage = project.framework().equals("java") && code.language().startsWith("k") && !project.language().equals("kotlin");
        boolean mobile = !otherLanguage && (project.framework().equals("android") || !Set.of("gradle", "maven").contains(project.ecosystem()) || code.language().startsWith("k"));
        boolean server = !mobile && code.language().equals("xml") && Set.of("gradle", "maven").contains(project.ecosystem());
        return server && XmlConfiguration.is(code.code()) || mobile && LANGUAGES.getOrDefault(project.ecosystem(), Set.of()).contains(code.language());
    }

    /** The steps of blocks that {@link #speaks} holds for, in their order. */
    List<Draft.DraftStep> steps(List<Block> blocks) {
        List<Draft.DraftStep> steps = new ArrayList<>();
        for (Block block : blocks) {
            if (broughtBy(blocks, block)) {
                continue;
            }
            Draft.DraftStep step = step(block, Snippet.kept(Objects.requireNonNull(block.code())));
            if (step.state() != Draft.State.MANUAL || ++left <= MOST_LEFT) {
                steps.add(step);
            }
            String path = step.step().target();
            if (step.state() != Draft.State.MANUAL && leavesOut(Objects.requireNonNull(block.code()).code(), path)) {
                steps.add(left(block, new Target(path, "", step.step().why()), "Of the guide's program only the set-up was taken over: how your own handlers use it is yours to write."));
            }
        }
        return steps;
    }

    /** Whether a block is a Go import alone, of what another block imports where it uses it. */
    private static boolean broughtBy(List<Block> blocks, Block block) {
        Matcher imported = GO_IMPORT.matcher(Objects.requireNonNull(block.code()).code().strip());
        return imported.matches() && blocks.stream().anyMatch(other -> other != block && Objects.requireNonNull(other.code()).code().contains("\n")
                && Objects.requireNonNull(other.code()).code().contains(imported.group(1)));
    }

    /** Whether a guide's program puts the package to use in ways that are the project's to decide. */
    private boolean leavesOut(String code, String path) {
        return path.endsWith(".go") && new GoProgram(code, files.text(path), project.dependencies()).left()
                || path.endsWith(".py") && new PythonProgram(code, files.text(path)).left();
    }

    /** Whether the code is a whole program, of which the set-up alone is taken over. */
    private boolean program(String code, String path) {
        return path.endsWith(".go") && !new GoProgram(code, files.text(path), project.dependencies()).adapted().isEmpty()
                || path.endsWith(".py") && !new PythonProgram(code, files.text(path)).adapted().equals(code);
    }

    private Draft.DraftStep step(Block block, CodeBlock kept) {
        CodeBlock code = withoutName(kept);
        Target target = configuration(kept)
                ? XmlConfiguration.file(code.code(), files).map(path -> new Target(path, "", "The code is a piece of what " + path + " configures.")).orElse(Target.NONE)
                : start(code) ? targets.role("main-class", "") : targets.find(code, block.heading() + "\n" + Scope.proseBefore(page, page.blocks().indexOf(block)));
        boolean xml = configuration(code);
        if (!target.found() || xml && !files.exists(target.path())) {
            return left(block, target, xml ? "The project has no file of its own for it: whether it gets one is yours to say." : "Where it belongs in this project is not said.");
        }
        String own = Reach.file(target.path());
        if (!own.isEmpty()) {
            return left(block, target, own);
        }
        String hazard = Hazards.code(code.code());
        if (!hazard.isEmpty()) {
            return left(block, target, hazard);
        }
        if (SOURCES.matcher(code.code()).find()) {
            return left(block, target, "It decides where packages come from, so it is yours to write.");
        }
        if (target.path().endsWith(".kts") && GROOVY.matcher(code.code()).find()) {
            return left(block, target, "The guide writes Groovy, " + target.path() + " is Kotlin.");
        }
        if (start(code)) {
            return started(block, target, code);
        }
        Matcher serves = SERVES.matcher(code.code());
        boolean program = program(code.code(), target.path());
        while (!program && serves.find()) {
            String call = serves.group().substring(0, serves.group().indexOf('('));
            if (files.text(target.path()).contains(call + "(") && !files.text(target.path()).contains(serves.group())) {
                return left(block, target, target.path() + " starts its server with " + call + " already, with other arguments; it can be started once.");
            }
        }
        List<SnippetParts.Literal> placeholders = placeholders(code);
        List<String> open = placeholders.stream().map(SnippetParts.Literal::text).distinct().toList();
        if (!files.exists(target.path())) {
            return created(block, target, open.isEmpty() || !READS.containsKey(project.ecosystem()) ? code : read(code, placeholders, target.path(), READS.getOrDefault(project.ecosystem(), "%s")));
        }
        if (!open.isEmpty() && READS.containsKey(project.ecosystem())) {
            return merged(block, target, snippets.adapt(read(code, placeholders, target.path(), READS.getOrDefault(project.ecosystem(), "%s")), target.path()));
        }
        if (!open.isEmpty()) {
            return left(block, target, "It needs values that are yours, and keys do not belong into code: " + String.join(", ", open) + ".");
        }
        PlatformSnippets.Adapted adapted = xml ? new PlatformSnippets.Adapted(files.text(target.path()), XmlConfiguration.withoutExamples(code.code()), "") : snippets.adapt(code, target.path());
        return merged(block, target, adapted);
    }

    /** Whether code is XML that a server of the JVM reads. */
    private boolean configuration(CodeBlock code) {
        return code.language().equals("xml") && Set.of("gradle", "maven").contains(project.ecosystem()) && !project.framework().equals("android") && XmlConfiguration.is(code.code());
    }

    /** Whether code is a program that starts an SDK, in the language of the project's own. */
    boolean start(CodeBlock code) {
        String main = project.roles().getOrDefault("main-class", "");
        boolean same = code.language().startsWith("k") ? main.endsWith(".kt") : code.language().equals("java") && main.endsWith(".java");
        return same && !Set.of("android", "spring-boot").contains(project.framework()) && ProgramStart.is(code.code());
    }

    private Draft.DraftStep started(Block block, Target target, CodeBlock code) {
        List<SnippetParts.Literal> placeholders = placeholders(code);
        CodeBlock settled = placeholders.isEmpty() ? code : read(code, placeholders, target.path(), "System.getenv(\"%s\")");
        String adapted = ProgramStart.adapted(settled.code(), files.text(target.path()));
        return merged(block, target, new PlatformSnippets.Adapted(files.text(target.path()), adapted, adapted.isEmpty() ? "Where your program begins cannot be told." : ""));
    }

    private List<SnippetParts.Literal> placeholders(CodeBlock code) {
        return documented.describe(code.code(), code.language(), List.of()).placeholders().stream()
                .filter(one -> !CALL.matcher(one.text()).matches() && !isRead(code.code(), one)).toList();
    }

    /** Whether a literal names a variable of the environment that the code reads; it is no placeholder then, but has to be set. */
    private boolean isRead(String code, SnippetParts.Literal literal) {
        boolean read = READ.matcher(code.substring(0, literal.start())).find();
        String point = "Set " + literal.text() + " in the environment of the application.";
        if (read && !openPoints.contains(point)) {
            openPoints.add(point);
        }
        return read;
    }

    /** The code with its placeholders read from the environment, and what it takes to read it. */
    private CodeBlock read(CodeBlock code, List<SnippetParts.Literal> placeholders, String path, String reads) {
        Map<String, String> expressions = new LinkedHashMap<>();
        for (SnippetParts.Literal one : placeholders) {
            String about = one.about().substring(one.about().lastIndexOf('.') + 1);
            String matched = values.match(about, one.text());
            String known = matched.isEmpty() ? values.onlyKey(about) : matched;
            String name = known.isEmpty() ? Values.name(product, about, one.text()) : known;
            expressions.put(one.text(), reads.formatted(name));
            String said = "Set " + name + " in the environment of the application.";
            if (!openPoints.contains(said)) {
                openPoints.add(said);
            }
        }
        String text = documented.replaceLiterals(code.code(), code.language(), expressions);
        String needed = text.equals(code.code()) || (files.text(path) + code.code()).matches("(?s).*(?:\\bimport os\\b|\"os\").*") ? "" : switch (project.ecosystem()) {
            case "python" -> "import os\n";
            case "go" -> "import \"os\"\n\n";
            default -> "";
        };
        return new CodeBlock(code.language(), needed + text, code.metadata(), code.files(), code.highlighted(), code.removed());
    }

    /** The code without a first line that says only which file it is. */
    private static CodeBlock withoutName(CodeBlock code) {
        boolean named = code.files().stream().anyMatch(hint -> hint.origin() == FileHint.Origin.COMMENT
                && code.code().matches("(?s)\\s*(?:#|//)\\s*" + Pattern.quote(hint.path()) + "[ \\t]*\\n.*"));
        return named ? new CodeBlock(code.language(), code.code().strip().replaceFirst("^[^\\n]*\\n", ""), code.metadata(), code.files(), code.highlighted(), code.removed()) : code;
    }

    /** A file that the platform loads by its place alone. */
    private Draft.DraftStep created(Block block, Target target, CodeBlock code) {
        String text = code.code().strip() + "\n";
        files.put(target.path(), text);
        return new Draft.DraftStep(plan(PlanStep.Kind.CREATE_FILE, "Create " + target.path(), block, target), Draft.State.TO_DO, Map.of(target.path(), text), "The file is new.");
    }

    private Draft.DraftStep merged(Block block, Target target, PlatformSnippets.Adapted adapted) {
        if (!adapted.open().isEmpty()) {
            return left(block, target, adapted.open());
        }
        String path = target.path();
        CodeBlock code = Objects.requireNonNull(block.code());
        StructuralEdits.Edit without = edits.removeMarked(path, adapted.target(), code.code(), code.removed());
        StructuralEdits.Edit edit = edits.merge(new StructuralEdits.MergeRequest(
                path, without.text(), adapted.snippet(), code.language(), StructuralEdits.Mode.EVERYTHING, List.of(), List.of())).after(without);
        String conflict = edit.conflict();
        if (conflict != null) {
            return left(block, target, conflict);
        }
        PlanStep step = plan(PlanStep.Kind.EDIT_FILE, "Edit " + path, block, target);
        if (!edit.changed()) {
            return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), "Everything of it stands there already.");
        }
        files.put(path, edit.text());
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(path, edit.text()), String.join(" ", edit.changes()));
    }

    private Draft.DraftStep left(Block block, Target target, String why) {
        return new Draft.DraftStep(
                plan(PlanStep.Kind.MANUAL, "Write by hand after \"" + page.cite(block).heading() + "\"", block, target), Draft.State.MANUAL, Map.of(), why);
    }

    private PlanStep plan(PlanStep.Kind kind, String title, Block block, Target target) {
        CodeBlock code = Objects.requireNonNull(block.code());
        return new PlanStep("", kind, title, target.path(), target.why(), List.of(page.cite(block)), Map.of("code", code.code(), "language", code.language()));
    }
}
