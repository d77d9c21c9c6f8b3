package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectFiles;
import community.likeminds.agent.agents.coding.requirementanalysis.Wish;
import community.likeminds.agent.processors.code.DocumentedCode;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.project.analysis.ClassIndex;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** The deterministic planner: chooses a guide among many pages and turns it into steps for one project. */
@Component
public class GuidePlanner {

    /** How many pages are tried out before one is chosen. */
    private static final int TRIED = 8;

    /** Pages that reach less than this part of the best page's score are about something else. */
    private static final double FAR = 0.55;

    /** A guide that reaches this part of the chosen one's score came close. */
    private static final double CLOSE = 0.85;

    private static final Pattern CODE = Pattern.compile(".*\\.(?:[cm]?[jt]sx?|vue|svelte|astro)");

    private final StructuralEdits edits;
    private final DocumentedCode documented;
    private final ClassIndex classes;
    private final Registry registry;

    GuidePlanner(StructuralEdits edits, DocumentedCode documented, ClassIndex classes, Registry registry) {
        this.classes = classes;
        this.edits = edits;
        this.documented = documented;
        this.registry = registry;
    }

    private record Candidate(GuideFinder.Ranked ranked, Draft draft, double score) {}

    /**
     * @param pages every page of the documentation
     * @param wish what is wanted
     * @param project what is there
     * @param values values for placeholders, by name
     * @throws AgentException of kind {@code REFUSED} when nothing fits
     */
    public Draft plan(List<Page> pages, Wish wish, ProjectProfile project, ProjectFiles files, Map<String, String> values) {
        try (Asked asked = registry.asked(project)) {
            return plan(pages, wish, project, files, values, asked);
        }
    }

    private Draft plan(List<Page> pages, Wish wish, ProjectProfile project, ProjectFiles files, Map<String, String> values, Asked asked) {
        GuideFinder finder = new GuideFinder(pages);
        new Coverage(finder).require(wish, project);
        List<String> others = finder.suited(wish, project);
        if (!others.isEmpty()) {
            throw AgentException.refused(
                    "no-guide",
                    "The packages of the documentation (" + String.join(", ", others.subList(0, Math.min(4, others.size()))) + ") are for other frameworks than this project's, "
                            + project.framework() + ".",
                    "Give the documentation of a package for " + project.framework() + ", or name the framework-free package in the request.");
        }
        List<GuideFinder.Ranked> ranked = finder.rank(wish, project);
        List<Candidate> candidates = new ArrayList<>();
        for (GuideFinder.Ranked one : ranked.subList(0, Math.min(TRIED, ranked.size()))) {
            if (one.score() < ranked.getFirst().score() * FAR) {
                break;
            }
            Draft draft = draft(one.page(), wish, project, files, values, finder);
            // The tags of a static site may all wait for values of the person's.
            boolean shows = (!wish.composed().isEmpty() || project.framework().equals("static")) && draft.steps().stream().anyMatch(step -> step.step().details().containsKey("code"));
            if ((draft.effective() || shows) && !beside(draft, finder.named(wish)) && (shows || !finder.special(one.page(), wish) || !project.ecosystem().equals("npm") || codes(draft))) {
                if (candidates.isEmpty()) {
                    asked.begin(draft);
                }
                candidates.add(new Candidate(one, draft, one.score() + weight(draft, !wish.composed().isEmpty())));
            }
        }
        candidates.sort(Comparator.comparingDouble(Candidate::score).reversed());
        if (candidates.isEmpty()) {
            throw AgentException.refused(
                    "no-guide",
                    "None of the " + pages.size() + " pages is a guide that this request and this project could follow"
                            + (ranked.isEmpty() ? "." : "; nothing of the nearest one, " + ranked.getFirst().page().path() + ", could be applied."),
                    "Say in the request what to integrate, or give the documentation of the SDK that is meant.");
        }
        return finished(candidates, project, asked, page -> whole(page, wish, project, files, values, finder));
    }

    /** Whether only packages would be declared, and none of those that are called after what the request is about. */
    private static boolean beside(Draft draft, List<String> named) {
        return !named.isEmpty() && !draft.packages().isEmpty() && draft.packages().stream().noneMatch(named::contains)
                && draft.steps().stream().allMatch(step -> step.step().kind() == PlanStep.Kind.ADD_DEPENDENCY);
    }

    /** Whether a file of code is written or changed. */
    private static boolean codes(Draft draft) {
        return draft.steps().stream().anyMatch(step -> step.state() != Draft.State.MANUAL && CODE.matcher(step.step().target()).matches());
    }

    /** The chosen page with the pages that it wants to have been followed first; published classes are looked into. */
    private Draft whole(Page page, Wish wish, ProjectProfile project, ProjectFiles files, Map<String, String> values, GuideFinder finder) {
        Workspace workspace = new Workspace(files);
        boolean thorough = !project.ecosystem().equals("npm");
        PageFacts own = PageFacts.of(page);
        Wish setup = new Wish(wish.text(), wish.wanted(), wish.unwanted(), wish.urls(), wish.environment(), wish.routes(), wish.subject(), true, false, List.of());
        List<Draft> parts = new ArrayList<>();
        for (Page before : new Prerequisites(finder.facts().stream().filter(one -> finder.fits(one, project)).map(PageFacts::page).toList()).of(page)) {
            boolean related = PageFacts.of(before).packages().stream().anyMatch(name -> !Snippet.framework(name) && own.packages().contains(name));
            if (related && draft(before, setup, project, new Workspace(files), values, finder, false).effective()) {
                parts.add(draft(before, setup, project, workspace, values, finder, thorough));
            }
        }
        parts.add(draft(page, wish, project, workspace, values, finder, thorough));
        return Draft.joined(parts);
    }

    private Draft draft(
            Page page, Wish wish, ProjectProfile project, ProjectFiles files, Map<String, String> values, GuideFinder finder) {
        return draft(page, wish, project, new Workspace(files), values, finder, false);
    }

    /** @param thorough whether published classes are looked into as well, which takes seconds and is done for the chosen page alone */
    private Draft draft(
            Page page, Wish wish, ProjectProfile project, Workspace workspace, Map<String, String> values, GuideFinder finder, boolean thorough) {
        JavaImports imports = new JavaImports(project, workspace, finder, classes, thorough);
        PackageFinder packages = new PackageFinder(finder, project);
        return new PageDraft(page, wish, project, workspace, edits, documented, packages, imports, finder, values).draft();
    }

    /** Guides that lead to code count more than those that only install. */
    private static double weight(Draft draft, boolean composed) {
        List<Draft.DraftStep> code = draft.steps().stream().filter(one -> one.step().details().containsKey("code")).toList();
        long placed = code.stream().filter(one -> one.state() != Draft.State.MANUAL).map(one -> one.step().target()).distinct().count();
        long left = code.stream().filter(one -> one.state() == Draft.State.MANUAL).count();
        if (composed) {
            // What a person has to put together is worth the passages that show its parts.
            return placed + left == 0 ? -0.35 : Math.min(placed + left, 3) * 0.06;
        }
        return placed == 0 ? left == 0 && draft.unplaced().isEmpty() ? -0.35 : -0.2 : Math.min(placed, 3) * 0.06 - Math.min(left, 3) * 0.08;
    }

    private Draft finished(List<Candidate> candidates, ProjectProfile project, Asked asked, Function<Page, Draft> whole) {
        Candidate best = candidates.getFirst();
        List<Citation> others = candidates.stream().skip(1).filter(one -> one.score() >= best.score() * CLOSE).limit(3).map(one -> title(one.ranked().page())).toList();
        Draft draft = registry.judged(best.ranked().page(), whole, project);
        return registry.pinned(
                new Draft(
                        title(best.ranked().page()), best.ranked().why(), others, numbered(draft.steps()), draft.findings(),
                        draft.openPoints(), draft.packages(), draft.secrets()),
                project, asked);
    }

    private static List<Draft.DraftStep> numbered(List<Draft.DraftStep> steps) {
        List<Draft.DraftStep> numbered = new ArrayList<>();
        for (Draft.DraftStep one : steps) {
            var step = one.step();
            numbered.add(new Draft.DraftStep(
                    new PlanStep(
                            "s" + (numbered.size() + 1), step.kind(), step.title(), step.target(), step.why(), step.citations(), step.details()),
                    one.state(), one.texts(), one.detail()));
        }
        return numbered;
    }

    private static Citation title(Page page) {
        int last = page.blocks().isEmpty() ? 1 : page.blocks().getLast().lines().end();
        LineRange lines = new LineRange(1, Math.max(1, last));
        return new Citation(page.source(), page.path(), page.title(), lines.start(), lines.end());
    }
}
