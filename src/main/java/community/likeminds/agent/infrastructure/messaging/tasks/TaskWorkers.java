package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import java.util.List;

/** The workers of this process. */
final class TaskWorkers implements AutoCloseable {

    private final List<TaskWorker> workers;
    private final MessageQueue queues;
    private List<MessageQueue.Subscription> subscriptions = List.of();

    TaskWorkers(List<TaskWorker> workers, MessageQueue queues) {
        this.workers = List.copyOf(workers);
        this.queues = queues;
    }

    void start() {
        subscriptions = workers.stream().map(worker -> worker.start(queues)).toList();
    }

    @Override
    public void close() {
        subscriptions.forEach(MessageQueue.Subscription::close);
    }
}
