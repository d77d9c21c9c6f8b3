package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.RunObserver;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import tools.jackson.databind.json.JsonMapper;

/** Tells watchers of a task what happens in a run; a plan and steps that an earlier attempt has told are not told again. */
final class ReportingRun implements RunObserver {

    private static final Set<String> ONCE = Set.of("plan", "step");
    private static final int MOST = 1_000;

    private final TaskHandler.Reporter reporter;
    private final Set<RunEvent> told = ConcurrentHashMap.newKeySet();

    ReportingRun(TaskHandler.Reporter reporter, Tasks tasks, Task task) {
        this.reporter = reporter;
        if (task.events() > 0) {
            tasks.events(task.tenant(), task.id(), 0, MOST).stream()
                    .filter(event -> ONCE.contains(event.type()))
                    .map(TaskEvent::body)
                    .map(body -> JsonMapper.shared().readValue(body, RunEvent.class))
                    .forEach(told::add);
        }
    }

    @Override
    public void report(String stage, long done, long total, String detail) {
        reporter.progress(stage, done, total);
    }

    @Override
    public void event(RunEvent event) {
        if (!ONCE.contains(event.type()) || told.add(event)) {
            reporter.event(event.type(), JsonMapper.shared().writeValueAsString(event));
        }
    }
}
