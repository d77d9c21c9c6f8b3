package community.likeminds.agent.infrastructure.remote.membership;

import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What this process lacks to do its work: stores that do not answer, roles that no process runs. */
final class Lacks {

    private final List<StoreHealth> stores;
    private final ServiceRegistry registry;
    private final @Nullable RemoteTopology topology;

    /** @param topology null where one process runs everything */
    Lacks(List<StoreHealth> stores, ServiceRegistry registry, @Nullable RemoteTopology topology) {
        this.stores = List.copyOf(stores);
        this.registry = registry;
        this.topology = topology;
    }

    /** Every store, whether it is needed or not. */
    List<StoreHealth.State> stores() {
        return stores.stream().map(StoreHealth::check).toList();
    }

    /** Names of needed roles that no process runs, not even one that is not ready: two that need each other would otherwise wait for ever. */
    Set<String> roles() {
        if (topology == null || topology.needed().isEmpty()) {
            return Set.of();
        }
        Set<String> missing = new TreeSet<>(topology.needed());
        missing.removeAll(registry.all().stream().map(ServiceInstance::roles).flatMap(Set::stream).collect(Collectors.toSet()));
        return missing;
    }

    /** Each a few words, for the registry. */
    List<String> all() {
        List<String> missing = new ArrayList<>();
        for (StoreHealth.State store : stores()) {
            if (store.needed() && !store.ready()) {
                missing.add("store " + store.store() + " (" + store.adapter() + ")");
            }
        }
        try {
            roles().forEach(role -> missing.add("role " + role));
        } catch (AgentException away) {
            // What it said last stands; whoever asks the registry is told the same.
            missing.add("registry");
        }
        return missing;
    }
}
