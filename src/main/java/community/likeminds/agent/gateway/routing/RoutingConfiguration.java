package community.likeminds.agent.gateway.routing;

import community.likeminds.agent.gateway.AbsentRoles;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.registry.ServiceRegistry;
import io.micrometer.tracing.Tracer;
import io.micrometer.tracing.propagation.Propagator;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.io.SocketConfig;
import org.apache.hc.core5.util.TimeValue;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Lazy;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
@EnableConfigurationProperties(RoutingProperties.class)
class RoutingConfiguration {

    /** As many as clients that listen to events at the same time. */
    private static final int MOST_CONNECTIONS = 8192;

    /** A kept connection is closed here before the other side does it. */
    private static final TimeValue IDLE = TimeValue.ofSeconds(15);

    @Bean
    Routes routes(ObjectProvider<AbsentRoles> absent, @Lazy ObjectProvider<RequestMappingHandlerMapping> mappings) {
        ControllerRoutes controllers = new ControllerRoutes();
        List<Route> routes = new ArrayList<>(controllers.of(absent.getIfAvailable(() -> AbsentRoles.NONE)));
        routes.addAll(controllers.of(mappings.stream()));
        return new Routes(routes);
    }

    @Bean(destroyMethod = "close")
    CloseableHttpClient upstreamClient(RoutingProperties limits) {
        return HttpClients.custom()
                .setConnectionManager(PoolingHttpClientConnectionManagerBuilder.create()
                        .setMaxConnTotal(MOST_CONNECTIONS)
                        .setMaxConnPerRoute(MOST_CONNECTIONS)
                        .setDefaultSocketConfig(SocketConfig.custom().setTcpNoDelay(true).build())
                        .setDefaultConnectionConfig(ConnectionConfig.custom()
                                .setConnectTimeout(limits.connect().toMillis(), TimeUnit.MILLISECONDS)
                                .setTimeToLive(TimeValue.ofMinutes(5))
                                .setValidateAfterInactivity(TimeValue.ofSeconds(2))
                                .build())
                        .build())
                .evictIdleConnections(IDLE)
                .disableAutomaticRetries()
                .disableRedirectHandling()
                .disableCookieManagement()
                .disableContentCompression()
                .disableAuthCaching()
                .disableDefaultUserAgent()
                .build();
    }

    @Bean
    RequestHeaders requestHeaders(ServiceTokens tokens, ObjectProvider<Tracer> tracer, ObjectProvider<Propagator> traces) {
        return new RequestHeaders(tokens, tracer.getIfAvailable(), traces.getIfAvailable());
    }

    @Bean
    ResponseHeaders responseHeaders() {
        return new ResponseHeaders();
    }

    @Bean
    ProxyExchangeHandlerFunction roleProxy(
            CloseableHttpClient upstreamClient,
            ServiceRegistry registry,
            RoutingProperties limits,
            ObjectProvider<RequestHttpHeadersFilter> requestHeaders,
            ObjectProvider<ResponseHttpHeadersFilter> responseHeaders) {
        RoleExchange exchange = new RoleExchange(upstreamClient, new Upstreams(registry, System::nanoTime), limits);
        // Which instance it is, is decided when it is tried; until then the role's name stands for it.
        return new ProxyExchangeHandlerFunction(
                exchange, requestHeaders, responseHeaders, request -> URI.create("http://" + RoleRouter.chosen(request).role()));
    }

    @Bean
    RouterFunction<ServerResponse> roleRouter(Routes routes, ProxyExchangeHandlerFunction roleProxy) {
        return new RoleRouter(routes, roleProxy);
    }
}
