package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;

/** Plans blocks of JSON, YAML, properties and style sheets. */
final class ConfigurationFiles {

    /** Properties whose value the documentation leaves out. */
    private static final Pattern ELIDED = Pattern.compile("(?m)^[^#\\n=]+=\\s*(?:\\.{3}|\u2026)?\\s*\\n?$|^#[^\\n]*(?:[Oo]ptional|user-defined)[^\\n]*\\n?");

    /** What the files of build servers and of containers begin with. */
    private static final Pattern PIPELINE = Pattern.compile("(?m)^(?:jobs|on|stages|pipelines|steps|apiVersion|services|version|pool|trigger):");

    private static final Pattern EXAMPLE = Pattern.compile("\\b(?:for example|e\\.g\\.|an example)\\W*$", Pattern.CASE_INSENSITIVE);

    private final ProjectProfile project;
    private final Workspace files;
    private final StructuralEdits edits;
    private final boolean composed;
    private final Settings settings;

    /**
     * @param settings fills in what an application's settings leave open
     * @param composed whether the request needs logic of its own, so that example files are not wanted
     */
    ConfigurationFiles(ProjectProfile project, Workspace files, StructuralEdits edits, Settings settings, boolean composed) {
        this.settings = settings;
        this.composed = composed;
        this.project = project;
        this.files = files;
        this.edits = edits;
    }

    /** The step of a block, or nothing when the block is an illustration. */
    Optional<Draft.DraftStep> plan(Page page, Block block) {
        CodeBlock code = Objects.requireNonNull(block.code());
        Role role = Role.of(block);
        Target target = target(code, role);
        if (!target.found()) {
            return Optional.empty();
        }
        String path = target.path();
        String own = Reach.file(path);
        if (!own.isEmpty()) {
            return Optional.of(left(page, block, target, own));
        }
        if (!files.exists(path)) {
            boolean open = code.code().contains("...") || code.code().contains("{{") || code.code().contains("YOUR_");
            if (open && role != Role.PROPERTIES || path.endsWith("package.json") || composed) {
                return Optional.empty();
            }
            files.put(path, ended(code.code()));
            return Optional.of(new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.CREATE_FILE, "Create " + path, path, target.why(), List.of(page.cite(block)), Map.of()),
                    Draft.State.TO_DO, Map.of(path, ended(code.code())), "The file is new."));
        }
        boolean ofApplication = path.equals(project.roles().get("application-config"));
        if (ofApplication && EXAMPLE.matcher(Scope.proseBefore(page, page.blocks().indexOf(block))).find()) {
            return Optional.of(left(page, block, target, "The guide shows them as an example: which of them are wanted is yours to say."));
        }
        StructuralEdits.Edit edit = merged(path, ofApplication ? settings.filledIn(ELIDED.matcher(code.code()).replaceAll("")) : code.code(), role);
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.EDIT_FILE, "Edit " + path, path, target.why(), List.of(page.cite(block)), Map.of("code", code.code()));
        String conflict = edit.conflict();
        if (conflict != null) {
            return Optional.of(new Draft.DraftStep(
                    new PlanStep("", PlanStep.Kind.MANUAL, step.title(), path, step.why(), step.citations(), step.details()),
                    Draft.State.MANUAL, Map.of(), conflict));
        }
        String outOfReach = path.endsWith("package.json") && edit.changed() ? Reach.manifest(files.text(path), edit.text()) : "";
        if (!outOfReach.isEmpty()) {
            return Optional.of(left(page, block, target, outOfReach));
        }
        if (!edit.changed()) {
            return Optional.of(new Draft.DraftStep(step, Draft.State.ALREADY_THERE, Map.of(), "Everything of it stands there already."));
        }
        files.put(path, edit.text());
        return Optional.of(new Draft.DraftStep(step, Draft.State.TO_DO, Map.of(path, edit.text()), String.join(" ", edit.changes())));
    }

    private Draft.DraftStep left(Page page, Block block, Target target, String why) {
        return new Draft.DraftStep(
                new PlanStep(
                        "", PlanStep.Kind.MANUAL, "Edit " + target.path() + " by hand", target.path(), target.why(), List.of(page.cite(block)),
                        Map.of("code", Objects.requireNonNull(block.code()).code())),
                Draft.State.MANUAL, Map.of(), why);
    }

    private StructuralEdits.Edit merged(String path, String snippet, Role role) {
        String text = files.text(path);
        String settled = role == Role.PROPERTIES ? ELIDED.matcher(snippet).replaceAll("") : snippet;
        if (path.endsWith(".yml") || path.endsWith(".yaml")) {
            return edits.mergeYaml(text, settled);
        }
        if (path.endsWith(".properties")) {
            return edits.mergeProperties(text, settled);
        }
        if (path.endsWith(".json") && role == Role.JSON) {
            return edits.mergeJson(text, snippet);
        }
        if (role == Role.STYLE) {
            return edits.merge(new StructuralEdits.MergeRequest(path, text, snippet, "css", StructuralEdits.Mode.EVERYTHING, List.of(), List.of()));
        }
        return text.contains(snippet.strip())
                ? new StructuralEdits.Edit(text, List.of(), List.of(), null)
                : new StructuralEdits.Edit(text, List.of(), List.of(), path + " exists; add the guide's lines where they fit.");
    }

    private Target target(CodeBlock code, Role role) {
        Targets targets = new Targets(project, files);
        String configuration = project.roles().getOrDefault("application-config", "");
        boolean spring = role == Role.PROPERTIES || role == Role.YAML && !PIPELINE.matcher(code.code()).find();
        if (spring && !configuration.isEmpty()
                && (code.files().isEmpty() || code.files().stream().anyMatch(hint -> hint.path().matches(".*application(?:-\\w+)?\\.(?:properties|ya?ml)")))) {
            return new Target(configuration, "", "The application's settings stand in " + configuration + ".");
        }
        FileHint hint = code.file();
        if (hint == null || role == Role.PROPERTIES) {
            return Target.NONE;
        }
        if (hint.origin() == FileHint.Origin.PROSE && !files.exists(targets.named(hint.path()).path()) && code.files().size() > 1) {
            return Target.NONE;
        }
        boolean agrees = switch (role) {
            case JSON -> hint.path().endsWith(".json");
            case YAML -> hint.path().matches(".*\\.ya?ml");
            case STYLE -> hint.path().matches(".*\\.(?:css|scss|less)");
            default -> false;
        };
        return agrees ? targets.named(hint.path()) : Target.NONE;
    }

    private static String ended(String code) {
        return code.endsWith("\n") ? code : code + "\n";
    }
}
