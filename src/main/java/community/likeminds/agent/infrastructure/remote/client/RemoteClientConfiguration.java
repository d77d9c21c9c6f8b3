package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.registry.ServiceRegistry;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** Only where roles run apart: the root puts the topology into the context before anything else. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(RemoteTopology.class)
@EnableConfigurationProperties(RemoteProperties.class)
class RemoteClientConfiguration {

    @Bean(destroyMethod = "close")
    ProxyRemoteCalls remoteCalls(
            ServiceRegistry registry,
            LiveRemoteProperties properties,
            ServiceTokens tokens,
            ObjectProvider<ObservationRegistry> observations) {
        return new ProxyRemoteCalls(
                new Targets(registry, properties.now()),
                new Outgoing(tokens, observations.getIfAvailable(() -> ObservationRegistry.NOOP)),
                properties::now);
    }

    @Bean
    LiveRemoteProperties liveRemoteProperties(RemoteProperties properties, Environment environment) {
        return new LiveRemoteProperties(properties, environment);
    }
}
