package community.likeminds.agent.infrastructure.messaging.jdbc;

import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;

/** Whoever is done settles what others have done meanwhile as well: one transaction for all of them, and nobody waits for more to come. */
final class Settlement {

    private static final int MOST = 200;

    private final Consumer<List<String>> settle;
    private final Queue<String> done = new ConcurrentLinkedQueue<>();
    private final ReentrantLock settling = new ReentrantLock();

    /** @param settle is given ids of messages that were handled; it throws nothing */
    Settlement(Consumer<List<String>> settle) {
        this.settle = settle;
    }

    /** Settles a message before it returns, or leaves that to whoever settles at this moment. */
    void done(String id) {
        done.add(id);
        while (!done.isEmpty() && settling.tryLock()) {
            try {
                List<String> some = some();
                if (!some.isEmpty()) {
                    settle.accept(some);
                }
            } finally {
                settling.unlock();
            }
        }
    }

    private List<String> some() {
        List<String> some = new ArrayList<>();
        while (some.size() < MOST) {
            String id = done.poll();
            if (id == null) {
                break;
            }
            some.add(id);
        }
        return some;
    }
}
