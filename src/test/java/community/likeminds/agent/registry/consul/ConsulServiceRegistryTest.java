package community.likeminds.agent.registry.consul;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.registry.RegisteredProcess;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.registry.ServiceRegistry.NewInstance;
import community.likeminds.agent.registry.ServiceRegistry.Registration;
import community.likeminds.agent.registry.ServiceRegistryContract;
import community.likeminds.agent.registry.discovery.Remembering;
import community.likeminds.agent.registry.discovery.Silence;
import community.likeminds.agent.services.RealConsul;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.AgentException;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealConsul.class)
class ConsulServiceRegistryTest extends ServiceRegistryContract {

    private final RealService server;
    private final String service = "likeminds-" + UUID.randomUUID();

    private final ServiceRegistry registry;

    ConsulServiceRegistryTest(RealService server) {
        this.server = server;
        registry = new ConsulServiceRegistry(server.url(), "", service, Clock.systemUTC());
    }

    /** One for the whole test, because each keeps its connection and Consul gives a client 200 of them. */
    @Override
    protected ServiceRegistry registry() {
        return registry;
    }

    @Override
    protected void kill(Registration registration) {
        Silence.of(registration);
    }

    @Test
    void aProcessThatIsKilledIsNotFoundAfterFifteenSeconds() throws Exception {
        RegisteredProcess.vanishes(registry(), "consul", server.url().toString(), service);
    }

    @Test
    void whileConsulIsAwayTheLastAnswerServesAndAfterwardsEverybodyIsKnownAgain() throws Exception {
        ServiceRegistry remembering = new Remembering(registry(), Clock.systemUTC());
        try (Registration registration =
                remembering.register(new NewInstance("d-1", Set.of("gateway"), URI.create("http://127.0.0.1:9001"), "1.0"))) {
            registration.missing(List.of());
            until(() -> remembering.ready("gateway").size() == 1);
            server.stop();
            try {
                Thread.sleep(1_100);
                assertThat(remembering.ready("gateway")).extracting(ServiceInstance::id).containsExactly("d-1");
                assertThatThrownBy(registry()::all).isInstanceOf(AgentException.class).hasMessage("Consul does not answer.");
            } finally {
                server.startAgain();
            }
            until(() -> registry().ready("gateway").size() == 1);
        }
    }
}
