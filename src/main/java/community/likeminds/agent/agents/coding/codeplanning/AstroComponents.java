package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.FileHint;
import community.likeminds.agent.processors.docs.Page;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Components and layouts that a guide shows for Astro: nothing here writes them, so that each is the person's step until it stands in its file. */
final class AstroComponents {

    /** What a guide repeats of a document around the lines that matter. */
    private static final Pattern AROUND = Pattern.compile(
            "(?i)-{3}|(?://|/\\*|<!--).*|\\.{3}|…|\\{/\\*.*|<!doctype.*|</?(?:html|head|body|slot|style)\\b[^>]*>|</?script\\b(?![^>]*\\bsrc\\b)[^>]*>|<meta\\b.*|<title>.*");

    private final Page page;
    private final Wish wish;
    private final ProjectProfile project;
    private final Workspace files;

    AstroComponents(Page page, Wish wish, ProjectProfile project, Workspace files) {
        this.page = page;
        this.wish = wish;
        this.project = project;
        this.files = files;
    }

    /** Whether a block shows a file that only Astro reads, whatever language it is said to be. */
    boolean shows(CodeBlock code) {
        FileHint hint = code.file();
        return hint != null && project.framework().equals("astro") && hint.path().endsWith(".astro");
    }

    /** Whether a block only shows on a page of its own how the SDK is used, which the set-up does without. */
    boolean example(CodeBlock code) {
        String path = Objects.requireNonNull(code.file()).path();
        return wish.setupOnly() && path.matches("(?:.*/)?pages/.*") && !files.exists(target(code).path());
    }

    /** The step for the person, or nothing where the project has what the block shows. */
    Optional<Draft.DraftStep> step(Block block) {
        CodeBlock code = Objects.requireNonNull(block.code());
        Target target = target(code);
        if (files.exists(target.path()) && stands(code.code(), files.text(target.path()))) {
            return Optional.empty();
        }
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.MANUAL, (files.exists(target.path()) ? "Edit " : "Create ") + target.path() + " by hand", target.path(), target.why(),
                List.of(page.cite(block)), Map.of("code", code.code(), "language", code.language(), "page", page.path()));
        return Optional.of(new Draft.DraftStep(step, Draft.State.MANUAL, Map.of(), "Components of Astro are not written for you: put the guide's part where your own have it."));
    }

    private Target target(CodeBlock code) {
        return new Targets(project, files).named(Objects.requireNonNull(code.file()).path());
    }

    /** Whether every line that matters stands in a file, however it is indented. */
    private static boolean stands(String code, String text) {
        List<String> has = text.lines().map(AstroComponents::bare).toList();
        Predicate<String> missing = line -> !line.isEmpty() && !AROUND.matcher(line).matches() && !has.contains(line);
        return code.lines().map(AstroComponents::bare).noneMatch(missing);
    }

    private static String bare(String line) {
        return line.strip().replaceFirst(";$", "").replace('"', '\'');
    }
}
