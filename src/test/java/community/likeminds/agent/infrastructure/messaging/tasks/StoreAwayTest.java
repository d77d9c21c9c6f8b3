package community.likeminds.agent.infrastructure.messaging.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskEvent;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.infrastructure.messaging.events.JdbcEventBus;
import community.likeminds.agent.infrastructure.messaging.jdbc.JdbcMessageQueue;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The database is away for 20 seconds in the middle of a task, and the work ends meanwhile. */
@ExtendWith(RealPostgreSql.class)
@Timeout(value = 120, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class StoreAwayTest {

    private static final TenantId TENANT = new TenantId("acme");

    private JdbcMessageQueue queues;

    @Test
    void nothingIsLostAndNothingIsDoneTwice(RealService server) throws Exception {
        try (Database database = Database.postgreSql(server)) {
            JdbcDeadLetters letters = new JdbcDeadLetters(database.jdbc(), database.transactions(), () -> queues, Clock.systemUTC());
            queues = new JdbcMessageQueue(database.jdbc(), database.transactions(), letters, Clock.systemUTC());
            EventBus bus = new JdbcEventBus(database.jdbc(), database.transactions(), queues, letters, Clock.systemUTC());
            TaskTable table = new TaskTable(database.jdbc(), Clock.systemUTC());
            TaskEvents events = new TaskEvents(database.jdbc(), database.transactions());
            Ending ending = new Ending(table, () -> bus, database.transactions());
            QueuedTasks tasks = new QueuedTasks(table, events, ending, () -> queues, database.transactions());
            AtomicInteger runs = new AtomicInteger();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch away = new CountDownLatch(1);
            TaskHandler handler = new TaskHandler() {
                @Override
                public String type() {
                    return "long";
                }

                @Override
                public String run(Task task, Reporter reporter) throws Exception {
                    runs.incrementAndGet();
                    reporter.event("begun", "{}");
                    begun.countDown();
                    away.await();
                    for (int step = 1; step <= 5; step++) {
                        reporter.progress("working", step, 5);
                        reporter.event("step", Integer.toString(step));
                        Thread.sleep(1_000);
                    }
                    return "\"done\"";
                }
            };
            Task submitted = tasks.submit(NewTask.of(TENANT, "long", "{}"));
            try (MessageQueue.Subscription first = new TaskWorker(handler, table, events, ending, queues).start();
                    MessageQueue.Subscription second = new TaskWorker(handler, table, events, ending, queues).start()) {
                begun.await();
                server.stop();
                away.countDown();
                Thread.sleep(20_000);
                server.startAgain();
                Task task = found(tasks, submitted.id());
                while (!task.state().isFinal()) {
                    Thread.sleep(100);
                    task = found(tasks, submitted.id());
                }
                assertThat(task.state()).isEqualTo(Task.State.SUCCEEDED);
                assertThat(task.result()).isEqualTo("\"done\"");
                assertThat(task.done()).isEqualTo(5);
                assertThat(tasks.events(TENANT, task.id(), 0, 100)).extracting(TaskEvent::body).containsExactly("{}", "1", "2", "3", "4", "5");
                assertThat(runs).hasValue(1);
            }
        }
    }

    /** The pool may still hold connections that the server has ended. */
    private static Task found(QueuedTasks tasks, String id) throws InterruptedException {
        for (int tries = 0; ; tries++) {
            try {
                return tasks.find(TENANT, id).orElseThrow();
            } catch (org.springframework.dao.DataAccessException stale) {
                assertThat(tries).isLessThan(50);
                Thread.sleep(200);
            }
        }
    }
}
