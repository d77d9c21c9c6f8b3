package community.likeminds.agent.agents.coding.codeplanning;

import community.likeminds.agent.agents.coding.PlanStep;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Published;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * What the package registry is asked for one plan: each question once. An answer takes as long as the rest of planning, so what will
 * probably be needed is asked beforehand.
 */
final class Asked implements AutoCloseable {

    private final IntegrationValidator validator;
    private final ProjectProfile project;
    private final ExecutorService workers = Executors.newVirtualThreadPerTaskExecutor();
    private final Map<Question, Future<Published>> answers = new LinkedHashMap<>();

    Asked(IntegrationValidator validator, ProjectProfile project) {
        this.validator = validator;
        this.project = project;
    }

    private record Question(String name, String wanted) {}

    /** Begins to ask what this draft leaves open. */
    void begin(Draft draft) {
        questions(draft).values().forEach(this::answer);
    }

    /** By the names of the packages whose versions this draft leaves open. */
    Map<String, Published> answers(Draft draft) {
        begin(draft);
        Map<String, Published> answered = new LinkedHashMap<>();
        try {
            for (Question question : questions(draft).values()) {
                answered.put(question.name(), answer(question).get());
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the registry was asked", interrupted);
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the registry could not be asked", failed.getCause());
        }
        return answered;
    }

    private Future<Published> answer(Question question) {
        return answers.computeIfAbsent(question, asked -> workers.submit(() ->
                validator.published(Path.of(project.root()), project.packageManager(), asked.name(), asked.wanted())));
    }

    private static Map<String, Question> questions(Draft draft) {
        Map<String, Question> questions = new LinkedHashMap<>();
        for (Draft.DraftStep one : draft.steps()) {
            Map<String, String> details = one.step().details();
            if (one.step().kind() == PlanStep.Kind.ADD_DEPENDENCY && one.state() == Draft.State.TO_DO && Registry.OPEN.equals(details.get("range"))) {
                String name = details.getOrDefault("package", "");
                questions.put(name, new Question(name, details.getOrDefault("wanted", "")));
            }
        }
        return questions;
    }

    /** Nobody waits for what turned out not to be needed. */
    @Override
    public void close() {
        workers.shutdownNow();
        workers.close();
    }
}
