package community.likeminds.agent.gateway.routing;

import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.LongSupplier;

/** Which instances of a role to ask, one after the other in turn. Thread-safe. */
final class Upstreams {

    /** The registry needs up to 15 s to notice that a process is gone; until then the ones that refused come last. */
    private static final Duration ASIDE = Duration.ofSeconds(5);

    /** A process that has just become ready is told of within seconds; its callers wait for that instead of being refused. */
    private static final int LOOKS = 30;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final ServiceRegistry registry;
    private final LongSupplier nanos;
    private final AtomicInteger turn = new AtomicInteger();
    private final Map<URI, Long> refused = new ConcurrentHashMap<>();

    Upstreams(ServiceRegistry registry, LongSupplier nanos) {
        this.registry = registry;
        this.nanos = nanos;
    }

    /**
     * Addresses in the order in which they should be tried, at least one.
     *
     * @throws AgentException {@code role-unreachable}, {@code registry-unavailable}
     */
    List<URI> inOrder(String role) {
        List<ServiceInstance> ready = ready(role);
        int first = Math.floorMod(turn.getAndIncrement(), ready.size());
        List<URI> usual = new ArrayList<>(ready.size());
        List<URI> last = new ArrayList<>(0);
        for (int index = 0; index < ready.size(); index++) {
            URI address = ready.get((first + index) % ready.size()).address();
            (isAside(address) ? last : usual).add(address);
        }
        usual.addAll(last);
        return usual;
    }

    private List<ServiceInstance> ready(String role) {
        List<ServiceInstance> ready = registry.ready(role);
        for (int look = 1; ready.isEmpty(); look++) {
            if (look == LOOKS) {
                return waiting(role);
            }
            try {
                Thread.sleep(BETWEEN_LOOKS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw unreachable(role, interrupted);
            }
            ready = registry.ready(role);
        }
        return ready;
    }

    /** Processes that lack something say so themselves, which tells a caller more than that nobody is there. */
    private List<ServiceInstance> waiting(String role) {
        List<ServiceInstance> waiting = registry.all().stream().filter(instance -> instance.roles().contains(role)).toList();
        if (waiting.isEmpty()) {
            throw unreachable(role, null);
        }
        return waiting;
    }

    void answered(URI address) {
        if (!refused.isEmpty()) {
            refused.remove(address);
        }
    }

    void refused(URI address) {
        refused.put(address, nanos.getAsLong());
    }

    private boolean isAside(URI address) {
        Long since = refused.get(address);
        return since != null && nanos.getAsLong() - since < ASIDE.toNanos();
    }

    static AgentException unreachable(String role, @org.jspecify.annotations.Nullable Throwable cause) {
        return new AgentException(
                AgentException.Kind.UNAVAILABLE,
                "role-unreachable",
                "No process that runs the role '" + role + "' can be reached.",
                "Start one with 'likeminds serve --roles=" + role + "', or wait until it is ready; 'likeminds roles --status' lists them.",
                cause);
    }
}
