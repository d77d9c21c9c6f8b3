package community.likeminds.agent.cli.commands;

import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.infrastructure.messaging.TaskView;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tasks}: lists, shows or cancels durable work. */
@Command(
        name = "tasks",
        description = "List the work of every process on these stores (ingestions, runs, checks), show some, or cancel it.",
        footer = {"  likeminds tasks", "  likeminds tasks --type integration --json", "  likeminds tasks 3f2a…", "  likeminds tasks --cancel 3f2a…"})
final class TasksCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());
    private static final int LISTED = 100;
    private static final int EVENTS = 1_000;

    private final CommandSession session;

    @Parameters(arity = "0..1", paramLabel = "TASK", description = "Show this task and what happened in it.")
    private @Nullable String id;

    @Option(names = "--type", paramLabel = "TYPE", description = "List only tasks of this type, for example ingestion or integration.")
    private @Nullable String type;

    @Option(names = "--cancel", paramLabel = "TASK", description = "End this task: at once when it waits, soon when it runs.")
    private @Nullable String cancel;

    @Option(names = "--json", description = "Print JSON.")
    private boolean json;

    TasksCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        Tasks tasks = session.get(Tasks.class);
        if (cancel != null) {
            known(tasks, cancel);
            if (!tasks.cancel(TenantId.DEFAULT, cancel)) {
                throw new AgentException(
                        AgentException.Kind.CONFLICT, "task-ended", "The task " + cancel + " has ended already.", "See how with: likeminds tasks " + cancel + ".");
            }
            print(known(tasks, cancel), List.of());
        } else if (id != null) {
            print(known(tasks, id), tasks.events(TenantId.DEFAULT, id, 0, EVENTS));
        } else {
            list(type == null ? tasks.list(TenantId.DEFAULT, LISTED) : tasks.list(TenantId.DEFAULT, type, LISTED));
        }
        return ExitCodes.DONE;
    }

    private static Task known(Tasks tasks, String id) {
        return tasks.find(TenantId.DEFAULT, id).orElseThrow(() -> AgentException.notFound(
                "task-unknown", "There is no task '" + id + "'.", "See the tasks with: likeminds tasks."));
    }

    private void list(List<Task> found) {
        if (json) {
            session.out().println(Json.line(Map.of("tasks", found.stream().map(TaskView::of).toList())));
        } else if (found.isEmpty()) {
            session.out().println("There are no tasks.");
        } else {
            found.forEach(this::line);
        }
    }

    private void print(Task task, List<TaskEvent> events) {
        if (json) {
            session.out().println(Json.line(Map.of(
                    "task", TaskView.of(task),
                    "events", events.stream().map(one -> Map.of(
                            "number", one.number(), "at", one.at(), "type", one.type(), "body", Json.read(one.body()))).toList())));
            return;
        }
        line(task);
        events.forEach(event -> session.out().printf("  %s  %s %s%n", session.style().dim(TIME.format(event.at())), event.type(), event.body()));
    }

    private void line(Task task) {
        String progress = task.state().isFinal() || task.stage().isEmpty()
                ? ""
                : ", " + task.stage() + (task.total() > 0 ? " %,d of %,d".formatted(task.done(), task.total()) : "");
        String subject = task.subject().isEmpty() ? "" : " " + task.subject();
        session.out().printf(
                "%s  %s%s  %s%s%n  %s%n",
                session.style().bold(task.id()), task.type(), subject, state(task), progress,
                session.style().dim("submitted " + TIME.format(task.createdAt())
                        + (task.process().isEmpty() ? "" : ", process " + task.process()) + (task.attempts() > 1 ? ", attempt " + task.attempts() : "")));
        Task.Error error = task.error();
        if (error != null) {
            session.out().println("  " + error.fact() + " " + error.remedy());
        }
    }

    private String state(Task task) {
        String name = TaskView.of(task).state();
        return switch (task.state()) {
            case SUCCEEDED -> session.style().green(name);
            case QUEUED, RUNNING -> session.style().cyan(name);
            case FAILED, CANCELLED, INTERRUPTED -> session.style().yellow(name);
        };
    }
}
