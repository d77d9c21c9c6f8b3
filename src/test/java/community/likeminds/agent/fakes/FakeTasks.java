package community.likeminds.agent.fakes;

import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Knows a running integration and a failed ingestion. */
public final class FakeTasks implements Tasks {

    private static final Instant BEGUN = Instant.parse("2026-01-02T03:04:05Z");

    public final List<String> cancelled = new ArrayList<>();

    private static Task task(String id, String type, Task.State state, Task.Error error) {
        return new Task(
                TenantId.DEFAULT, id, type, "shop", false, "{\"secret\":1}", state, 2, "Building", 1, 4, 1, false, "host/7/8", BEGUN, null, error, BEGUN, BEGUN,
                state.isFinal() ? BEGUN : null);
    }

    @Override
    public Task submit(NewTask task) {
        return task("new", task.type(), Task.State.QUEUED, null);
    }

    @Override
    public <T> T run(NewTask task, Work<T> work) {
        throw new UnsupportedOperationException("Nothing is done here.");
    }

    @Override
    public Optional<Task> find(TenantId tenant, String id) {
        return list(tenant, 10).stream().filter(task -> task.id().equals(id)).findFirst();
    }

    @Override
    public List<Task> list(TenantId tenant, int limit) {
        return List.of(
                task("one", "integration", Task.State.RUNNING, null),
                task("two", "ingestion", Task.State.FAILED, new Task.Error("source-not-found", "There is nothing there.", "Name another source.")));
    }

    @Override
    public List<Task> list(TenantId tenant, String type, int limit) {
        return list(tenant, limit).stream().filter(task -> task.type().equals(type)).toList();
    }

    @Override
    public List<TaskEvent> events(TenantId tenant, String id, long after, int limit) {
        return List.of(new TaskEvent(1, BEGUN, "step", "{\"title\":\"Add it\"}"));
    }

    @Override
    public boolean cancel(TenantId tenant, String id) {
        cancelled.add(id);
        return id.equals("one");
    }
}
