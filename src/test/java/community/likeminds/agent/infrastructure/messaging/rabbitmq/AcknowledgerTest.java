package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.GetResponse;
import community.likeminds.agent.services.RealRabbitMq;
import community.likeminds.agent.services.RealService;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** In whatever order messages end, the broker forgets those that were handled and keeps the others. */
@ExtendWith(RealRabbitMq.class)
class AcknowledgerTest {

    private static final int MESSAGES = 60;

    @Test
    void messagesThatEndInAnyOrderAreSettledAndThoseGivenBackRemain(RealService server) throws Exception {
        long seed = Long.getLong("seed", 7);
        Random random = new Random(seed);
        String queue = "acknowledger-" + UUID.randomUUID();
        try (Connection connection = new Broker(server.url(), server.user(), server.user()).connect("test");
                Channel observing = connection.createChannel()) {
            observing.queueDeclare(queue, true, false, false, Map.of("x-queue-type", "quorum"));
            for (int round = 0; round < 5; round++) {
                List<Long> tags = new ArrayList<>();
                Channel channel = connection.createChannel();
                observing.confirmSelect();
                for (int message = 0; message < MESSAGES; message++) {
                    observing.basicPublish("", queue, null, new byte[0]);
                }
                observing.waitForConfirmsOrDie(30_000);
                for (int message = 0; message < MESSAGES; message++) {
                    GetResponse delivered = channel.basicGet(queue, false);
                    tags.add(delivered.getEnvelope().getDeliveryTag());
                }
                int back = random.nextInt(10);
                int open = random.nextInt(5);
                Collections.shuffle(tags, random);
                Acknowledger acknowledger = new Acknowledger(channel, "test");
                for (int index = open; index < MESSAGES; index++) {
                    if (index < open + back) {
                        acknowledger.giveBack(tags.get(index));
                    } else {
                        acknowledger.handled(tags.get(index));
                    }
                    if (random.nextInt(4) == 0) {
                        Thread.sleep(random.nextInt(8));
                    }
                }
                acknowledger.close();
                assertThat(channel.isOpen()).as("seed %s, round %s", seed, round).isTrue();
                // Closing the channel gives back what was still open.
                channel.close();
                assertThat(remaining(observing, queue, open + back)).as("seed %s, round %s", seed, round).isEqualTo(open + back);
                observing.queuePurge(queue);
            }
            observing.queueDelete(queue);
        }
    }

    /** Counts are told late by quorum queues. */
    private static long remaining(Channel channel, String queue, int expected) throws Exception {
        for (int tries = 0; tries < 100 && channel.messageCount(queue) != expected; tries++) {
            Thread.sleep(100);
        }
        return channel.messageCount(queue);
    }
}
