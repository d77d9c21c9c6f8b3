package community.likeminds.agent.infrastructure.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.web.EventStreams.Look;
import community.likeminds.agent.infrastructure.web.EventStreams.Sent;
import community.likeminds.agent.infrastructure.web.EventStreams.Source;
import community.likeminds.agent.shared.AgentException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventStreamsTest {

    private record Counting(AtomicInteger looks, String id) implements Source {
        @Override
        public Look look(String seen) {
            looks.incrementAndGet();
            return new Look(List.of(new Sent("1", "done", id)), true);
        }
    }

    @Test
    void listenersOfTheSameShareALookAndThoseOfAnotherDoNot() throws Exception {
        AtomicInteger first = new AtomicInteger();
        AtomicInteger second = new AtomicInteger();
        int listeners = 200;
        EventStreams streams = new EventStreams();
        try {
            CountDownLatch begun = new CountDownLatch(listeners);
            for (int count = 0; count < listeners; count++) {
                Thread.ofVirtual().start(() -> {
                    streams.follow(new Counting(first, "first"), "");
                    begun.countDown();
                });
            }
            begun.await();
            streams.follow(new Counting(second, "second"), "");
        } finally {
            streams.destroy();
        }
        assertThat(first.get()).isLessThan(listeners / 2);
        assertThat(second).hasValue(1);
    }

    @Test
    void whatCannotBeLookedAtIsTriedAgainByTheNextOne() {
        EventStreams streams = new EventStreams();
        AtomicInteger looks = new AtomicInteger();
        Source failing = seen -> {
            looks.incrementAndGet();
            throw AgentException.notFound("task-unknown", "There is none.", "Ask for another one.");
        };
        try {
            for (int count = 1; count <= 2; count++) {
                assertThatThrownBy(() -> streams.follow(failing, "")).isInstanceOf(AgentException.class);
                assertThat(looks).hasValue(count);
            }
        } finally {
            streams.destroy();
        }
    }
}
