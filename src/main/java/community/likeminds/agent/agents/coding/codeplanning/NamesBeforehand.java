package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Missing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks the names of a plan up in the packages that are installed already, before anything is edited: the published package is the judge. */
final class NamesBeforehand {

    private final IntegrationValidator validator;
    private final ProjectProfile project;
    private final AssumedVersions versions;

    NamesBeforehand(IntegrationValidator validator, ProjectProfile project) {
        this.validator = validator;
        this.project = project;
        this.versions = new AssumedVersions(Path.of(project.root()), project.app());
    }

    /**
     * The draft of a page, with names that the installed packages decide put right, and what uses other unknown names left to the person.
     *
     * @param drafting makes the draft of a page
     */
    Draft judged(Page page, Function<Page, Draft> drafting) {
        Draft draft = drafting.apply(page);
        List<String> installed = draft.packages().stream().filter(name -> versions.installed(name).isPresent()).sorted().toList();
        if (!project.ecosystem().equals("npm") || installed.isEmpty()) {
            return draft;
        }
        List<Missing> missing = missing(draft, installed);
        if (missing.isEmpty()) {
            return draft;
        }
        String package_ = said(installed);
        Set<String> findings = new LinkedHashSet<>();
        List<Draft.DraftStep> left = new ArrayList<>();
        List<Block> blocks = new ArrayList<>();
        for (Block block : page.blocks()) {
            Block judged = block;
            for (Missing one : missing) {
                Matcher used = pattern(one).matcher(judged.text());
                if (block.kind() != Block.Kind.CODE || Role.of(block) != Role.SCRIPT || !used.find()) {
                    continue;
                }
                String where = page.path() + ", lines " + block.lines().start() + "-" + block.lines().end();
                if (one.unambiguous() && !one.candidates().isEmpty()) {
                    judged = with(judged, used.replaceAll(found -> Matcher.quoteReplacement(found.group(1) + one.candidates().getFirst())));
                    findings.add("The documentation (" + where + ") says " + one.symbol() + ", " + package_ + " has " + one.candidates().getFirst() + " instead: the plan uses that.");
                } else {
                    String nearest = one.candidates().isEmpty() ? "." : "; the nearest names are " + String.join(", ", one.candidates()) + ".";
                    findings.add("The documentation (" + where + ") says " + one.symbol() + ", which " + package_ + " does not have" + nearest);
                    left.add(left(page, block, "It uses " + one.symbol() + ", which " + package_ + " does not have" + nearest));
                    judged = null;
                    break;
                }
            }
            if (judged != null) {
                blocks.add(judged);
            }
        }
        return findings.isEmpty() ? draft : with(drafting.apply(with(page, blocks)), left, findings);
    }

    private List<Missing> missing(Draft draft, List<String> installed) {
        Map<String, String> texts = new LinkedHashMap<>();
        draft.steps().forEach(step -> texts.putAll(step.texts()));
        texts.keySet().removeIf(path -> !path.matches(".*\\.(?:[cm]?[jt]sx?|vue|svelte)"));
        return validator.symbols(new IntegrationValidator.Project(Path.of(project.root()), project.app(), project.ecosystem(), project.packageManager(), Map.of()), texts, installed).missing();
    }

    private String said(List<String> installed) {
        return String.join(" and ", installed.stream().map(name -> name + " " + versions.installed(name).orElse("")).toList());
    }

    /** Where a name is used: after what it belongs to, or on its own. */
    private static Pattern pattern(Missing one) {
        String owner = one.symbol().contains(".") ? "(?:(?<![\\w$])" + Pattern.quote(one.symbol().substring(0, one.symbol().lastIndexOf('.'))) + "\\s*\\.\\s*|\\.\\s*(?=" + Pattern.quote(one.wrong()) + "\\s*\\())" : "(?<![\\w$.])";
        return Pattern.compile("(" + owner + ")" + Pattern.quote(one.wrong()) + "(?![\\w$])");
    }

    private static Block with(Block block, String text) {
        CodeBlock code = Objects.requireNonNull(block.code());
        return new Block(
                block.kind(), text, block.lines(), block.level(), block.headings(), block.containers(),
                new CodeBlock(code.language(), text, code.metadata(), code.files(), code.highlighted(), code.removed()), block.links(), block.partial());
    }

    private static Page with(Page page, List<Block> blocks) {
        return new Page(page.source(), page.path(), page.title(), page.frontMatter(), blocks, page.platform(), page.contentHash(), page.facts(), page.notices());
    }

    private static Draft.DraftStep left(Page page, Block block, String why) {
        CodeBlock code = Objects.requireNonNull(block.code());
        PlanStep step = new PlanStep(
                "", PlanStep.Kind.MANUAL, "Write by hand after \"" + page.cite(block).heading() + "\"", "", "The published package is the judge.", List.of(page.cite(block)),
                Map.of("code", code.code(), "language", code.language(), "page", page.path()));
        return new Draft.DraftStep(step, Draft.State.MANUAL, Map.of(), why);
    }

    private static Draft with(Draft draft, List<Draft.DraftStep> left, Set<String> findings) {
        List<Draft.DraftStep> steps = new ArrayList<>(draft.steps());
        steps.addAll(left);
        List<String> all = new ArrayList<>(draft.findings());
        all.addAll(findings);
        return new Draft(draft.guide(), draft.guideWhy(), draft.runnersUp(), steps, all, draft.openPoints(), draft.packages(), draft.secrets(), draft.unplaced());
    }
}
