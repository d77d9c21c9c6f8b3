package community.likeminds.agent.infrastructure.messaging.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.DeadLetter;
import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Retry;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.Task.State;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.infrastructure.messaging.events.JdbcEventBus;
import community.likeminds.agent.infrastructure.messaging.jdbc.JdbcMessageQueue;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.RunningProcess;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What durable tasks do, on every database. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class TasksContract {

    private static final TenantId TENANT = new TenantId("acme");

    private final List<AutoCloseable> opened = new ArrayList<>();
    private JdbcDeadLetters deadLetters;
    private JdbcMessageQueue queues;
    private EventBus events;
    private TaskTable table;
    private TaskEvents taskEvents;
    private Ending ending;
    private QueuedTasks tasks;

    abstract Database database();

    @BeforeEach
    void open() {
        deadLetters = new JdbcDeadLetters(database().jdbc(), database().transactions(), () -> queues, Clock.systemUTC());
        queues = new JdbcMessageQueue(database().jdbc(), database().transactions(), deadLetters, Clock.systemUTC());
        events = new JdbcEventBus(database().jdbc(), database().transactions(), queues, deadLetters, Clock.systemUTC());
        table = new TaskTable(database().jdbc(), Clock.systemUTC());
        taskEvents = new TaskEvents(database().jdbc(), database().transactions());
        ending = new Ending(table, () -> events, database().transactions());
        tasks = new QueuedTasks(table, taskEvents, ending, () -> queues, database().transactions());
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
        MessageQueue.Subscription subscription = new TaskWorker(handler, table, taskEvents, ending, queues).start();
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
        // An attempt that was ended in good order does not count.
        assertThat(until(submitted.id(), State.SUCCEEDED).result()).isEqualTo("attempt 1");
    }

    @Test
    void whatHappenedIsToldInOrderAndToItsTenantOnly() throws Exception {
        Task submitted = tasks.submit(NewTask.of(TENANT, "count", "1"));
        work((task, reporter) -> {
            reporter.subject("numbers");
            reporter.event("step", "{\"attempt\":" + task.attempts() + "}");
            reporter.event("step", "{}");
            if (task.attempts() == 1) {
                throw new IllegalStateException("once more");
            }
            return "done";
        });
        Task done = until(submitted.id(), State.SUCCEEDED);
        assertThat(done.subject()).isEqualTo("numbers");
        assertThat(done.events()).isEqualTo(4);
        assertThat(tasks.events(TENANT, done.id(), 0, 100)).extracting(TaskEvent::number).containsExactly(1L, 2L, 3L, 4L);
        assertThat(tasks.events(TENANT, done.id(), 2, 100)).extracting(TaskEvent::body).containsExactly("{\"attempt\":2}", "{}");
        assertThat(tasks.events(new TenantId("other"), done.id(), 0, 100)).isEmpty();
        assertThat(tasks.list(TENANT, "count", 5)).hasSize(1);
        assertThat(tasks.list(TENANT, "else", 5)).isEmpty();
        assertThat(tasks.list(new TenantId("other"), "count", 5)).isEmpty();
    }

    @Test
    void directWorkIsSeenAndCancelledByOthers() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<String> ended = new CompletableFuture<>();
        Thread worker = Thread.ofPlatform().start(() -> {
            try {
                tasks.run(NewTask.of(TENANT, "count", "1"), (task, reporter) -> {
                    reporter.subject("here");
                    begun.countDown();
                    for (int step = 0; ; step++) {
                        reporter.progress("counting", step, 0);
                        LockSupport.parkNanos(20_000_000);
                    }
                });
            } catch (AgentException cancelled) {
                ended.complete(cancelled.code());
            }
        });
        begun.await();
        Task running = tasks.list(TENANT, 1).getFirst();
        assertThat(running.state()).isEqualTo(State.RUNNING);
        assertThat(running.direct()).isTrue();
        assertThat(tasks.cancel(TENANT, running.id())).isTrue();
        assertThat(ended.get()).isEqualTo("task-cancelled");
        worker.join();
        assertThat(tasks.find(TENANT, running.id()).orElseThrow().state()).isEqualTo(State.CANCELLED);
        assertThat(tasks.<Integer>run(NewTask.of(TENANT, "count", "1"), (task, reporter) -> 7)).isEqualTo(7);
        assertThat(tasks.list(TENANT, 1).getFirst().result()).isEqualTo("7");
    }

    @Test
    void directWorkOfAProcessThatIsGoneIsInterrupted() {
        NewTask wanted = NewTask.of(TENANT, "count", "1");
        table.insertDirect(wanted, "left", new TaskTable.Owner("mark", gone()));
        assertThat(tasks.find(TENANT, "left").orElseThrow().state()).isEqualTo(State.INTERRUPTED);
        assertThat(tasks.cancel(TENANT, "left")).isFalse();
        table.insertDirect(wanted, "cancelled", new TaskTable.Owner("mark", gone()));
        assertThat(tasks.cancel(TENANT, "cancelled")).isFalse();
    }

    @Test
    void whatALivingProcessIsAtIsNotBegunASecondTime() throws Exception {
        AtomicInteger runs = new AtomicInteger();
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch letGo = new CountDownLatch(1);
        Task submitted = tasks.submit(NewTask.of(TENANT, "count", "1"));
        work((task, reporter) -> {
            runs.incrementAndGet();
            begun.countDown();
            letGo.await();
            return "once";
        });
        begun.await();
        // As a broker does that has lost the connection.
        queues.send("task.count", NewMessage.of(TENANT, submitted.id()));
        for (int tries = 0; tries < 500 && queues.depth("task.count").held() == 0; tries++) {
            Thread.sleep(20);
        }
        assertThat(queues.depth("task.count").held()).isEqualTo(1);
        letGo.countDown();
        until(submitted.id(), State.SUCCEEDED);
        assertThat(runs).hasValue(1);
    }

    @Test
    void whatEndedEveryProcessIsADeadLetterThatCanBeSentAgain() throws Exception {
        Task submitted = tasks.submit(NewTask.of(TENANT, "count", "1"));
        for (int attempt = 0; attempt < 3; attempt++) {
            Task seen = tasks.find(TENANT, submitted.id()).orElseThrow();
            assertThat(table.begin(seen, new TaskTable.Owner("mark" + attempt, gone()))).isTrue();
            assertThat(table.begin(seen, new TaskTable.Owner("late", gone()))).isFalse();
        }
        work((task, reporter) -> "attempt " + task.attempts());
        assertThat(until(submitted.id(), State.FAILED).error().code()).isEqualTo("consumer-lost");
        for (int tries = 0; tries < 500 && deadLetters.list(TENANT, 10).isEmpty(); tries++) {
            Thread.sleep(20);
        }
        DeadLetter letter = deadLetters.list(TENANT, 10).getFirst();
        assertThat(letter.queue()).isEqualTo("task.count");
        assertThat(deadLetters.redrive(new TenantId("other"), letter.id())).isFalse();
        assertThat(deadLetters.redrive(TENANT, letter.id())).isTrue();
        assertThat(until(submitted.id(), State.SUCCEEDED).result()).isEqualTo("attempt 1");
    }

    @Test
    void onlyTheLatestOfATypeAreRemembered() {
        Task first = tasks.submit(NewTask.of(TENANT, "count", "first"));
        tasks.cancel(TENANT, first.id());
        Task waiting = tasks.submit(NewTask.of(TENANT, "count", "waits"));
        for (int number = 0; number < 501; number++) {
            tasks.run(NewTask.of(TENANT, "count", "1"), (task, reporter) -> 1);
        }
        assertThat(tasks.find(TENANT, first.id())).isEmpty();
        assertThat(tasks.find(TENANT, waiting.id())).isPresent();
    }

    /** A process that has ended. */
    private static String gone() {
        RunningProcess here = RunningProcess.current();
        return new RunningProcess(here.host(), here.id(), here.started() - 1_000_000).toString();
    }
}
