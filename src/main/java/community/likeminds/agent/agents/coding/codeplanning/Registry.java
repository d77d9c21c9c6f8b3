package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Asks the package registry which versions there are, and gives the planned dependencies their ranges. */
@Component
class Registry {

    /** Stands in a planned manifest until the registry has been asked. */
    static final String OPEN = "%version%";

    /** Detail of a step: the package of the project that the wanted version comes from rather than from the guide. */
    static final String FOLLOWS = "follows";

    private static final Pattern MAJOR = Pattern.compile("[\\^~>=v\\s]*(\\d+)");

    /** How build tools write the newest version, for the case that it cannot be found out. */
    private static final Map<String, String> NEWEST = Map.of("maven", "RELEASE", "gradle", "latest.release");

    private final IntegrationValidator validator;
    private final StructuralEdits edits;

    Registry(IntegrationValidator validator, StructuralEdits edits) {
        this.validator = validator;
        this.edits = edits;
    }

    /** The draft of a page by the names that the installed packages have. */
    Draft judged(Page page, Function<Page, Draft> drafting, ProjectProfile project) {
        return new NamesBeforehand(validator, project).judged(page, drafting);
    }

    /** The questions of one plan. */
    Asked asked(ProjectProfile project) {
        return new Asked(validator, project);
    }

    /** Fills in the ranges of all dependencies of a draft; asks for all of them at once. */
    Draft pinned(Draft draft, ProjectProfile project, Asked asked) {
        Map<String, IntegrationValidator.Published> answers = asked.answers(draft);
        List<String> findings = new ArrayList<>(draft.findings());
        List<String> open = new ArrayList<>(draft.openPoints());
        Map<String, String> ranges = new HashMap<>();
        answers.forEach((name, answer) -> {
            ranges.put(name, range(name, answer, draft, project.ecosystem()));
            if (answer.reachable() && answer.version() == null) {
                findings.add("The documentation names the package " + name + ", which the registry does not have.");
                open.add("Ask the vendor where " + name + " is published: it cannot be installed from the registry.");
            } else if (!answer.reachable()) {
                open.add("The registry could not be asked for the newest version of " + name + ": " + answer.detail());
            }
        });
        AssumedVersions versions = new AssumedVersions(Path.of(project.root()), project.app());
        List<Draft.DraftStep> steps = draft.steps().stream().map(step -> filled(step, ranges)).map(step -> assuming(step, answers, versions, project, findings)).toList();
        return new Draft(
                draft.guide(), draft.guideWhy(), draft.runnersUp(), steps, findings, open, draft.packages(), draft.secrets());
    }

    /** A dependency's step says which version the plan has to do with, and where that is known from. */
    private static Draft.DraftStep assuming(
            Draft.DraftStep step, Map<String, IntegrationValidator.Published> answers, AssumedVersions versions, ProjectProfile project, List<String> findings) {
        String name = step.step().details().getOrDefault("package", "");
        if (step.step().kind() != PlanStep.Kind.ADD_DEPENDENCY || name.isEmpty() || step.state() == Draft.State.MANUAL) {
            return step;
        }
        String wanted = step.step().details().getOrDefault("wanted", "");
        IntegrationValidator.Published answer = answers.get(name);
        Optional<AssumedVersions.Assumed> there = project.ecosystem().equals("npm") && step.state() == Draft.State.ALREADY_THERE ? versions.of(name) : Optional.empty();
        String declared = project.dependencies().getOrDefault(name, "");
        String version = there.map(AssumedVersions.Assumed::version).orElse(answer != null && answer.version() != null ? answer.version() : !wanted.isEmpty() ? wanted : declared);
        if (version.isEmpty()) {
            return step;
        }
        String where = there.map(AssumedVersions.Assumed::where).orElse(answer != null && answer.version() != null ? "the registry has for it" : !wanted.isEmpty() ? follows(step) : "the project declares");
        if (!wanted.isEmpty() && step.state() == Draft.State.ALREADY_THERE && major(version) > 0 && major(wanted) > 0 && major(wanted) != major(version)) {
            findings.add("The guide is for " + name + " " + wanted + ", the plan has to do with " + version + ": what the guide shows may not be there.");
        }
        Map<String, String> details = new LinkedHashMap<>(step.step().details());
        details.put("assumes", version);
        PlanStep plan = step.step();
        return new Draft.DraftStep(
                new PlanStep(plan.id(), plan.kind(), plan.title(), plan.target(), plan.why(), plan.citations(), details), step.state(), step.texts(),
                step.detail() + " The plan assumes " + version + ", which " + where + ".");
    }

    private static String follows(Draft.DraftStep step) {
        String leader = step.step().details().getOrDefault(FOLLOWS, "");
        return leader.isEmpty() ? "the guide names" : "goes with the project's " + leader;
    }

    private static int major(String range) {
        Matcher number = MAJOR.matcher(range);
        return number.lookingAt() ? Integer.parseInt(number.group(1)) : 0;
    }

    private static String range(String name, IntegrationValidator.Published answer, Draft draft, String ecosystem) {
        String wanted = draft.steps().stream().filter(one -> name.equals(one.step().details().get("package")))
                .map(one -> one.step().details().getOrDefault("wanted", "")).findFirst().orElse("");
        if (!wanted.isEmpty() && (answer.version() != null || !answer.reachable())) {
            return wanted.matches("\\d.*") ? "^" + wanted : wanted;
        }
        String version = answer.version();
        if (version != null) {
            return name.contains(":") ? version : "^" + version;
        }
        return !wanted.isEmpty() ? wanted : NEWEST.getOrDefault(ecosystem, "latest");
    }

    private static Draft.DraftStep filled(Draft.DraftStep step, Map<String, String> ranges) {
        Map<String, String> texts = new LinkedHashMap<>();
        step.texts().forEach((path, text) -> texts.put(path, fill(text, ranges)));
        Map<String, String> details = new LinkedHashMap<>(step.step().details());
        String name = details.getOrDefault("package", "");
        if (ranges.containsKey(name)) {
            details.put("range", ranges.getOrDefault(name, ""));
        }
        PlanStep plan = step.step();
        return new Draft.DraftStep(
                new PlanStep(plan.id(), plan.kind(), fill(plan.title(), ranges), plan.target(), plan.why(), plan.citations(), details),
                step.state(), texts, fill(step.detail(), ranges));
    }

    private static String fill(String text, Map<String, String> ranges) {
        String filled = text;
        for (Map.Entry<String, String> one : ranges.entrySet()) {
            filled = filled.replace(OPEN + one.getKey() + "%", one.getValue());
        }
        return filled;
    }
}
