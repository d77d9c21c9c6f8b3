package community.likeminds.agent.infrastructure.remote.membership;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class LacksTest {

    private static final RemoteTopology TOPOLOGY = new RemoteTopology(Map.of(), Map.of(), Set.of("analysis", "output"), Set.of("objects"));

    @Test
    void aStoreIsAskedOnceInAWhile() {
        AtomicInteger asked = new AtomicInteger();
        AtomicLong now = new AtomicLong();
        WatchedStore store = new WatchedStore(StoreHealth.of("cache", "redis", false, asked::incrementAndGet), Runnable::run, now::get);
        for (int look = 0; look < 10; look++) {
            assertThat(store.state().ready()).isTrue();
        }
        assertThat(asked).hasValue(1);
        now.addAndGet(WatchedStore.FRESH.toNanos() + 1);
        store.state();
        assertThat(asked).hasValue(2);
    }

    @Test
    void aStoreThatIsSilentKeepsNobodyWaitingAndIsAskedOnlyOnce() throws Exception {
        CountDownLatch answers = new CountDownLatch(1);
        AtomicInteger asked = new AtomicInteger();
        WatchedStore store = new WatchedStore(StoreHealth.of("objects", "s3", true, () -> {
            asked.incrementAndGet();
            try {
                answers.await();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        }));
        assertThat(store.state()).isEqualTo(new StoreHealth.State("objects", "s3", true, false, "It does not answer."));
        assertThat(store.state().ready()).isFalse();
        assertThat(asked).hasValue(1);
        answers.countDown();
        assertThat(store.ask().get().ready()).isTrue();
    }

    @Test
    void whatIsWrongIsSaidAndStoresThatNoRoleUsesAreNotAsked() throws IOException {
        StoreHealth broken = StoreHealth.of("relational", "postgresql", true, () -> {
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "away", "It is away.", "Start it.");
        });
        StoreHealth unused = StoreHealth.of("objects", "s3", true, () -> {
            throw new AssertionError("asked");
        });
        try (ServerSocket listening = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Lacks lacks = new Lacks(List.of(broken, unused), registry(listening.getLocalPort()), TOPOLOGY, List::of);
            assertThat(lacks.stores())
                    .containsExactly(new StoreHealth.State("relational", "postgresql", true, false, "It is away. Start it."));
            assertThat(lacks.all()).containsExactly("store relational (postgresql)", "role output");
        }
    }

    /** The registry knows for up to 15 s a process that was killed. */
    @Test
    void aRoleWhoseProcessDoesNotListenIsMissing() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(new Lacks(List.of(), registry(port), TOPOLOGY, List::of).roles()).containsExactly("analysis", "output");
    }

    /** One process that runs the role analysis and is not ready. */
    private static ServiceRegistry registry(int port) {
        return new ServiceRegistry() {
            @Override
            public Registration register(NewInstance instance) {
                throw new UnsupportedOperationException();
            }

            @Override
            public List<ServiceInstance> ready(String role) {
                return List.of();
            }

            @Override
            public List<ServiceInstance> all() {
                return List.of(new ServiceInstance(
                        "a", Set.of("analysis"), URI.create("http://127.0.0.1:" + port), "1", false, List.of("role output"), Instant.EPOCH));
            }
        };
    }

    @Test
    void callsThatAreHeldBackAreSaidByRoleAndAddress() {
        URI address = URI.create("http://127.0.0.1:9001");
        Lacks lacks = new Lacks(List.of(), registry(9001), TOPOLOGY, () -> List.of(
                new RemoteCalls.Target(address, "analysis", 3, 3, true), new RemoteCalls.Target(address, "output", 1, 0, false)));
        assertThat(lacks.heldBack()).containsExactly("analysis at http://127.0.0.1:9001");
    }
}
