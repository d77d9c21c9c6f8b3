package community.likeminds.agent.infrastructure.remote.membership;

import community.likeminds.agent.infrastructure.remote.RemoteCalls;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.remote.server.GrpcServer;
import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.registry.ServiceRegistry;
import community.likeminds.agent.shared.AgentException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.health.contributor.CompositeHealthContributor;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.core.env.Environment;

/** For servers; a command says what it lacks when it needs it. */
@Configuration(proxyBeanMethods = false)
@Profile("server")
class MembershipConfiguration {

    /** It works, but not as it should; answered with 200, so that nobody takes the process out of service. */
    private static final Status DEGRADED = new Status("DEGRADED");

    @Bean
    Lacks lacks(
            ObjectProvider<StoreHealth> stores, ServiceRegistry registry, ObjectProvider<RemoteTopology> topology, ObjectProvider<RemoteCalls> calls) {
        return new Lacks(
                stores.orderedStream().toList(),
                registry,
                topology.getIfAvailable(),
                () -> calls.stream().flatMap(known -> known.targets().stream()).toList());
    }

    /**
     * {@code stores}: each server by its name. Down while one that is needed does not answer, degraded while one is away without which this process
     * does its work more slowly, later or on its own.
     */
    @Bean
    CompositeHealthContributor storesHealthContributor(Lacks lacks) {
        Map<String, WatchedStore> byName = new TreeMap<>();
        lacks.watched().forEach(store -> byName.put(store.store().adapter(), store));
        return CompositeHealthContributor.fromMap(byName, store -> (HealthIndicator) () -> health(store.state()));
    }

    private static Health health(StoreHealth.State store) {
        if (store.ready()) {
            return Health.up().withDetail("store", store.store()).build();
        }
        return Health.status(store.needed() ? Status.DOWN : DEGRADED)
                .withDetail("store", store.store())
                .withDetail("missing", store.missing())
                .build();
    }

    /** Only where a server is the registry: rows are as well as the database. */
    @Bean
    @ConditionalOnProperty(name = "likeminds.registry.kind", havingValue = "consul")
    StoreHealth registryHealth(ServiceRegistry registry) {
        // What it said last stands for a while.
        return StoreHealth.of("registry", "consul", false, registry::all);
    }

    /** {@code roles}: down while a role that is needed is run by nobody. */
    @Bean
    HealthIndicator rolesHealthIndicator(Lacks lacks) {
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
            List<String> heldBack = lacks.heldBack();
            if (!heldBack.isEmpty()) {
                health.withDetail("held back", heldBack);
            }
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
