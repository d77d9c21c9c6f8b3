package community.likeminds.agent.infrastructure.remote.bench;

import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.remote.server.GrpcServer;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.ComponentScan;

/** A process that runs one role and calls it as if another process ran it. */
final class Loopback implements AutoCloseable, ServiceRegistry {

    private static final String ROLE = "bench";

    private final ConfigurableApplicationContext context;

    Loopback(Packed packed, Plain plain) {
        this.context = new SpringApplicationBuilder(Process.class)
                .initializers(fresh -> {
                    fresh.getBeanFactory().registerSingleton("registry", this);
                    fresh.getBeanFactory()
                            .registerSingleton("topology", new RemoteTopology(Map.of(ROLE, List.of(Packed.class, Plain.class)), Map.of(), Set.of(), Set.of()));
                    fresh.getBeanFactory().registerSingleton("packed", packed);
                    fresh.getBeanFactory().registerSingleton("plain", plain);
                })
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run("--server.port=0", "--server.address=127.0.0.1", "--spring.main.banner-mode=off", "--logging.level.root=warn");
    }

    /** Only the remote layer and what it needs; not annotated as a configuration, so that the application does not find it. */
    @EnableAutoConfiguration(exclude = {DataSourceAutoConfiguration.class, FlywayAutoConfiguration.class})
    @ComponentScan({"community.likeminds.agent.infrastructure.remote.client", "community.likeminds.agent.infrastructure.remote.server", "community.likeminds.agent.infrastructure.auth.tokens"})
    static class Process {}

    <T> T proxy(Class<T> type) {
        return context.getBean(RemoteCalls.class).proxy(ROLE, type);
    }

    @Override
    public Registration register(NewInstance instance) {
        throw new UnsupportedOperationException("There is one process only.");
    }

    @Override
    public List<ServiceInstance> ready(String role) {
        return all();
    }

    @Override
    public List<ServiceInstance> all() {
        return List.of(new ServiceInstance(
                ROLE,
                Set.of(ROLE),
                URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")),
                "",
                true,
                List.of(),
                Instant.now(),
                URI.create("grpc://127.0.0.1:" + context.getBean(GrpcServer.class).port()),
                List.of()));
    }

    @Override
    public void close() {
        context.close();
    }
}
