package community.likeminds.agent.infrastructure.remote.status;

import community.likeminds.agent.infrastructure.messaging.Backlog;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.ServiceRegistry;
import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For servers and for commands that look at the same stores. */
@Configuration(proxyBeanMethods = false)
class StatusConfiguration {

    @Bean
    ObservedInstallation installation(ServiceRegistry registry, ObjectProvider<StoreHealth> stores, Backlog backlog, Tasks tasks) {
        return new ObservedInstallation(registry, stores.orderedStream().toList(), backlog, tasks, Clock.systemUTC());
    }
}
