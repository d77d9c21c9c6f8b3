package community.likeminds.agent.registry;

import java.net.URI;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds processes by their role. A process that dies without a word is no longer found after {@link #SILENCE_SECONDS} seconds. */
public interface ServiceRegistry {

    int SILENCE_SECONDS = 15;

    /**
     * Makes this process known, and keeps it so until the registration is closed. When the registry is away, registering is tried again in
     * the background.
     */
    Registration register(NewInstance instance);

    /**
     * Those that run a role and are ready. While the registry is away, the last answer that is not older than a minute.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code registry-unavailable}
     */
    List<ServiceInstance> ready(String role);

    /**
     * All that were heard of lately, ready or not, by id.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code registry-unavailable}
     */
    List<ServiceInstance> all();

    /**
     * What a process says of itself when it starts.
     *
     * @param grpc where it takes calls over gRPC, or null
     */
    record NewInstance(String id, Set<String> roles, URI address, String version, @Nullable URI grpc) {
        public NewInstance {
            roles = Set.copyOf(roles);
        }

        public NewInstance(String id, Set<String> roles, URI address, String version) {
            this(id, roles, address, version, null);
        }
    }

    /** That a process is known. */
    interface Registration extends AutoCloseable {

        /** Says what is missing before the process should be given work; nothing when it is ready. */
        void missing(List<String> missing);

        /** Says which calls to others are held back, for people; the process is ready all the same. */
        void heldBack(List<String> calls);

        /** Takes the process off the registry at once. */
        @Override
        void close();
    }
}
