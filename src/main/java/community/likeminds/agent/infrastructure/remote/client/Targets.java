package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.CircuitBreaker;
import java.net.URI;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.BinaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which process a call goes to: in turn, those that are ready, and none that has just failed again and again. */
final class Targets {

    private static final long LOOK_AGAIN_MILLIS = 200;

    private final ServiceRegistry registry;
    private final RemoteProperties properties;
    private final Map<Key, Target> known = new ConcurrentHashMap<>();
    private final AtomicInteger turn = new AtomicInteger();

    Targets(ServiceRegistry registry, RemoteProperties properties) {
        this.registry = registry;
        this.properties = properties;
    }

    private record Key(URI address, String role) {}

    /** A process as one of its roles is called. */
    static final class Target {
        final URI address;
        final String role;
        final CircuitBreaker breaker;
        final LongAdder calls = new LongAdder();
        final LongAdder failures = new LongAdder();
        /** Another process may take the address over. */
        private volatile @Nullable URI grpc;

        Target(URI address, String role, CircuitBreaker breaker) {
            this.address = address;
            this.role = role;
            this.breaker = breaker;
        }

        /** Where it takes calls over gRPC; null when it takes none. */
        @Nullable URI grpc() {
            return grpc;
        }

        void succeeded() {
            breaker.succeeded();
        }

        void failed() {
            failures.increment();
            breaker.failed();
        }
    }

    /**
     * A process to call; waits for one.
     *
     * @param not addresses that were tried in vain, chosen only when there is no other
     * @throws AgentException {@code role-unavailable}
     */
    Target choose(String role, Set<URI> not, Duration patience) throws InterruptedException {
        long until = System.nanoTime() + patience.toNanos();
        while (true) {
            @Nullable Target found = find(role, not);
            if (found != null) {
                found.calls.increment();
                return found;
            }
            if (System.nanoTime() - until > 0) {
                throw new AgentException(
                        AgentException.Kind.UNAVAILABLE,
                        "role-unavailable",
                        "No process that runs the role " + role + " can be reached.",
                        "Start one with: likeminds serve --roles " + role + ". 'likeminds roles --status' says which there are.");
            }
            Thread.sleep(LOOK_AGAIN_MILLIS);
        }
    }

    /** The process that a handle lives in. */
    Target at(URI address, String role) {
        return target(address, role);
    }

    private @Nullable Target find(String role, Set<URI> not) {
        List<ServiceInstance> instances = registry.ready(role);
        if (instances.isEmpty()) {
            // A process that waits for something says so itself when it is called.
            instances = registry.all().stream().filter(instance -> instance.roles().contains(role)).toList();
        }
        instances = latest(instances);
        if (instances.isEmpty()) {
            return null;
        }
        int first = Math.floorMod(turn.getAndIncrement(), instances.size());
        for (boolean again : new boolean[] {false, true}) {
            for (int index = 0; index < instances.size(); index++) {
                ServiceInstance one = instances.get((first + index) % instances.size());
                if (not.contains(one.address()) == again) {
                    Target target = target(one.address(), role);
                    target.grpc = one.grpc();
                    if (target.breaker.lets()) {
                        return target;
                    }
                }
            }
        }
        return null;
    }

    /** One that has just taken the place of another at its address is the one that answers there. */
    private static List<ServiceInstance> latest(List<ServiceInstance> instances) {
        return List.copyOf(instances.stream()
                .collect(Collectors.toMap(
                        ServiceInstance::address, one -> one, BinaryOperator.maxBy(Comparator.comparing(ServiceInstance::seenAt)), LinkedHashMap::new))
                .values());
    }

    private Target target(URI address, String role) {
        return known.computeIfAbsent(
                new Key(address, role), key -> new Target(address, role, new CircuitBreaker("role " + role, properties.failures(), properties.pause())));
    }

    List<RemoteCalls.Target> states() {
        return known.values().stream()
                .map(target -> new RemoteCalls.Target(
                        target.address, target.role, target.calls.sum(), target.failures.sum(), target.breaker.isOpen()))
                .sorted(Comparator.comparing(RemoteCalls.Target::role).thenComparing(RemoteCalls.Target::address))
                .toList();
    }
}
