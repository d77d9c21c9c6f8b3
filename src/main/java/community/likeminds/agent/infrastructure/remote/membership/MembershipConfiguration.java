package community.likeminds.agent.infrastructure.remote.membership;

import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.remote.server.GrpcServer;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** For servers; a command says what it lacks when it needs it. */
@Configuration(proxyBeanMethods = false)
@Profile("server")
class MembershipConfiguration {

    @Bean
    Lacks lacks(ObjectProvider<StoreHealth> stores, ServiceRegistry registry, ObjectProvider<RemoteTopology> topology) {
        return new Lacks(stores.orderedStream().toList(), registry, topology.getIfAvailable());
    }

    /** {@code stores}: down while one that is needed does not answer. */
    @Bean
    HealthIndicator storesHealthIndicator(Lacks lacks) {
        return () -> {
            Health.Builder health = Health.up();
            for (StoreHealth.State store : lacks.stores()) {
                health.withDetail(store.store(), store.ready() ? store.adapter() : store.missing());
                if (store.needed() && !store.ready()) {
                    health.down();
                }
            }
            return health.build();
        };
    }

    /** {@code roles}: down while a role that is needed is run by nobody. */
    @Bean
    HealthIndicator rolesHealthIndicator(Lacks lacks, ObjectProvider<RemoteCalls> calls) {
        return () -> {
            Health.Builder health = Health.up();
            try {
                Set<String> missing = lacks.roles();
                if (!missing.isEmpty()) {
                    health.down().withDetail("missing", missing);
                }
            } catch (AgentException away) {
                health.unknown().withDetail("registry", away.fact() + " " + away.remedy());
            }
            calls.ifAvailable(known -> known.targets().stream()
                    .filter(RemoteCalls.Target::open)
                    .forEach(target -> health.withDetail("unreachable " + target.role(), target.address().toString())));
            return health.build();
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnBean(RemoteTopology.class)
    @Profile("server")
    static class Apart {

        @Bean(destroyMethod = "close")
        Membership membership(
                ServiceRegistry registry, RemoteTopology topology, Lacks lacks, Environment environment, ObjectProvider<GrpcServer> grpc) {
            return new Membership(registry, topology, lacks, environment, grpc.getIfAvailable());
        }
    }
}
