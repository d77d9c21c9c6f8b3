package community.likeminds.agent.registry.jdbc;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.registry.ServiceRegistry.Registration;
import community.likeminds.agent.registry.ServiceRegistryContract;
import community.likeminds.agent.registry.discovery.Silence;
import java.time.Clock;
import org.junit.jupiter.api.AfterEach;

abstract class JdbcServiceRegistryContract extends ServiceRegistryContract {

    abstract Database database();

    @Override
    protected ServiceRegistry registry() {
        return new JdbcServiceRegistry(database().jdbc(), Clock.systemUTC());
    }

    @Override
    protected void kill(Registration registration) {
        Silence.of(registration);
    }

    @AfterEach
    void drop() {
        database().close();
    }
}
