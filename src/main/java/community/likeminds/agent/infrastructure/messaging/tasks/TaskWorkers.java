package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import java.util.List;

/** The workers of this process. */
final class TaskWorkers implements AutoCloseable {

    private final List<TaskWorker> workers;
    private List<MessageQueue.Subscription> subscriptions = List.of();

    TaskWorkers(List<TaskWorker> workers) {
        this.workers = List.copyOf(workers);
    }

    void start() {
        subscriptions = workers.stream().map(TaskWorker::start).toList();
    }

    /** All at the same time: each waits for what is at work. */
    @Override
    public void close() {
        List<Thread> closing = subscriptions.stream().map(one -> Thread.ofVirtual().start(one::close)).toList();
        for (Thread one : closing) {
            try {
                one.join();
            } catch (InterruptedException impatient) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
