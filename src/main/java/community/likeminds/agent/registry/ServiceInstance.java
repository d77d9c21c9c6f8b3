package community.likeminds.agent.registry;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One process and what it runs.
 *
 * @param id unique, chosen by the process
 * @param roles what it runs, for example {@code vector-docs}
 * @param address where its HTTP interface answers
 * @param version of the product
 * @param ready whether it should be given work
 * @param missing what it waits for, each a few words; empty when it is ready
 * @param seenAt when it was last heard of
 * @param grpc where it takes calls over gRPC, {@code grpc://host:port}, {@code grpcs://} when encrypted; null when it takes none
 * @param heldBack which calls its circuit breakers hold back, each a few words
 */
public record ServiceInstance(
        String id, Set<String> roles, URI address, String version, boolean ready, List<String> missing, Instant seenAt,
        @Nullable URI grpc,
        List<String> heldBack) {

    public ServiceInstance {
        roles = Set.copyOf(roles);
        missing = List.copyOf(missing);
        heldBack = List.copyOf(heldBack);
    }

    /** One that takes no calls over gRPC. */
    public ServiceInstance(String id, Set<String> roles, URI address, String version, boolean ready, List<String> missing, Instant seenAt) {
        this(id, roles, address, version, ready, missing, seenAt, null, List.of());
    }
}
