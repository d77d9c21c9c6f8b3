package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.NamedRuns;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.infrastructure.messaging.Retry;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Integrates in the background. What a process has left in the middle is taken up at the step where it was left. */
@Component
class IntegrationTasks implements TaskHandler {

    private final NamedRuns runs;
    private final Plans plans;
    private final Tasks tasks;
    private final SecretEncryption encryption;

    IntegrationTasks(NamedRuns runs, Plans plans, Tasks tasks, SecretEncryption encryption) {
        this.runs = runs;
        this.plans = plans;
        this.tasks = tasks;
        this.encryption = encryption;
    }

    @Override
    public String type() {
        return TaskRuns.TYPE;
    }

    @Override
    public int parallel() {
        return 2;
    }

    /** Another run on the same project is waited for. */
    @Override
    public Retry retry() {
        return new Retry(8, Duration.ofSeconds(5), Duration.ofMinutes(2));
    }

    /** Installing and building a large project takes a while. */
    @Override
    public Duration timeLimit() {
        return Duration.ofHours(2);
    }

    /** Enough for what is being written to a store, which an interrupt would harm. */
    @Override
    public Duration patience() {
        return Duration.ofSeconds(3);
    }

    @Override
    public String run(Task task, Reporter reporter) {
        ReportingRun progress = new ReportingRun(reporter, tasks, task);
        IntegrationReport report = report(task, progress);
        return JsonMapper.shared().writeValueAsString(Map.of("report", report.id(), "status", report.status()));
    }

    private IntegrationReport report(Task task, ReportingRun progress) {
        RunOrder order = RunOrder.parse(task.body());
        try {
            // Looking for what was left costs a look at every project, so only what was begun before is looked for.
            Optional<IntegrationReport> left =
                    task.attempts() > 1 || task.events() > 0 ? runs.takenUp(task.tenant(), task.id(), progress) : Optional.empty();
            return left.isPresent() ? left.get() : begunOrTakenUp(task, order, progress);
        } catch (AgentException conflict) {
            if (conflict.kind() == AgentException.Kind.CONFLICT && !conflict.code().equals("project-busy")) {
                // What has changed does not change back by itself: a person has to decide.
                throw new AgentException(AgentException.Kind.BAD_INPUT, conflict.code(), conflict.fact(), conflict.remedy(), conflict);
            }
            throw conflict;
        }
    }

    /** The project may have been held for a process that was gone already; what that one left shows only when it is let go. */
    private IntegrationReport begunOrTakenUp(Task task, RunOrder order, ReportingRun progress) {
        try {
            return begun(task, order, progress);
        } catch (AgentException conflict) {
            if (!conflict.code().equals(CodingOrchestrator.INTERRUPTED)) {
                throw conflict;
            }
            return runs.takenUp(task.tenant(), task.id(), progress).orElseThrow(() -> conflict);
        }
    }

    private IntegrationReport begun(Task task, RunOrder order, ReportingRun progress) {
        return order.plan().isEmpty()
                ? runs.integrate(task.tenant(), order.toRequest(task.tenant(), encryption), task.id(), progress)
                : runs.apply(task.tenant(), plans.get(task.tenant(), order.plan()), order.toOptions(task.tenant(), encryption), task.id(), progress);
    }
}
