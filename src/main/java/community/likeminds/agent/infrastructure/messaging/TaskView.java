package community.likeminds.agent.infrastructure.messaging;

import java.time.Instant;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A task as people and programs see it: without its body, which may hold what is theirs only that do it.
 *
 * @param state {@code queued}, {@code running}, {@code succeeded}, {@code failed}, {@code cancelled} or {@code interrupted}
 * @param result of a task that succeeded, in the shape of its type
 */
public record TaskView(
        String id,
        String type,
        String subject,
        String state,
        int attempts,
        String stage,
        long done,
        long total,
        long events,
        boolean cancelling,
        String process,
        @Nullable JsonNode result,
        Task.@Nullable Error error,
        Instant createdAt,
        @Nullable Instant startedAt,
        @Nullable Instant endedAt) {

    public static TaskView of(Task task) {
        return new TaskView(
                task.id(), task.type(), task.subject(), task.state().name().toLowerCase(Locale.ROOT), task.attempts(), task.stage(), task.done(),
                task.total(), task.events(), task.cancelling(), task.process(),
                task.result() == null ? null : JsonMapper.shared().readTree(task.result()), task.error(), task.createdAt(), task.startedAt(), task.endedAt());
    }
}
