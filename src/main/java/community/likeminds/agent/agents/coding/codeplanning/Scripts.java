package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.code.SourceCode;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Plans the script blocks of a guide: which file each belongs to, and what of it the project does not have yet. */
final class Scripts {

    /** Files that a router shows, which therefore have to export a component. */
    private static final Pattern PAGE = Pattern.compile("(?:.*/)?(?:app/(?:.*/)?(?:page|layout)|pages/(?!api/).+)\\.[jt]sx?");

    /** What an Angular application is put together from, once its start imports it. */
    private static final Pattern WIRING = Pattern.compile("(?:.*/)?app[.-](?:config|routes|routing|module)\\.ts");

    private static final Pattern READS = Pattern.compile("\\b(?:readFileSync|readFile|createReadStream)\\s*\\(\\s*['\"](\\.{1,2}/[^'\"]+)['\"]");
    private static final Pattern SERVER = Pattern.compile("(?i)\\b(?:from|on|for|in) (?:the|our) (?:server|backend)\\b|\\bserver[ -]side\\b");

    private final Page page;
    private final Wish wish;
    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;
    private final List<Snippet> snippets;
    private final Targets targets;
    private final Literals literals;
    private final NewFiles newFiles;
    private final Predicate<String> installable;
    private final Map<String, Citation> packages = new LinkedHashMap<>();
    private final Map<String, String> created = new LinkedHashMap<>();
    private final PassedOver passedOver;
    private final EarlyModules earlyModules;
    private final List<Block> variants = new ArrayList<>();
    /** Why the last edit took nothing over. */
    private List<String> reasons = List.of();

    Scripts(
            Page page, Wish wish, ProjectProfile project, Workspace files, StructuralEdits edits, DocumentedCode code, Environment environment,
            Values values, List<Snippet> snippets, Predicate<String> installable) {
        this.installable = installable;
        this.page = page;
        this.wish = wish;
        this.project = project;
        this.files = files;
        this.edits = edits;
        this.targets = new Targets(project, files);
        this.snippets = new ClientProviders(project, files, edits, code, targets).apart(snippets);
        this.literals = new Literals(project, wish, code, environment, values, page.platform().equals("node") || SERVER.matcher(wish.text()).find());
        this.newFiles = new NewFiles(project, files, code);
        this.earlyModules = new EarlyModules(snippets);
        this.passedOver = new PassedOver(wish, files);
    }

    /** Packages that the planned code imports, each with the passage that it comes from. */
    Map<String, Citation> packages() {
        return packages;
    }

    /** Where code of the guide that runs in browsers takes a given value, planned or not. */
    Optional<Citation> client(String name) {
        return literals.client(name, snippets);
    }

    /** Blocks that do what a step before them does, which is left to the person. */
    List<Block> variants() {
        return variants;
    }

    /** What of the guide found no place. */
    PassedOver passedOver() {
        return passedOver;
    }

    List<Draft.DraftStep> steps() {
        List<Draft.DraftStep> steps = new ArrayList<>();
        List<Snippet> origins = new ArrayList<>();
        Set<Snippet> superseded = new States(wish, project, targets).superseded(snippets);
        for (Snippet snippet : snippets) {
            if (superseded.contains(snippet)) {
                continue;
            }
            if (origins.stream().anyMatch(early -> steps.get(origins.indexOf(early)).state() == Draft.State.MANUAL && States.sameCalls(early, snippet))) {
                variants.add(snippet.block());
                continue;
            }
            reasons = List.of();
            Draft.DraftStep step = step(snippet);
            if (step != null && step.state() == Draft.State.ALREADY_THERE) {
                literals.standing(snippet);
            }
            if (step == null) {
                passedOver.note(snippet, placed(targets.find(snippet.code(), snippet), snippet), reasons);
            } else {
                if (step.state() == Draft.State.MANUAL && !wish.composed().isEmpty()) {
                    snippet.packages().forEach(name -> packages.putIfAbsent(name, snippet.citation()));
                } else if (step.state() != Draft.State.MANUAL) {
                    snippet.packages().stream().filter(name -> taken(step, name)).forEach(name -> packages.putIfAbsent(name, snippet.citation()));
                }
                steps.add(step);
                origins.add(snippet);
            }
        }
        List<Draft.DraftStep> kept = reachable(steps, origins);
        // What was taken back may have been all that showed another one.
        for (List<Draft.DraftStep> before = steps; !kept.equals(before); ) {
            before = kept;
            kept = reachable(kept, origins);
        }
        return kept;
    }

    /** A component that nothing imports would be dead code: it is not created but shown to the person. */
    private List<Draft.DraftStep> reachable(List<Draft.DraftStep> steps, List<Snippet> origins) {
        List<Draft.DraftStep> kept = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Draft.DraftStep step = steps.get(i);
            Snippet snippet = origins.get(i);
            String path = step.step().target();
            boolean loose = step.step().kind() == PlanStep.Kind.CREATE_FILE && step.state() == Draft.State.TO_DO && (!snippet.component().isEmpty() && !targets.loadedByConvention(path) || WIRING.matcher(path).matches())
                    && !new Presence(files).imported(path);
            if (loose) {
                files.remove(path);
                kept.add(left(snippet, new Target(path, "", step.step().why()), "Nothing in the project would show it: mount it where it belongs."));
            } else {
                kept.add(step);
            }
        }
        return kept;
    }

    /** Whether the project's texts import a package after a step, or had it all along. */
    private boolean taken(Draft.DraftStep step, String name) {
        Pattern imported = Pattern.compile("['\"]" + Pattern.quote(name) + "(?:/[^'\"]*)?['\"]");
        return step.state() == Draft.State.ALREADY_THERE
                ? project.dependencies().containsKey(name)
                : step.texts().values().stream().anyMatch(text -> imported.matcher(text).find());
    }

    private Draft.@org.jspecify.annotations.Nullable DraftStep step(Snippet snippet) {
        if (TypeReferences.only(snippet.text())) {
            return references(snippet);
        }
        if (!snippet.parts().parses() || !snippet.parts().setsUp() && !snippet.parts().wholeFile()) {
            return null;
        }
        Target target = placed(targets.find(snippet.code(), snippet), snippet);
        String hazard = Hazards.code(snippet.text());
        if (!hazard.isEmpty()) {
            return left(snippet, target, hazard);
        }
        String missing = exampleFile(snippet, target);
        if (!missing.isEmpty()) {
            return left(snippet, target, "It reads " + missing + ", which the project does not have.");
        }
        if (targets.otherRouter(snippet.code())) {
            boolean both = snippets.stream().anyMatch(other -> targets.ownRouter(other.code()));
            return both ? null : left(snippet, target, "The guide shows a file of the other router of Next; this project uses the " + targets.router() + ".");
        }
        boolean markup = snippet.parts().fragment() || !snippet.component().isEmpty() || !snippet.parts().wrappers().isEmpty()
                || !snippet.parts().leaves().isEmpty();
        if (!wish.composed().isEmpty() && markup) {
            return left(snippet, target, "The request asks for more than this example; it shows how the parts are put together.");
        }
        if (literals.settingsInCode(snippet)) {
            return left(snippet, target, "It takes values of yours, and Angular code in a browser reads no environment: put them where your project keeps its settings.");
        }
        if (!target.found()) {
            return new ClientModule(project, files, literals, newFiles, installable).plan(snippet);
        }
        if (!target.path().matches(".*\\.(?:[cm]?[jt]sx?|vue|svelte)")) {
            return null;
        }
        String own = Reach.file(target.path());
        if (!own.isEmpty()) {
            return left(snippet, target, own);
        }
        if (!files.exists(target.path())) {
            return creates(snippet, target);
        }
        boolean root = target.path().equals(project.roles().get("root-component")) || target.path().equals(project.roles().get("start-page"));
        if (wish.replaceStart() && root && !snippet.component().isEmpty()) {
            return replaces(snippet, target);
        }
        return merges(snippet, target);
    }

    /** A file of the example that the code reads when it starts, or an empty string. */
    private String exampleFile(Snippet snippet, Target target) {
        String folder = target.path().contains("/") ? target.path().substring(0, target.path().lastIndexOf('/') + 1) : "";
        return READS.matcher(snippet.text()).results().map(found -> found.group(1).replaceFirst("^\\./", ""))
                .filter(path -> !path.startsWith("../") && !files.exists(path) && !files.exists(folder + path)).findFirst().orElse("");
    }

    /** Declarations of types that the guide refers to from a file of its own. */
    private Draft.@org.jspecify.annotations.Nullable DraftStep references(Snippet snippet) {
        Target target = placed(targets.find(snippet.code(), snippet), snippet);
        if (!project.language().equals("typescript") || !target.path().endsWith(".d.ts")) {
            return null;
        }
        String before = files.exists(target.path()) ? files.text(target.path()) : "";
        String after = TypeReferences.added(before, snippet.text());
        PlanStep step = plan(before.isEmpty() ? PlanStep.Kind.CREATE_FILE : PlanStep.Kind.EDIT_FILE, (before.isEmpty() ? "Create " : "Edit ") + target.path(), target, snippet);
        if (after.equals(before)) {
            return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), "The types are referred to already.");
        }
        files.put(target.path(), after);
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(target.path(), after), "Types are referred to.");
    }

    /** A new file that the guide names without a folder lands where the guide's other files import it from. */
    private Target placed(Target target, Snippet snippet) {
        if (!target.found() || target.named().contains("/") || files.exists(target.path())) {
            return target;
        }
        String name = stem(target.path());
        for (Snippet other : snippets) {
            Target importer = other.equals(snippet) ? Target.NONE : targets.find(other.code(), other);
            for (SourceCode.ImportedName one : other.parts().imports()) {
                if (one.module().startsWith(".") && stem(one.module()).equals(name) && files.exists(importer.path())) {
                    String module = resolved(one.module(), importer.path());
                    String path = module.substring(0, module.lastIndexOf('/') + 1) + target.path().substring(target.path().lastIndexOf('/') + 1);
                    return new Target(path, target.named(), "The guide's " + target.named() + " is imported by " + importer.path() + " as " + one.module() + ".");
                }
            }
        }
        return target;
    }

    private static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.\\w+$", "");
    }

    private Draft.DraftStep left(Snippet snippet, Target target, String why) {
        String heading = snippet.citation().heading();
        return new Draft.DraftStep(
                plan(PlanStep.Kind.MANUAL, "Write by hand after \"" + heading + "\"", target, snippet), Draft.State.MANUAL, Map.of(), why);
    }

    private Draft.@org.jspecify.annotations.Nullable DraftStep creates(Snippet snippet, Target target) {
        boolean early = earlyModules.is(snippet, target);
        boolean complete = snippet.parts().wholeFile() || snippet.parts().exportsConfig() || early;
        if (!complete || snippet.code().file() == null) {
            return new ClientModule(project, files, literals, newFiles, installable).plan(snippet);
        }
        if (!wish.composed().isEmpty() && !snippet.parts().exportsConfig() && snippet.parts().made().stream().noneMatch(SnippetParts.Made::isExported)) {
            return left(snippet, target, "The request asks for more than this example; it shows the calls.");
        }
        if (wish.setupOnly() && !snippet.component().isEmpty() && snippet.parts().wrappers().isEmpty()) {
            return null;
        }
        if (PAGE.matcher(target.path()).matches() && snippet.component().isEmpty()) {
            return left(snippet, target, "The guide shows a part of " + target.path() + ", which the project does not have.");
        }
        if (snippet.parts().rendersApplication() && !project.roles().containsKey("entry")) {
            return left(snippet, target, "The guide starts the application itself, which " + project.framework() + " does here: what " + target.named()
                    + " sets up belongs where your pages share it.");
        }
        String text = literals.replaced(snippet, target.path(), "", fresh(snippet, target));
        files.put(target.path(), text);
        created.put(target.named(), target.path());
        if (early) {
            earlyModules.made(target);
        }
        return new Draft.DraftStep(
                plan(PlanStep.Kind.CREATE_FILE, "Create " + target.path(), target, snippet), Draft.State.TO_DO, Map.of(target.path(), text),
                "The file is new.");
    }

    private Draft.DraftStep replaces(Snippet snippet, Target target) {
        String text = literals.replaced(snippet, target.path(), "", fresh(snippet, target));
        PlanStep step = plan(PlanStep.Kind.EDIT_FILE, "Replace the start page " + target.path(), target, snippet);
        if (text.equals(files.text(target.path()))) {
            return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), "It is replaced already.");
        }
        files.put(target.path(), text);
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(target.path(), text), "The request asks for the start page to be replaced.");
    }

    private String fresh(Snippet snippet, Target target) {
        String bare = target.named().isEmpty() ? snippet.text()
                : snippet.text().replaceFirst("\\A\\s*(?://|/\\*)[^\\n]*" + Pattern.quote(target.named()) + "[ \\t]*(?:\\*/)?[ \\t]*\\n", "");
        String code = Relocation.adapt(bare, target.named(), target.path(), path -> targets.named(path).path());
        return newFiles.adapted(code, snippet.code().language(), target.path());
    }

    private Draft.@org.jspecify.annotations.Nullable DraftStep merges(Snippet snippet, Target target) {
        String before = files.text(target.path());
        Presence presence = new Presence(files, snippet.packages());
        if (snippet.parts().wholeFile() && !target.named().isEmpty() && !project.roles().containsValue(target.path()) && stands(snippet, target, before)) {
            // What an earlier run created is the guide's as well.
            created.put(target.named(), target.path());
        }
        if (earlyModules.is(snippet, target)) {
            earlyModules.made(target);
        }
        List<String> elsewhere = presence.elsewhere(snippet.marks(), target.path());
        PlanStep step = plan(PlanStep.Kind.EDIT_FILE, "Edit " + target.path(), target, snippet);
        if (!snippet.marks().isEmpty() && presence.anywhere(snippet.marks()) && snippet.packages().stream().allMatch(presence::used)) {
            return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), "The project has it: " + String.join(", ", snippet.marks()) + ".");
        }
        String loading = earlyModules.first(before, snippet, target);
        StructuralEdits.Edit without = edits.removeMarked(target.path(), loading, snippet.code().code(), snippet.code().removed());
        StructuralEdits.Edit merged = edits.merge(new StructuralEdits.MergeRequest(
                target.path(), without.text(), snippet.text(), snippet.code().language(), StructuralEdits.Mode.SETUP, owned(snippet, target),
                elsewhere).withContext(context(snippet)).withWanted(wanted(snippet)));
        StructuralEdits.Edit edit = merged.after(without);
        InlineInstances.Joined joined = InlineInstances.join(snippet, before, edit.text());
        String conflict = edit.conflict() == null && !joined.conflict().isEmpty() ? joined.conflict() : edit.conflict();
        if (conflict != null) {
            return new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.MANUAL, step.title(), step.target(), step.why(), step.citations(), step.details()),
                    Draft.State.MANUAL, Map.of(), conflict);
        }
        if (!edit.changed() && loading.equals(before)) {
            if (edit.satisfied().isEmpty() && stands(snippet, target, before)) {
                passedOver.notePartly(snippet, target, edit.leftOut());
                return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), "It stands in " + target.path() + " already.");
            }
            if (edit.satisfied().isEmpty()) {
                reasons = edit.leftOut();
                return null;
            }
            passedOver.noteStanding(snippet, target, edit.leftOut());
            return new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), String.join(" ", edit.satisfied()));
        }
        String text = literals.replaced(snippet, target.path(), before, joined.text());
        files.put(target.path(), text);
        passedOver.notePartly(snippet, target, edit.leftOut());
        String first = loading.equals(before) ? "" : "What has to come first is loaded first. ";
        return new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(target.path(), text), (first + String.join(" ", edit.changes())).strip());
    }

    /** Whether a file is what the snippet shows, or imports everything that the snippet imports from packages. */
    private boolean stands(Snippet snippet, Target target, String text) {
        List<SourceCode.ImportedName> imports = snippet.parts().imports().stream()
                .filter(one -> one.name().isEmpty() ? !one.module().startsWith(".") : !Snippet.framework(Snippet.packageOf(one.module()))).toList();
        boolean imported = !imports.isEmpty() && imports.stream().allMatch(one -> Pattern.compile("['\"]" + Pattern.quote(one.module()) + "['\"]").matcher(text).find()
                && (one.name().isEmpty() || Set.of("*", "default").contains(one.name()) || Pattern.compile("(?<![\\w$])" + Pattern.quote(one.name()) + "(?![\\w$])").matcher(text).find()));
        return imported || snippet.parts().placeholders().isEmpty() && fresh(snippet, target).equals(text);
    }

    /** Packages and modules whose names count as the SDK's own in a snippet. */
    private List<String> owned(Snippet snippet, Target target) {
        Set<String> names = new LinkedHashSet<>(snippet.packages());
        snippets.forEach(other -> names.addAll(other.packages()));
        names.addAll(AngularStart.modules(snippet, files.text(target.path())));
        for (SourceCode.ImportedName one : snippet.parts().imports()) {
            if (one.module().startsWith(".") && createdByGuide(one.module(), target)) {
                names.add(one.module());
            }
        }
        return List.copyOf(names);
    }

    private boolean createdByGuide(String specifier, Target target) {
        String named = resolved(specifier, target.named().isEmpty() ? target.path() : target.named());
        String placed = resolved(specifier, target.path());
        return created.entrySet().stream().anyMatch(one -> same(one.getKey(), named) || same(one.getValue(), placed));
    }

    private static boolean same(String file, String module) {
        return file.equals(module) || file.replaceFirst("\\.\\w+$", "").equals(module);
    }

    /** The path that a relative specifier means in a file. */
    private static String resolved(String specifier, String file) {
        java.nio.file.Path folder = java.nio.file.Path.of(file).getParent();
        return (folder == null ? java.nio.file.Path.of(specifier) : folder.resolve(specifier)).normalize().toString().replace('\\', '/');
    }

    /** Names of instances that later blocks of the guide use. */
    private List<String> wanted(Snippet snippet) {
        List<String> wanted = new ArrayList<>();
        for (SnippetParts.Made made : snippet.parts().made()) {
            Pattern used = Pattern.compile("\\b" + Pattern.quote(made.name()) + "\\b");
            if (snippets.stream().anyMatch(later -> later.position() > snippet.position() && later.takesPlace() && used.matcher(later.text()).find())) {
                wanted.add(made.name());
            }
        }
        return wanted;
    }

    /** Code that the guide showed before: the snippet takes its imports for granted. */
    private String context(Snippet snippet) {
        StringBuilder context = new StringBuilder();
        for (Snippet earlier : snippets) {
            if (earlier.position() < snippet.position()) {
                context.append(earlier.code().code()).append('\n');
            }
        }
        return context.toString();
    }

    private PlanStep plan(PlanStep.Kind kind, String title, Target target, Snippet snippet) {
        return new PlanStep(
                "", kind, title, target.path(), target.why(), List.of(snippet.citation()),
                Map.of("code", snippet.code().code(), "language", snippet.code().language(), "page", page.path()));
    }
}
