package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import io.micrometer.observation.ObservationRegistry;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Only where roles run apart. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBean(RemoteTopology.class)
class RemoteServerConfiguration {

    @Bean(destroyMethod = "close")
    Handles remoteHandles() {
        return new Handles();
    }

    @Bean(destroyMethod = "close")
    Calls remoteServing(Handles handles, ObjectProvider<ObservationRegistry> observations) {
        return new Calls(handles, observations.getIfAvailable(() -> ObservationRegistry.NOOP));
    }

    @Bean
    ServletRegistrationBean<InternalServlet> internalServlet(
            RemoteTopology topology, BeanFactory beans, ServiceTokens tokens, Calls calls, Handles handles) {
        ServletRegistrationBean<InternalServlet> registration = new ServletRegistrationBean<>(
                new InternalServlet(topology, beans::getBean, tokens, calls, handles), Protocol.ROOT + "*");
        registration.setName("internal");
        return registration;
    }
}
