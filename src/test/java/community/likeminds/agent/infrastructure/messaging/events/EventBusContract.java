package community.likeminds.agent.infrastructure.messaging.events;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.infrastructure.messaging.Event;
import community.likeminds.agent.infrastructure.messaging.EventBus;
import community.likeminds.agent.infrastructure.messaging.EventBus.From;
import community.likeminds.agent.infrastructure.messaging.MessageQueue;
import community.likeminds.agent.infrastructure.messaging.deadletter.JdbcDeadLetters;
import community.likeminds.agent.infrastructure.messaging.jdbc.JdbcMessageQueue;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the event bus does, on every database. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
abstract class EventBusContract {

    private static final TenantId TENANT = new TenantId("acme");

    private final List<AutoCloseable> opened = new ArrayList<>();
    private MessageQueue queues;
    private JdbcDeadLetters deadLetters;
    private EventBus bus;

    abstract Database database();

    @BeforeEach
    void open() {
        deadLetters = new JdbcDeadLetters(database().jdbc(), database().transactions(), () -> queues, Clock.systemUTC());
        queues = new JdbcMessageQueue(database().jdbc(), database().transactions(), deadLetters, Clock.systemUTC());
        bus = process();
    }

    @AfterEach
    void stop() throws Exception {
        for (AutoCloseable one : opened.reversed()) {
            one.close();
        }
        database().close();
    }

    private EventBus process() {
        return new JdbcEventBus(database().jdbc(), database().transactions(), queues, deadLetters, Clock.systemUTC());
    }

    private List<Event> collect(EventBus process, String consumer, From from, String... types) {
        List<Event> seen = Collections.synchronizedList(new ArrayList<>());
        opened.add(process.subscribe(consumer, Set.of(types), from, seen::add));
        return seen;
    }

    private static void until(java.util.function.BooleanSupplier condition) throws InterruptedException {
        for (int tries = 0; tries < 500 && !condition.getAsBoolean(); tries++) {
            Thread.sleep(20);
        }
        assertThat(condition.getAsBoolean()).isTrue();
    }

    @Test
    void everyConsumerGetsEveryEventInOrder() throws Exception {
        List<Event> first = collect(bus, "first", From.BEGINNING);
        List<Event> second = collect(bus, "second", From.BEGINNING);
        IntStream.range(0, 50).forEach(number -> bus.publish(TENANT, "thing.happened", "{\"n\":" + number + "}"));
        until(() -> first.size() >= 50 && second.size() >= 50);
        assertThat(first).extracting(Event::body).containsExactlyElementsOf(
                IntStream.range(0, 50).mapToObj(number -> "{\"n\":" + number + "}").toList());
        assertThat(second).isEqualTo(first);
    }

    @Test
    void aLateConsumerIsGivenWhatItMissedUnlessItOnlyWantsWhatComes() throws Exception {
        bus.publish(TENANT, "thing.happened", "1");
        List<Event> all = collect(bus, "late", From.BEGINNING);
        List<Event> news = collect(bus, "news", From.NOW);
        bus.publish(TENANT, "thing.happened", "2");
        until(() -> all.size() == 2 && news.size() == 1);
        assertThat(all).extracting(Event::body).containsExactly("1", "2");
        assertThat(news).extracting(Event::body).containsExactly("2");
    }

    @Test
    void aConsumerGoesOnWhereItStoodAndOneProcessReadsForIt() throws Exception {
        List<Event> before = collect(bus, "one", From.BEGINNING);
        bus.publish(TENANT, "thing.happened", "1");
        until(() -> before.size() == 1);
        opened.removeLast().close();
        bus.publish(TENANT, "thing.happened", "2");

        List<Event> here = collect(bus, "one", From.BEGINNING);
        List<Event> there = collect(process(), "one", From.BEGINNING);
        bus.publish(TENANT, "thing.happened", "3");
        until(() -> here.size() + there.size() >= 2);
        Thread.sleep(200);
        List<String> both = new ArrayList<>(here.stream().map(Event::body).toList());
        both.addAll(there.stream().map(Event::body).toList());
        assertThat(both).containsExactly("2", "3");
    }

    @Test
    void onlyTheWantedTypesArrive() throws Exception {
        List<Event> seen = collect(bus, "picky", From.BEGINNING, "b");
        bus.publish(TENANT, "a", "1");
        bus.publish(TENANT, "b", "2");
        until(() -> !seen.isEmpty());
        assertThat(seen).extracting(Event::type, Event::tenant).containsExactly(org.assertj.core.api.Assertions.tuple("b", TENANT));
    }

    @Test
    void anEventOfATransactionThatIsRolledBackDidNotHappen() throws Exception {
        List<Event> seen = collect(bus, "strict", From.BEGINNING);
        database().transaction().executeWithoutResult(status -> {
            bus.publish(TENANT, "a", "never");
            status.setRollbackOnly();
        });
        bus.publish(TENANT, "a", "real");
        until(() -> !seen.isEmpty());
        assertThat(seen).extracting(Event::body).containsExactly("real");
    }

    @Test
    void publishersThatCommitInAnotherOrderHideNothing() throws Exception {
        List<Event> seen = collect(bus, "careful", From.BEGINNING);
        CountDownLatch slowHasBegun = new CountDownLatch(1);
        Thread slow = Thread.ofVirtual().start(() -> database().transaction().executeWithoutResult(status -> {
            bus.publish(TENANT, "a", "slow");
            slowHasBegun.countDown();
            try {
                Thread.sleep(500);
            } catch (InterruptedException interrupted) {
                throw new IllegalStateException(interrupted);
            }
        }));
        slowHasBegun.await();
        Thread quick = Thread.ofVirtual().start(() -> bus.publish(TENANT, "a", "quick"));
        slow.join();
        quick.join();
        until(() -> seen.size() == 2);
        assertThat(seen).extracting(Event::body).containsExactly("slow", "quick");
    }

    @Test
    void whatFailsComesAgainAndWhatCannotBeMendedIsPutAside() throws Exception {
        List<String> seen = Collections.synchronizedList(new ArrayList<>());
        List<String> broken = Collections.synchronizedList(new ArrayList<>(List.of("2", "3")));
        opened.add(bus.subscribe("shaky", Set.of(), From.BEGINNING, event -> {
            if (event.body().equals("2") && broken.remove("2")) {
                throw new IllegalStateException("not now");
            }
            if (event.body().equals("3") && broken.contains("3")) {
                throw AgentException.badInput("unreadable", "It cannot be read.", "Send another.");
            }
            seen.add(event.body());
        }));
        for (String body : List.of("1", "2", "3", "4")) {
            bus.publish(TENANT, "a", body);
        }
        until(() -> seen.size() == 3);
        assertThat(seen).containsExactly("1", "2", "4");
        assertThat(deadLetters.list(TENANT, 10)).hasSize(1);
        broken.clear();
        assertThat(deadLetters.redrive(TENANT, deadLetters.list(TENANT, 10).getFirst().id())).isTrue();
        until(() -> seen.size() == 4);
        assertThat(seen).last().isEqualTo("3");
    }
}
