package community.likeminds.agent.infrastructure.remote.server;

import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.remote.RemoteTopology;
import community.likeminds.agent.infrastructure.remote.wire.Protocol;
import io.micrometer.observation.ObservationRegistry;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.BeanFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.boot.web.server.Ssl;
import org.springframework.boot.web.server.WebServerSslBundle;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.util.unit.DataSize;

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
    Offered offeredInterfaces(RemoteTopology topology, BeanFactory beans, ServiceTokens tokens) {
        return new Offered(topology, beans::getBean, tokens);
    }

    @Bean
    ServletRegistrationBean<InternalServlet> internalServlet(Offered offered, Calls calls, Handles handles) {
        ServletRegistrationBean<InternalServlet> registration =
                new ServletRegistrationBean<>(new InternalServlet(offered, calls, handles), Protocol.ROOT + "*");
        registration.setName("internal");
        return registration;
    }

    @Bean
    @ConditionalOnWebApplication
    GrpcServer grpcServer(
            Offered offered,
            Calls calls,
            ObjectProvider<ObservationRegistry> observations,
            ServerProperties server,
            ObjectProvider<SslBundles> bundles,
            @Value("${server.address:127.0.0.1}") String host,
            @Value("${likeminds.remote.grpc-port:0}") int port,
            @Value("${likeminds.remote.largest-message:256MB}") DataSize largest) {
        return new GrpcServer(
                new BulkService(offered, calls, observations.getIfAvailable(() -> ObservationRegistry.NOOP), largest.toBytes()),
                new InetSocketAddress(host, port),
                encryption(server.getSsl(), bundles));
    }

    private static @Nullable SslBundle encryption(@Nullable Ssl ssl, ObjectProvider<SslBundles> bundles) {
        return Ssl.isEnabled(ssl) ? WebServerSslBundle.get(ssl, bundles.getIfAvailable()) : null;
    }
}
