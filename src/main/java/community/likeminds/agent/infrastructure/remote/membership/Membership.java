package community.likeminds.agent.infrastructure.remote.membership;

import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.remote.server.GrpcServer;
import community.likeminds.agent.infrastructure.remote.wire.Grpc;
import community.likeminds.agent.registry.ServiceRegistry;
import java.net.URI;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;

/** Makes this process known as long as it lives. */
final class Membership implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Membership.class);
    private static final long LOOK_SECONDS = 2;

    private final ServiceRegistry registry;
    private final RemoteTopology topology;
    private final Lacks lacks;
    private final Environment environment;
    private final @Nullable GrpcServer grpc;
    private final ScheduledExecutorService clock =
            Executors.newSingleThreadScheduledExecutor(Thread.ofPlatform().daemon().name("membership").factory());
    private ServiceRegistry.@Nullable Registration registration;

    Membership(ServiceRegistry registry, RemoteTopology topology, Lacks lacks, Environment environment, @Nullable GrpcServer grpc) {
        this.registry = registry;
        this.topology = topology;
        this.lacks = lacks;
        this.environment = environment;
        this.grpc = grpc;
    }

    @EventListener(ApplicationReadyEvent.class)
    void announce() {
        URI address = address();
        ServiceRegistry.Registration made = registry.register(new ServiceRegistry.NewInstance(
                address.getHost() + ":" + address.getPort() + ":" + UUID.randomUUID().toString().substring(0, 8),
                topology.present().keySet(),
                address,
                Objects.requireNonNullElse(Membership.class.getPackage().getImplementationVersion(), ""),
                grpc == null ? null : URI.create((grpc.isEncrypted() ? Grpc.ENCRYPTED : Grpc.PLAIN) + "://" + address.getHost() + ":" + grpc.port())));
        synchronized (this) {
            registration = made;
        }
        clock.scheduleWithFixedDelay(() -> look(made), 0, LOOK_SECONDS, TimeUnit.SECONDS);
    }

    private void look(ServiceRegistry.Registration made) {
        try {
            made.missing(lacks.all());
            made.heldBack(lacks.heldBack());
        } catch (RuntimeException failure) {
            LOG.warn("It could not be told what this process lacks; it is looked at again.", failure);
        }
    }

    /** Where others reach it: as configured, or the address that it listens on. */
    private URI address() {
        String configured = environment.getProperty("likeminds.address", "");
        if (!configured.isBlank()) {
            return URI.create(configured);
        }
        String host = environment.getProperty("server.address", "127.0.0.1");
        return URI.create("http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + environment.getProperty("local.server.port", "8787"));
    }

    @Override
    public synchronized void close() {
        clock.shutdownNow();
        if (registration != null) {
            registration.close();
        }
    }
}
