package community.likeminds.agent.registry.discovery;

import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Asks a registry once a second at most for each role, and remembers what it said for when it is away. */
public final class Remembering implements ServiceRegistry {

    private static final Duration FRESH = Duration.ofSeconds(1);
    private static final Duration USABLE = Duration.ofMinutes(1);

    private final ServiceRegistry registry;
    private final Clock clock;
    private final Map<String, Answer> answers = new ConcurrentHashMap<>();

    private record Answer(List<ServiceInstance> instances, Instant at) {}

    public Remembering(ServiceRegistry registry, Clock clock) {
        this.registry = registry;
        this.clock = clock;
    }

    @Override
    public Registration register(NewInstance instance) {
        return registry.register(instance);
    }

    @Override
    public List<ServiceInstance> ready(String role) {
        Instant now = clock.instant();
        Answer known = answers.get(role);
        if (known != null && known.at.plus(FRESH).isAfter(now)) {
            return known.instances;
        }
        try {
            List<ServiceInstance> found = registry.ready(role);
            answers.put(role, new Answer(found, now));
            return found;
        } catch (AgentException away) {
            if (known != null && known.at.plus(USABLE).isAfter(now)) {
                return known.instances;
            }
            throw away;
        }
    }

    @Override
    public List<ServiceInstance> all() {
        return registry.all();
    }
}
