package community.likeminds.agent.infrastructure.messaging;

import community.likeminds.agent.infrastructure.web.EventStreams;
import community.likeminds.agent.infrastructure.web.EventStreams.Look;
import community.likeminds.agent.infrastructure.web.EventStreams.Sent;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.databind.json.JsonMapper;

/**
 * Follows a task: its events under their own types, {@code progress} in between, then one event named after its end.
 *
 * @param view what is told of the task itself
 */
public record TaskFollowing(Tasks tasks, TenantId tenant, String id, Function<Task, Object> view) implements EventStreams.Source {

    private static final int SOME = 200;

    @Override
    public Look look(String seen) {
        // The task is read first: when it has ended, all of its events are there.
        Task task = tasks.find(tenant, id).orElseThrow(() -> AgentException.notFound(
                "task-unknown", "There is no task '" + id + "'.", "See the tasks with: likeminds tasks."));
        Seen last = Seen.parse(seen);
        List<Sent> sent = new ArrayList<>();
        long number = last.number();
        List<TaskEvent> events = tasks.events(tenant, id, number, SOME);
        for (TaskEvent event : events) {
            number = event.number();
            sent.add(new Sent(new Seen(number, last.version()).text(), event.type(), JsonMapper.shared().readTree(event.body())));
        }
        boolean ended = task.state().isFinal() && events.size() < SOME;
        String version = version(task);
        if (ended || !version.equals(last.version())) {
            String name = ended ? task.state().name().toLowerCase(Locale.ROOT) : "progress";
            sent.add(new Sent(new Seen(number, version).text(), name, view.apply(task)));
        }
        return new Look(List.copyOf(sent), ended);
    }

    private static String version(Task task) {
        return Integer.toHexString(Objects.hash(task.state().name(), task.subject(), task.stage(), task.done(), task.total(), task.cancelling()));
    }

    /**
     * What a listener has: the events up to a number, and a version of the task.
     *
     * @param version empty for none
     */
    private record Seen(long number, String version) {

        static Seen parse(String text) {
            int dot = text.indexOf('.');
            String number = dot < 0 ? text : text.substring(0, dot);
            // Whatever else a client sends: it is told everything.
            return number.matches("\\d{1,18}") ? new Seen(Long.parseLong(number), dot < 0 ? "" : text.substring(dot + 1)) : new Seen(0, "");
        }

        String text() {
            return number + "." + version;
        }
    }
}
