package community.likeminds.agent.infrastructure.messaging.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Retry;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.infrastructure.messaging.events.JdbcEventBus;
import community.likeminds.agent.infrastructure.messaging.jdbc.JdbcMessageQueue;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What durable tasks do, on every database. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TasksContract {

    private static final TenantId TENANT = new TenantId("acme");

    private final List<AutoCloseable> opened = new ArrayList<>();
    private JdbcMessageQueue queues;
    private EventBus events;
    private TaskTable table;
    private QueuedTasks tasks;

    abstract Database database();

    @BeforeEach
    void open() {
        JdbcDeadLetters deadLetters =
                new JdbcDeadLetters(database().jdbc(), database().transactions(), () -> queues, Clock.systemUTC());
        queues = new JdbcMessageQueue(database().jdbc(), database().transactions(), deadLetters, Clock.systemUTC());
        events = new JdbcEventBus(database().jdbc(), database().transactions(), queues, deadLetters, Clock.systemUTC());
        table = new TaskTable(database().jdbc(), Clock.systemUTC());
        tasks = new QueuedTasks(table, queues, database().transactions());
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        database().close();
    }

    /** What a handler does. */
    private interface Work {
        String run(Task task, TaskHandler.Reporter reporter) throws Exception;
    }

    private MessageQueue.Subscription work(Work work) {
        return work(Duration.ofMinutes(1), work);
    }

    private MessageQueue.Subscription work(Duration limit, Work work) {
        TaskHandler handler = new TaskHandler() {
            @Override
            public String type() {
                return "count";
            }

            @Override
            public int parallel() {
                return 2;
            }

            @Override
            public Retry retry() {
                return new Retry(3, Duration.ofMillis(20), Duration.ofMillis(50));
            }

            @Override
            public Duration timeLimit() {
                return limit;
            }

            @Override
            public String run(Task task, Reporter reporter) throws Exception {
                return work.run(task, reporter);
            }
        };
        MessageQueue.Subscription subscription = new TaskWorker(handler, table, events, database().transactions()).start(queues);
        opened.add(subscription);
        return subscription;
    }

    private Task until(String id, State state) throws InterruptedException {
        for (int tries = 0; tries < 1_000 && tasks.find(TENANT, id).orElseThrow().state() != state; tries++) {
            Thread.sleep(20);
        }
        Task task = tasks.find(TENANT, id).orElseThrow();
        assertThat(task.state()).isEqualTo(state);
        return task;
    }

    @Test
    void workIsDoneAndItsResultKept() throws Exception {
        List<String> finished = Collections.synchronizedList(new ArrayList<>());
        opened.add(events.subscribe("watcher", Set.of("task.succeeded"), EventBus.From.BEGINNING, event -> finished.add(event.body())));
        Task submitted = tasks.submit(NewTask.of(TENANT, "count", "{\"to\":3}"));
        assertThat(submitted.state()).isEqualTo(State.QUEUED);
        work((task, reporter) -> {
            reporter.progress("counting", 3, 3);
            return "[1,2,3]";
        });
        Task done = until(submitted.id(), State.SUCCEEDED);
        assertThat(done.result()).isEqualTo("[1,2,3]");
        assertThat(done.stage()).isEqualTo("counting");
        assertThat(done.done()).isEqualTo(3);
        assertThat(done.attempts()).isEqualTo(1);
        assertThat(done.startedAt()).isBeforeOrEqualTo(done.endedAt());
        assertThat(tasks.cancel(TENANT, done.id())).isFalse();
        assertThat(tasks.find(new TenantId("other"), done.id())).isEmpty();
        for (int tries = 0; tries < 200 && finished.isEmpty(); tries++) {
            Thread.sleep(20);
        }
        assertThat(finished).singleElement().asString().contains(done.id());
    }

    @Test
    void askingTwiceUnderOneKeyGivesOneTask() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        Task first = tasks.submit(NewTask.of(TENANT, "count", "1").once("key"));
        Task second = tasks.submit(NewTask.of(TENANT, "count", "2").once("key"));
        Task foreign = tasks.submit(NewTask.of(new TenantId("other"), "count", "3").once("key"));
        assertThat(second.id()).isEqualTo(first.id());
        assertThat(foreign.id()).isNotEqualTo(first.id());
        work((task, reporter) -> Integer.toString(runs.incrementAndGet()));
        until(first.id(), State.SUCCEEDED);
        assertThat(tasks.submit(NewTask.of(TENANT, "count", "4").once("key")).state()).isEqualTo(State.SUCCEEDED);
        assertThat(tasks.list(TENANT, 10)).hasSize(1);
    }

    @Test
    void aTaskOfATransactionThatIsRolledBackDoesNotExist() {
        database().transaction().executeWithoutResult(status -> {
            tasks.submit(NewTask.of(TENANT, "count", "1"));
            status.setRollbackOnly();
        });
        assertThat(tasks.list(TENANT, 10)).isEmpty();
        assertThat(queues.depth("task.count").ready()).isZero();
    }

    @Test
    void whatFailsIsTriedAgainAndThenSaysWhy() throws Exception {
        Task submitted = tasks.submit(NewTask.of(TENANT, "count", "1"));
        work((task, reporter) -> {
            throw new IllegalStateException("attempt " + task.attempts());
        });
        Task failed = until(submitted.id(), State.FAILED);
        assertThat(failed.attempts()).isEqualTo(3);
        assertThat(failed.error().fact()).contains("attempt 3");
    }

    @Test
    void anErrorOfThePersonIsToldAtOnce() throws Exception {
        Task submitted = tasks.submit(NewTask.of(TENANT, "count", "1"));
        work((task, reporter) -> {
            throw AgentException.notFound("folder-not-found", "The folder is not there.", "Name another.");
        });
        Task failed = until(submitted.id(), State.FAILED);
        assertThat(failed.attempts()).isEqualTo(1);
        assertThat(failed.error()).isEqualTo(new Task.Error("folder-not-found", "The folder is not there.", "Name another."));
    }

    @Test
    void aWaitingTaskIsCancelledAtOnceAndARunningOneIsInterrupted() throws Exception {
        Task waiting = tasks.submit(NewTask.of(TENANT, "count", "1").after(Duration.ofHours(1)));
        assertThat(tasks.cancel(TENANT, waiting.id())).isTrue();
        assertThat(tasks.find(TENANT, waiting.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);

        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch interrupted = new CountDownLatch(1);
        work((task, reporter) -> {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } finally {
                interrupted.countDown();
            }
            return "never";
        });
        Task running = tasks.submit(NewTask.of(TENANT, "count", "2"));
        begun.await();
        assertThat(tasks.cancel(new TenantId("other"), running.id())).isFalse();
        assertThat(tasks.cancel(TENANT, running.id())).isTrue();
        interrupted.await();
        assertThat(until(running.id(), State.CANCELLED).attempts()).isEqualTo(1);
    }

    @Test
    void whatTakesTooLongIsEnded() throws Exception {
        Task submitted = tasks.submit(NewTask.of(TENANT, "count", "1"));
        work(Duration.ofMillis(300), (task, reporter) -> {
            new CountDownLatch(1).await();
            return "never";
        });
        assertThat(until(submitted.id(), State.FAILED).error().code()).isEqualTo("task-timed-out");
    }

    @Test
    void aProcessThatEndsHandsItsTaskToTheNext() throws Exception {
        Task submitted = tasks.submit(NewTask.of(TENANT, "count", "1"));
        CountDownLatch begun = new CountDownLatch(1);
        MessageQueue.Subscription first = work((task, reporter) -> {
            begun.countDown();
            new CountDownLatch(1).await();
            return "never";
        });
        begun.await();
        first.close();
        assertThat(tasks.find(TENANT, submitted.id()).orElseThrow().state()).isEqualTo(State.QUEUED);
        work((task, reporter) -> "attempt " + task.attempts());
        assertThat(until(submitted.id(), State.SUCCEEDED).result()).isEqualTo("attempt 2");
    }
}
