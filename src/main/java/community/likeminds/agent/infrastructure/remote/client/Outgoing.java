package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.shared.TenantId;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.Propagator;
import io.micrometer.observation.transport.SenderContext;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What goes along with every call, whichever way it takes: in whose name it is made, and the trace that it is part of. */
final class Outgoing {

    private final ServiceTokens tokens;
    private final ObservationRegistry observations;

    Outgoing(ServiceTokens tokens, ObservationRegistry observations) {
        this.tokens = tokens;
        this.observations = observations;
    }

    /** @param tenant for whom, where nobody has asked */
    String token(String role, @Nullable TenantId tenant) {
        Identity identity =
                CurrentIdentity.get().orElseGet(() -> Identity.system(Objects.requireNonNullElse(tenant, TenantId.DEFAULT)));
        return tokens.mint(identity, role);
    }

    /**
     * Begins to observe a call; its trace is in the carrier then.
     *
     * @param path role, interface, method
     */
    <C> Observation begin(String role, String path, C carrier, Propagator.Setter<C> setter) {
        SenderContext<C> context = new SenderContext<>(setter, Kind.CLIENT);
        context.setCarrier(carrier);
        context.setRemoteServiceName(role);
        return Observation.createNotStarted("likeminds.remote.call", () -> context, observations)
                .contextualName("call " + path)
                .lowCardinalityKeyValue("role", role)
                .lowCardinalityKeyValue("method", path.substring(path.indexOf('/') + 1))
                .start();
    }
}
