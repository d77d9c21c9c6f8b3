package community.likeminds.agent.infrastructure.messaging.rabbitmq;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.Message;
import community.likeminds.agent.infrastructure.messaging.NewMessage;
import community.likeminds.agent.infrastructure.messaging.jdbc.MessageTable;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvelopeTest {

    private static final NewMessage MESSAGE =
            NewMessage.of(new TenantId("acme"), "{}").with(Map.of("traceparent", "00-1")).after(Duration.ofHours(1));

    @Test
    void whatWaitsComesOutAsItWentIn() {
        Envelope envelope = new Envelope("builds", "m-1", 2, MESSAGE);
        NewMessage waiting = envelope.waiting();
        Envelope back = Envelope.ofWaiting(new Message("row", waiting.tenant(), waiting.body(), waiting.headers(), waiting.priority(), 1));
        assertThat(back).isEqualTo(new Envelope("builds", "m-1", 2, MESSAGE.after(Duration.ZERO)));
    }

    @Test
    void anAttemptWaitsWhileTheOneBeforeIsStillThere() {
        try (Database database = Database.h2()) {
            MessageTable table = new MessageTable(database.jdbc(), database.transactions(), Clock.systemUTC());
            Publisher nowhere = new Publisher(new Broker(URI.create("amqp://127.0.0.1:1"), "nobody", "nothing"), new Topology("test"));
            try (Outbox outbox = new Outbox(table, nowhere)) {
                outbox.add(List.of(new Envelope("builds", "m-1", 2, MESSAGE)));
                outbox.add(List.of(new Envelope("builds", "m-1", 3, MESSAGE)));
                assertThat(outbox.held("builds")).isEqualTo(2);
            }
        }
    }
}
