package community.likeminds.agent.infrastructure.messaging.tasks;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.infrastructure.messaging.events.JdbcEventBus;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import community.likeminds.agent.infrastructure.messaging.rabbitmq.RabbitMessageQueue;
import community.likeminds.agent.services.RealRabbitMq;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;

/** The broker is away for 20 seconds: a task is at work, another waits, a third is submitted meanwhile. */
@ExtendWith(RealRabbitMq.class)
@Timeout(value = 180, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class BrokerAwayTest {

    private static final TenantId TENANT = new TenantId("acme");

    private RabbitMessageQueue queues;

    @Test
    void nothingIsLostAndNothingIsDoneTwice(RealService server) throws Exception {
        try (Database database = Database.h2()) {
            JdbcDeadLetters letters = new JdbcDeadLetters(database.jdbc(), database.transactions(), () -> queues, Clock.systemUTC());
            MessageTable messages = new MessageTable(database.jdbc(), database.transactions(), Clock.systemUTC());
            queues = new RabbitMessageQueue(server.url(), server.user(), server.user(), "test-" + UUID.randomUUID(), messages, letters);
            EventBus bus = new JdbcEventBus(database.jdbc(), database.transactions(), queues, letters, Clock.systemUTC());
            TaskTable table = new TaskTable(database.jdbc(), Clock.systemUTC());
            TaskEvents events = new TaskEvents(database.jdbc(), database.transactions());
            Ending ending = new Ending(table, () -> bus, database.transactions());
            QueuedTasks tasks = new QueuedTasks(table, events, ending, () -> queues, database.transactions());
            ConcurrentLinkedQueue<String> done = new ConcurrentLinkedQueue<>();
            CountDownLatch begun = new CountDownLatch(1);
            CountDownLatch letGo = new CountDownLatch(1);
            TaskHandler handler = new TaskHandler() {
                @Override
                public String type() {
                    return "long";
                }

                @Override
                public String run(Task task, Reporter reporter) throws Exception {
                    begun.countDown();
                    letGo.await();
                    done.add(task.id());
                    return null;
                }
            };
            List<Task> submitted;
            try (MessageQueue.Subscription worker = new TaskWorker(handler, table, events, ending, queues).start()) {
                Task first = tasks.submit(NewTask.of(TENANT, "long", "{}"));
                begun.await();
                Task second = tasks.submit(NewTask.of(TENANT, "long", "{}"));
                server.stop();
                Task third = tasks.submit(NewTask.of(TENANT, "long", "{}"));
                Thread.sleep(20_000);
                server.startAgain();
                letGo.countDown();
                submitted = List.of(first, second, third);
                for (Task task : submitted) {
                    while (!tasks.find(TENANT, task.id()).orElseThrow().state().isFinal()) {
                        Thread.sleep(100);
                    }
                }
            }
            queues.close();
            assertThat(submitted).allSatisfy(task -> assertThat(tasks.find(TENANT, task.id()).orElseThrow().state()).isEqualTo(Task.State.SUCCEEDED));
            assertThat(done).containsExactlyInAnyOrderElementsOf(submitted.stream().map(Task::id).toList());
            assertThat(letters.list(TENANT, 10)).isEmpty();
        }
    }
}
