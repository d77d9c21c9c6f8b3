package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.Run;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.secrets.SecretEncryption;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@link Runs} as a view of tasks. */
@Component
class TaskRuns implements Runs {

    static final String TYPE = "integration";

    private static final int LISTED = 100;

    private final Tasks tasks;
    private final Plans plans;
    private final SecretEncryption encryption;

    TaskRuns(Tasks tasks, Plans plans, SecretEncryption encryption) {
        this.tasks = tasks;
        this.plans = plans;
        this.encryption = encryption;
    }

    @Override
    public Run integrate(TenantId tenant, IntegrationRequest request, String key) {
        return submit(tenant, RunOrder.of(tenant, request, encryption), key);
    }

    @Override
    public Run apply(TenantId tenant, String plan, ApplyOptions options, String key) {
        String id = plans.get(tenant, plan).id();
        return submit(tenant, RunOrder.of(tenant, id, plans.get(tenant, id).project().root(), options, encryption), key);
    }

    private Run submit(TenantId tenant, RunOrder order, String key) {
        NewTask task = NewTask.of(tenant, TYPE, order.text());
        return run(tasks.submit(key.isEmpty() ? task : task.once(key)));
    }

    @Override
    public List<Run> list(TenantId tenant) {
        return tasks.list(tenant, TYPE, LISTED).stream().map(TaskRuns::run).toList();
    }

    @Override
    public Run get(TenantId tenant, String id) {
        return tasks.find(tenant, id).filter(task -> task.type().equals(TYPE)).map(TaskRuns::run).orElseThrow(() -> AgentException.notFound(
                "run-unknown", "There is no run '" + id + "' in the background.", "See the runs with: likeminds runs."));
    }

    @Override
    public Run cancel(TenantId tenant, String id) {
        get(tenant, id);
        if (!tasks.cancel(tenant, id)) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "run-ended", "The run " + id + " has ended already.", "Undo it with: likeminds undo PROJECT.");
        }
        return get(tenant, id);
    }

    private static Run run(Task task) {
        RunOrder order = RunOrder.parse(task.body());
        Task.Error error = task.error();
        return new Run(
                task.id(), state(task.state()), order.project(), order.request(), order.plan(), task.stage(), task.done(), task.total(),
                task.cancelling(), task.result() == null ? "" : JsonMapper.shared().readTree(task.result()).path("status").asString(),
                error == null ? null : new Run.Failure(error.code(), error.fact(), error.remedy()), task.createdAt(), task.startedAt(),
                task.endedAt());
    }

    private static Run.State state(Task.State state) {
        return switch (state) {
            case QUEUED -> Run.State.QUEUED;
            case RUNNING -> Run.State.RUNNING;
            case SUCCEEDED -> Run.State.DONE;
            case FAILED, INTERRUPTED -> Run.State.FAILED;
            case CANCELLED -> Run.State.CANCELLED;
        };
    }
}
