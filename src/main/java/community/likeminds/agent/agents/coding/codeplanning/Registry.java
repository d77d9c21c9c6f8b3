package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.processors.code.StructuralEdits;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.stereotype.Component;

/** Asks the package registry which versions there are, and gives the planned dependencies their ranges. */
@Component
class Registry {

    /** Stands in a planned manifest until the registry has been asked. */
    static final String OPEN = "%version%";

    private final IntegrationValidator validator;
    private final StructuralEdits edits;

    Registry(IntegrationValidator validator, StructuralEdits edits) {
        this.validator = validator;
        this.edits = edits;
    }

    /** Fills in the ranges of all dependencies of a draft; asks for all of them at once. */
    Draft pinned(Draft draft, ProjectProfile project) {
        Map<String, IntegrationValidator.Published> answers = ask(draft, project);
        if (answers.isEmpty()) {
            return draft;
        }
        List<String> findings = new ArrayList<>(draft.findings());
        List<String> open = new ArrayList<>(draft.openPoints());
        Map<String, String> ranges = new HashMap<>();
        answers.forEach((name, answer) -> {
            ranges.put(name, range(name, answer, draft));
            if (answer.reachable() && answer.version() == null) {
                findings.add("The documentation names the package " + name + ", which the registry does not have.");
                open.add("Ask the vendor where " + name + " is published: it cannot be installed from the registry.");
            } else if (!answer.reachable()) {
                open.add("The registry could not be asked for the newest version of " + name + ": " + answer.detail());
            }
        });
        List<Draft.DraftStep> steps = draft.steps().stream().map(step -> filled(step, ranges)).toList();
        return new Draft(
                draft.guide(), draft.guideWhy(), draft.runnersUp(), steps, findings, open, draft.packages(), draft.secrets());
    }

    private Map<String, IntegrationValidator.Published> ask(Draft draft, ProjectProfile project) {
        Map<String, Future<IntegrationValidator.Published>> asked = new LinkedHashMap<>();
        Map<String, IntegrationValidator.Published> answers = new ConcurrentHashMap<>();
        try (var workers = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Draft.DraftStep one : draft.steps()) {
                if (one.step().kind() == PlanStep.Kind.ADD_DEPENDENCY && one.state() == Draft.State.TO_DO
                        && OPEN.equals(one.step().details().get("range"))) {
                    String name = one.step().details().getOrDefault("package", "");
                    String wanted = one.step().details().getOrDefault("wanted", "");
                    asked.put(name, workers.submit(() ->
                            validator.published(Path.of(project.root()), project.packageManager(), name, wanted)));
                }
            }
            for (Map.Entry<String, Future<IntegrationValidator.Published>> one : asked.entrySet()) {
                answers.put(one.getKey(), one.getValue().get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the registry was asked", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the registry could not be asked", failed.getCause());
        }
        return answers;
    }

    private static String range(String name, IntegrationValidator.Published answer, Draft draft) {
        String wanted = draft.steps().stream().filter(one -> name.equals(one.step().details().get("package")))
                .map(one -> one.step().details().getOrDefault("wanted", "")).findFirst().orElse("");
        if (!wanted.isEmpty() && (answer.version() != null || !answer.reachable())) {
            return wanted.matches("\\d.*") ? "^" + wanted : wanted;
        }
        String version = answer.version();
        return version == null ? wanted.isEmpty() ? "latest" : wanted : name.contains(":") ? version : "^" + version;
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
