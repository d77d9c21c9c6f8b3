package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.DefaultConsumer;
import community.likeminds.agent.infrastructure.messaging.Consumption;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.MessageHandler;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.Priority;
import community.likeminds.agent.infrastructure.messaging.deadletter.DeadLetterHandler;
import community.likeminds.agent.infrastructure.messaging.deadletter.Failure;
import java.io.IOException;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.PriorityBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Consumes the queues of all priorities over one connection, which it opens again when it is lost. */
final class RabbitSubscription implements MessageQueue.Subscription {

    private static final Logger LOG = LoggerFactory.getLogger(RabbitSubscription.class);
    private static final long AGAIN_MILLIS = 1_000;
    private static final long CLOSE_MILLIS = 10_000;

    private final String queue;
    private final Consumption how;
    private final MessageHandler handler;
    private final Broker broker;
    private final Topology topology;
    private final Outbox outbox;
    private final DeadLetterHandler deadLetters;
    private final Consumer<RabbitSubscription> closed;
    private final PriorityBlockingQueue<Delivery> waiting = new PriorityBlockingQueue<>(
            16,
            Comparator.comparing((Delivery delivery) -> delivery.message.priority())
                    .reversed()
                    .thenComparing(Delivery::order));
    private final AtomicLong order = new AtomicLong();
    private final AtomicInteger taken = new AtomicInteger();
    private final Set<Thread> workers = ConcurrentHashMap.newKeySet();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;

    private record Delivery(Message message, Acknowledger acknowledger, long tag, long order) {}

    RabbitSubscription(
            String queue,
            Consumption how,
            MessageHandler handler,
            Broker broker,
            Topology topology,
            Outbox outbox,
            DeadLetterHandler deadLetters,
            Consumer<RabbitSubscription> closed) {
        this.queue = queue;
        this.how = how;
        this.handler = handler;
        this.broker = broker;
        this.topology = topology;
        this.outbox = outbox;
        this.deadLetters = deadLetters;
        this.closed = closed;
        this.thread = Thread.ofPlatform().daemon().name("queue-" + queue).unstarted(this::run);
    }

    void start() {
        thread.start();
        for (int number = 0; number < how.parallel(); number++) {
            workers.add(Thread.ofVirtual().name("messages-" + queue + "-" + number).start(this::work));
        }
    }

    String queue() {
        return queue;
    }

    long taken() {
        return taken.get();
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void run() {
        boolean away = false;
        try {
            while (!isClosing()) {
                try (Connection connection = broker.connect("likeminds-" + queue)) {
                    if (away) {
                        LOG.info("{} is consumed again.", queue);
                        away = false;
                    }
                    consume(connection);
                } catch (IOException | RuntimeException lost) {
                    if (!away && !isClosing()) {
                        LOG.warn("{} cannot be consumed until the broker is back: {}", queue, lost.toString());
                        away = true;
                    }
                    closing.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("No longer consuming {}.", queue);
        }
    }

    /** Returns when the connection is lost, or when all is settled after closing began. */
    private void consume(Connection connection) throws IOException, InterruptedException {
        Channel channel = connection.createChannel();
        CountDownLatch lost = new CountDownLatch(1);
        channel.addShutdownListener(cause -> lost.countDown());
        topology.declareDeadLetters(channel);
        topology.declare(channel, queue);
        channel.basicQos(how.parallel());
        Acknowledger acknowledger = new Acknowledger(channel, "acknowledger-" + queue);
        // The most urgent first: what waits in it is then here before anything else is begun.
        for (Priority priority : List.of(Priority.HIGH, Priority.NORMAL, Priority.LOW)) {
            channel.basicConsume(topology.queue(queue, priority), false, new DefaultConsumer(channel) {
                @Override
                public void handleDelivery(
                        String consumer, com.rabbitmq.client.Envelope frame, BasicProperties properties, byte[] body) {
                    waiting.add(new Delivery(
                            Envelope.arrived(properties, body, priority), acknowledger, frame.getDeliveryTag(), order.incrementAndGet()));
                }
            });
        }
        boolean away = false;
        while (!away && !(isClosing() && workers.isEmpty())) {
            away = lost.await(100, TimeUnit.MILLISECONDS);
        }
        acknowledger.close();
        // What a lost channel has delivered is delivered again on the next one.
        waiting.removeIf(delivery -> delivery.acknowledger == acknowledger);
    }

    private void work() {
        try {
            while (!isClosing()) {
                Delivery delivery = waiting.poll(100, TimeUnit.MILLISECONDS);
                if (delivery != null && delivery.acknowledger.isOpen()) {
                    taken.incrementAndGet();
                    try {
                        handle(delivery);
                    } finally {
                        taken.decrementAndGet();
                    }
                }
            }
        } catch (InterruptedException stopped) {
            LOG.debug("A worker of {} ends.", queue);
        } finally {
            workers.remove(Thread.currentThread());
        }
    }

    private void handle(Delivery delivery) throws InterruptedException {
        try {
            if (delivery.message.attempt() > how.retry().attempts()) {
                deadLetters.bury(queue, delivery.message, Failure.LOST, () -> true);
            } else {
                attempt(delivery);
            }
            delivery.acknowledger.handled(delivery.tag);
        } catch (InterruptedException stopped) {
            delivery.acknowledger.giveBack(delivery.tag);
            throw stopped;
        } catch (RuntimeException trouble) {
            LOG.warn("Message {} of {} cannot be settled now: {}", delivery.message.id(), queue, trouble.getMessage());
            delivery.acknowledger.giveBack(delivery.tag);
        }
    }

    private void attempt(Delivery delivery) throws InterruptedException {
        Message message = delivery.message;
        try {
            handler.handle(message);
        } catch (InterruptedException stopped) {
            throw stopped;
        } catch (Exception | Error failure) {
            // An error of one message (no memory for it, a class that is missing) must not end the worker of all.
            Failure why = Failure.of(failure);
            if (why.forGood() || message.attempt() >= how.retry().attempts()) {
                deadLetters.bury(queue, message, why, () -> true);
                return;
            }
            LOG.info("Message {} of {} failed and will be tried again: {}", message.id(), queue, why.reason());
            NewMessage again = NewMessage.of(message.tenant(), message.body())
                    .with(message.headers())
                    .with(message.priority())
                    .after(how.retry().after(message.attempt()));
            outbox.add(List.of(new Envelope(queue, message.id(), message.attempt() + 1, again)));
        }
    }

    @Override
    public void close() {
        closing.countDown();
        closed.accept(this);
        try {
            thread.join(CLOSE_MILLIS);
            workers.forEach(Thread::interrupt);
            thread.join(CLOSE_MILLIS);
        } catch (InterruptedException impatient) {
            workers.forEach(Thread::interrupt);
            Thread.currentThread().interrupt();
        }
        thread.interrupt();
    }
}
