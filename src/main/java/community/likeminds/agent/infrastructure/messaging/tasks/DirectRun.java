package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.RunningProcess;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.json.JsonMapper;

/** Does a task in the caller's thread, with a heart of its own that beats also during long steps. */
final class DirectRun {

    private static final long LOOK_MILLIS = 250;

    private final TaskTable table;
    private final TaskEvents events;
    private final Ending ending;

    DirectRun(TaskTable table, TaskEvents events, Ending ending) {
        this.table = table;
        this.events = events;
        this.ending = ending;
    }

    <T> T run(NewTask wanted, Tasks.Work<T> work) {
        String id = UUID.randomUUID().toString();
        String owner = UUID.randomUUID().toString();
        table.insertDirect(wanted, id, new TaskTable.Owner(owner, RunningProcess.current().toString()));
        Task task = table.find(wanted.tenant(), id).orElseThrow();
        TaskRun run = new TaskRun(task, owner, table, events);
        State state = State.FAILED;
        Task.Error error = new Task.Error(
                "internal", "The work ended with an unexpected error.", "Look into the log for its trace, or run it again.");
        String result = null;
        try {
            T made = withHeart(task, run, work);
            result = JsonMapper.shared().writeValueAsString(made);
            state = State.SUCCEEDED;
            error = null;
            return made;
        } catch (AgentException known) {
            state = run.stopping() ? State.CANCELLED : Thread.currentThread().isInterrupted() ? State.INTERRUPTED : State.FAILED;
            error = new Task.Error(known.code(), known.fact(), known.remedy());
            throw known;
        } catch (CancellationException interrupted) {
            state = State.INTERRUPTED;
            error = new Task.Error("interrupted", "The work was stopped.", "Start it again to go on; what was done is kept.");
            throw interrupted;
        } finally {
            ending.end(task, owner, state, result, error);
        }
    }

    private static <T> T withHeart(Task task, TaskRun run, Tasks.Work<T> work) {
        CountDownLatch ended = new CountDownLatch(1);
        Thread heart = Thread.ofVirtual().name("task-" + task.id()).start(() -> beat(run, ended));
        try {
            return work.run(task, run);
        } finally {
            ended.countDown();
            stopped(heart, run);
        }
    }

    private static void beat(TaskRun run, CountDownLatch ended) {
        try {
            do {
                if (run.beat()) {
                    run.stop();
                }
            } while (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * The heart stops before the end is written, so that it cannot beat after it. Nothing is written while the thread is interrupted: that
     * would close the embedded database's file.
     */
    private static void stopped(Thread heart, TaskRun run) {
        boolean interrupted = Thread.interrupted();
        while (heart.isAlive()) {
            try {
                heart.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        run.flush();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
