package community.likeminds.agent.infrastructure.remote.membership;

import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What this process lacks to do its work: servers that do not answer, roles that no process runs. */
final class Lacks {

    private final List<WatchedStore> stores;
    private final ServiceRegistry registry;
    private final @Nullable RemoteTopology topology;
    private final Supplier<List<RemoteCalls.Target>> targets;
    private final Map<URI, Listening> listening = new ConcurrentHashMap<>();

    /**
     * @param topology null where one process runs everything
     * @param targets processes that this one calls
     */
    Lacks(List<StoreHealth> stores, ServiceRegistry registry, @Nullable RemoteTopology topology, Supplier<List<RemoteCalls.Target>> targets) {
        this.stores = stores.stream()
                .filter(store -> topology == null || !topology.unused().contains(store.store()))
                .map(WatchedStore::new)
                .toList();
        this.targets = targets;
        this.registry = registry;
        this.topology = topology;
    }

    /** Everything that this process uses, whether it is needed or not. */
    List<WatchedStore> watched() {
        return stores;
    }

    /** How all of them are; they are asked at the same time. */
    List<StoreHealth.State> stores() {
        stores.forEach(WatchedStore::ask);
        return stores.stream().map(WatchedStore::state).toList();
    }

    /**
     * Names of needed roles that no process runs, not even one that is not ready: two that need each other would otherwise wait for ever. A process
     * that does not listen any more counts as gone before the registry knows it.
     */
    Set<String> roles() {
        if (topology == null || topology.needed().isEmpty()) {
            return Set.of();
        }
        List<ServiceInstance> useful = registry.all().stream()
                .filter(instance -> instance.roles().stream().anyMatch(topology.needed()::contains))
                .toList();
        listening.keySet().retainAll(useful.stream().map(ServiceInstance::address).collect(Collectors.toSet()));
        Set<String> missing = new TreeSet<>(topology.needed());
        for (ServiceInstance instance : useful) {
            if (listening.computeIfAbsent(instance.address(), Listening::new).now()) {
                missing.removeAll(instance.roles());
            }
        }
        return missing;
    }

    /** Calls that circuit breakers hold back, each a few words. */
    List<String> heldBack() {
        return targets.get().stream()
                .filter(RemoteCalls.Target::open)
                .map(target -> target.role() + " at " + target.address())
                .toList();
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
