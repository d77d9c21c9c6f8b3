package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Says again and again which handles of other processes this one still uses. */
final class Leases implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Leases.class);

    private final Renewal renewal;
    private final Map<Place, Set<String>> used = new ConcurrentHashMap<>();
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("remote-renewals").factory());

    Leases(Renewal renewal) {
        this.renewal = renewal;
        long every = Protocol.RENEWAL.toMillis();
        clock.scheduleWithFixedDelay(this::renew, every, every, TimeUnit.MILLISECONDS);
    }

    private record Place(URI address, String role) {}

    /** Tells a process which of its handles are used. */
    @FunctionalInterface
    interface Renewal {
        void send(URI address, String role, List<String> handles) throws Exception;
    }

    void use(URI address, String role, String handle) {
        used.computeIfAbsent(new Place(address, role), place -> ConcurrentHashMap.newKeySet()).add(handle);
    }

    void end(URI address, String role, String handle) {
        used.getOrDefault(new Place(address, role), Set.of()).remove(handle);
    }

    private void renew() {
        used.forEach((place, handles) -> {
            if (!handles.isEmpty()) {
                try {
                    renewal.send(place.address, place.role, List.copyOf(handles));
                } catch (Exception away) {
                    LOG.debug("{} could not be told which handles are used; it is told again.", place.address, away);
                }
            }
        });
    }

    @Override
    public void close() {
        clock.shutdownNow();
    }
}
