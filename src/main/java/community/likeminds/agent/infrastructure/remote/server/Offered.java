package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.remote.wire.Signatures;
import community.likeminds.agent.shared.AgentException;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The interfaces that other processes may call here, and who may. */
final class Offered {

    private final RemoteTopology topology;
    private final Function<Class<?>, Object> beans;
    private final ServiceTokens tokens;
    private final Map<String, Class<?>> interfaces = new TreeMap<>();

    /** @param beans the implementation of an interface in this process */
    Offered(RemoteTopology topology, Function<Class<?>, Object> beans, ServiceTokens tokens) {
        this.topology = topology;
        this.beans = beans;
        this.tokens = tokens;
        topology.present().forEach((role, types) -> types.forEach(type -> interfaces.put(role + "/" + Signatures.name(type), type)));
    }

    /**
     * In whose name a call is made.
     *
     * @throws AgentException {@code service-token-invalid}
     */
    Identity caller(@Nullable String token) {
        return tokens.verify(token == null ? "" : token, topology.present().keySet());
    }

    /**
     * @param path role and interface
     * @throws AgentException {@code role-absent}
     */
    Class<?> type(String path) {
        Class<?> type = interfaces.get(path);
        if (type == null) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "role-absent",
                    "This process does not run " + path + ".",
                    "Call a process that does; the registry may be behind.");
        }
        return type;
    }

    Object bean(Class<?> type) {
        return beans.apply(type);
    }

    /** All interfaces. */
    Iterable<Class<?>> types() {
        return interfaces.values();
    }
}
