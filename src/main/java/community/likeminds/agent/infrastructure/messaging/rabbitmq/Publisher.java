package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import com.rabbitmq.client.AlreadyClosedException;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import community.likeminds.agent.infrastructure.messaging.Priority;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentNavigableMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Publishes and waits until the broker has confirmed; many callers share one channel without waiting for each other's confirmations. */
final class Publisher implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Publisher.class);
    private static final long CONFIRM_SECONDS = 10;
    // A queue that an operator removed is declared again before long.
    private static final long KNOWN_NANOS = TimeUnit.MINUTES.toNanos(5);

    private final Broker broker;
    private final Topology topology;
    private final ReentrantLock lock = new ReentrantLock();
    private @Nullable Link link;

    /** An open channel and what is not confirmed on it yet. */
    private record Link(
            Connection connection,
            Channel channel,
            ConcurrentNavigableMap<Long, CompletableFuture<Void>> unconfirmed,
            Set<String> declared,
            long openedAt) {}

    Publisher(Broker broker, Topology topology) {
        this.broker = broker;
        this.topology = topology;
    }

    /** Returns those that the broker did not confirm in time; some of them may have arrived all the same. */
    List<Envelope> publish(List<Envelope> envelopes) {
        List<CompletableFuture<Void>> confirmations = new ArrayList<>(envelopes.size());
        lock.lock();
        try {
            Link open = link();
            for (Envelope envelope : envelopes) {
                if (open.declared.add(envelope.queue())) {
                    topology.declare(open.channel, envelope.queue());
                }
                CompletableFuture<Void> confirmation = new CompletableFuture<>();
                open.unconfirmed.put(open.channel.getNextPublishSeqNo(), confirmation);
                confirmations.add(confirmation);
                open.channel.basicPublish(
                        "",
                        topology.queue(envelope.queue(), envelope.message().priority()),
                        envelope.properties(),
                        envelope.body());
            }
        } catch (IOException | RuntimeException failure) {
            LOG.debug("The broker cannot be reached.", failure);
            drop(failure);
        } finally {
            lock.unlock();
        }
        return unconfirmed(envelopes, confirmations);
    }

    private static List<Envelope> unconfirmed(List<Envelope> envelopes, List<CompletableFuture<Void>> confirmations) {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(CONFIRM_SECONDS);
        List<Envelope> failed = new ArrayList<>();
        for (int index = 0; index < envelopes.size(); index++) {
            if (index >= confirmations.size() || !isConfirmed(confirmations.get(index), deadline - System.nanoTime())) {
                failed.add(envelopes.get(index));
            }
        }
        return failed;
    }

    private static boolean isConfirmed(CompletableFuture<Void> confirmation, long nanos) {
        try {
            confirmation.get(Math.max(nanos, 0), TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException refused) {
            LOG.debug("The broker did not take a message.", refused);
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private Link link() throws IOException {
        Link known = link;
        if (known != null && known.channel.isOpen()) {
            if (System.nanoTime() - known.openedAt > KNOWN_NANOS) {
                known.declared.clear();
                link = new Link(known.connection, known.channel, known.unconfirmed, known.declared, System.nanoTime());
            }
            return link == null ? known : link;
        }
        drop(new IOException("The connection to the broker was lost."));
        Connection connection = broker.connect("likeminds-publisher");
        try {
            Channel channel = connection.createChannel();
            channel.confirmSelect();
            topology.declareDeadLetters(channel);
            ConcurrentNavigableMap<Long, CompletableFuture<Void>> unconfirmed = new ConcurrentSkipListMap<>();
            channel.addConfirmListener(
                    (number, multiple) -> confirmed(unconfirmed, number, multiple, null),
                    (number, multiple) -> confirmed(unconfirmed, number, multiple, new IOException("The queue is full or lost its majority.")));
            channel.addShutdownListener(cause -> confirmed(unconfirmed, Long.MAX_VALUE, true, cause));
            Link opened = new Link(connection, channel, unconfirmed, new HashSet<>(), System.nanoTime());
            link = opened;
            return opened;
        } catch (IOException | RuntimeException failure) {
            connection.abort();
            throw failure;
        }
    }

    private static void confirmed(
            ConcurrentNavigableMap<Long, CompletableFuture<Void>> unconfirmed,
            long number,
            boolean multiple,
            @Nullable Throwable failure) {
        var settled = multiple ? unconfirmed.headMap(number, true) : unconfirmed.subMap(number, true, number, true);
        settled.values().forEach(one -> {
            if (failure == null) {
                one.complete(null);
            } else {
                one.completeExceptionally(failure);
            }
        });
        settled.clear();
    }

    private void drop(Throwable cause) {
        Link lost = link;
        link = null;
        if (lost != null) {
            lost.connection.abort();
            confirmed(lost.unconfirmed, Long.MAX_VALUE, true, cause);
        }
    }

    /** Asks the broker for something that costs it nothing. */
    void check() throws IOException {
        lock.lock();
        try {
            link().channel.basicQos(0);
        } catch (AlreadyClosedException lost) {
            throw new IOException("The connection to the broker was lost.", lost);
        } finally {
            lock.unlock();
        }
    }

    /** Messages of a queue that could be taken now. */
    long ready(String queue) throws IOException {
        lock.lock();
        try {
            Link open = link();
            if (open.declared.add(queue)) {
                topology.declare(open.channel, queue);
            }
            long count = 0;
            for (Priority priority : Priority.values()) {
                count += open.channel.messageCount(topology.queue(queue, priority));
            }
            return count;
        } finally {
            lock.unlock();
        }
    }

    @Override
    public void close() {
        lock.lock();
        try {
            drop(new IOException("The publisher is closed."));
        } finally {
            lock.unlock();
        }
    }
}
