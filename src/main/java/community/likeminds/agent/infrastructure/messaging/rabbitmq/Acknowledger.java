package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells the broker what became of the messages of a channel. What ends while one acknowledgement is being written goes into the next
 * one, so that nothing waits and busy channels still send few frames.
 */
final class Acknowledger implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Acknowledger.class);
    private static final Settled END = new Settled(0, false);

    private final Channel channel;
    private final LinkedBlockingQueue<Settled> settled = new LinkedBlockingQueue<>();
    private final Thread thread;
    /** Settled, while something that arrived before them is not. */
    private final TreeSet<Long> ahead = new TreeSet<>();
    /** Everything up to this delivery is settled. */
    private long upTo;

    /** @param handled false when it is to be delivered again */
    private record Settled(long tag, boolean handled) {}

    Acknowledger(Channel channel, String name) {
        this.channel = channel;
        this.thread = Thread.ofVirtual().name(name).start(this::run);
    }

    boolean isOpen() {
        return channel.isOpen();
    }

    void handled(long tag) {
        settled.add(new Settled(tag, true));
        if (!thread.isAlive()) {
            LOG.warn("A message was handled, but the broker was lost before it knew.");
        }
    }

    void giveBack(long tag) {
        settled.add(new Settled(tag, false));
    }

    private void run() {
        List<Settled> all = new ArrayList<>();
        try {
            while (!all.contains(END)) {
                all.clear();
                all.add(settled.take());
                settled.drainTo(all);
                write(all);
            }
        } catch (IOException | AlreadyClosedException lost) {
            LOG.warn("{} messages were handled, but the broker was lost before it knew.", all.stream().filter(Settled::handled).count());
        } catch (InterruptedException stopped) {
            LOG.debug("No longer acknowledging.", stopped);
        }
    }

    private void write(List<Settled> all) throws IOException {
        List<Long> handled = new ArrayList<>();
        for (Settled one : all) {
            if (one != END) {
                ahead.add(one.tag);
                if (one.handled) {
                    handled.add(one.tag);
                } else {
                    channel.basicNack(one.tag, false, true);
                }
            }
        }
        while (ahead.remove(upTo + 1)) {
            upTo++;
        }
        // The broker refuses the number of a delivery that it has forgotten, so it must be one of these.
        long last = handled.stream().mapToLong(tag -> tag).filter(tag -> tag <= upTo).max().orElse(0);
        if (last > 0) {
            channel.basicAck(last, true);
        }
        for (long tag : handled) {
            if (tag > upTo) {
                channel.basicAck(tag, false);
            }
        }
    }

    /** Returns when the broker has been told everything. */
    @Override
    public void close() throws InterruptedException {
        settled.add(END);
        thread.join();
    }
}
