package community.likeminds.agent.infrastructure.messaging.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.MessagingBenchmarks.Measurement;
import community.likeminds.agent.infrastructure.messaging.MessagingBenchmarks.Request;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.infrastructure.messaging.jdbc.JdbcMessageQueue;
import community.likeminds.agent.services.RealRabbitMq;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.Progress;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Measures both queues with few messages: everything is handled, and nothing is left behind. */
@ExtendWith(RealRabbitMq.class)
class MessagingBenchmarksTest {

    @Test
    void bothQueuesAreMeasuredBesideTheirPeers(RealService server) {
        try (Database database = Database.h2()) {
            JdbcDeadLetters letters = new JdbcDeadLetters(
                    database.jdbc(), database.transactions(), () -> (MessageQueue) null, Clock.systemUTC());
            List<Measurement> measured = new StandardMessagingBenchmarks(
                            database.jdbc(), database.transactions(), letters, server.user(), server.user())
                    .run(new Request(400, server.url().toString()), Progress.NONE);
            assertThat(measured).hasSize(2).allSatisfy(one -> {
                assertThat(one.value()).isPositive();
                assertThat(one.peerValue()).isPositive();
            });
            assertThat(database.jdbc().queryForObject("select count(*) from messages", Integer.class)).isZero();
            assertThat(database.jdbc().queryForList("select table_name from information_schema.tables where table_name = 'bench_rows'")).isEmpty();
            assertThat(new JdbcMessageQueue(database.jdbc(), database.transactions(), letters, Clock.systemUTC()).depth("bench").ready()).isZero();
        }
    }

    /** The minutes that the database takes would be lost. */
    @Test
    void aBrokerThatIsAwayOrNoneAtAllIsToldOfFirst() {
        try (Database database = Database.h2()) {
            JdbcDeadLetters letters = new JdbcDeadLetters(
                    database.jdbc(), database.transactions(), () -> (MessageQueue) null, Clock.systemUTC());
            StandardMessagingBenchmarks benchmarks =
                    new StandardMessagingBenchmarks(database.jdbc(), database.transactions(), letters, "nobody", "wrong");
            List<String> stages = new ArrayList<>();
            Progress progress = (stage, done, total, detail) -> stages.add(stage);
            assertThatThrownBy(() -> benchmarks.run(new Request(400, "amqp://127.0.0.1:1"), progress)).hasMessageContaining("does not answer");
            assertThatThrownBy(() -> benchmarks.run(new Request(400, "localhost"), progress)).hasMessageContaining("not the address of a RabbitMQ server");
            assertThat(stages).isEmpty();
        }
    }
}
