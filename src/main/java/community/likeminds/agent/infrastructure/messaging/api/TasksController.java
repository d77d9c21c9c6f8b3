package community.likeminds.agent.infrastructure.messaging.api;

import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskFollowing;
import community.likeminds.agent.infrastructure.messaging.TaskView;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.web.EventStreams;
import community.likeminds.agent.infrastructure.web.StreamedEvents;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.net.URI;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Durable work of every kind. */
@RestController
@RequestMapping("/api/v1/tasks")
@Tag(name = "Tasks")
class TasksController {

    private final Tasks tasks;
    private final EventStreams streams;

    TasksController(Tasks tasks, EventStreams streams) {
        this.tasks = tasks;
        this.streams = streams;
    }

    @GetMapping
    @Requires(Permission.TASKS_READ)
    @Operation(summary = "List the latest tasks, newest first")
    Listed list(
            TenantId tenant,
            @RequestParam(defaultValue = "") @Pattern(regexp = "[a-z0-9.-]{0,100}") String type,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit) {
        List<Task> found = type.isEmpty() ? tasks.list(tenant, limit) : tasks.list(tenant, type, limit);
        return new Listed(found.stream().map(TaskView::of).toList());
    }

    @GetMapping("/{id}")
    @Requires(Permission.TASKS_READ)
    @Operation(summary = "Say how far a task is")
    TaskView get(TenantId tenant, @PathVariable String id) {
        return TaskView.of(task(tenant, id));
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Permission.TASKS_READ)
    @StreamedEvents(state = TaskView.class, ends = {"succeeded", "failed", "cancelled", "interrupted"}, events = "*")
    @Operation(summary = "Follow a task as server-sent events: what happens in it, 'progress' in between, then one named after its end")
    SseEmitter events(TenantId tenant, @PathVariable String id, @RequestHeader(name = "Last-Event-ID", defaultValue = "") String seen) {
        return streams.follow(new TaskFollowing(tasks, tenant, id, TaskView::of), seen);
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.TASKS_MANAGE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "End a task: at once when it waits, soon when it runs")
    ResponseEntity<TaskView> cancel(TenantId tenant, @PathVariable String id) {
        task(tenant, id);
        if (!tasks.cancel(tenant, id)) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT, "task-ended", "The task " + id + " has ended already.", "See how: GET /api/v1/tasks/" + id + ".");
        }
        return ResponseEntity.accepted().location(URI.create("/api/v1/tasks/" + id)).body(TaskView.of(task(tenant, id)));
    }

    private Task task(TenantId tenant, String id) {
        return tasks.find(tenant, id).orElseThrow(() -> AgentException.notFound(
                "task-unknown", "There is no task '" + id + "'.", "See the tasks: GET /api/v1/tasks."));
    }

    /** @param tasks newest first */
    record Listed(List<TaskView> tasks) {}
}
