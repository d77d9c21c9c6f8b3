package community.likeminds.agent.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.gateway.routing.Routes;
import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.registry.SharedSettings;
import community.likeminds.agent.services.RealConsul;
import community.likeminds.agent.services.RealService;
import community.likeminds.agent.shared.TenantId;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.annotation.AnnotatedBeanDefinitionReader;
import org.springframework.core.env.MapPropertySource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.web.context.support.GenericWebApplicationContext;

/** Limits change for a gateway that runs when they change in a real Consul. */
@ExtendWith(RealConsul.class)
class LiveRateLimitsTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Test
    void limitsChangeWhileTheGatewayRuns(RealService consul) throws Exception {
        put(consul, "reads", "7");
        try (GenericWebApplicationContext context = new GenericWebApplicationContext(new MockServletContext())) {
            context.getEnvironment().setActiveProfiles("server");
            context.getEnvironment().getPropertySources().addLast(new MapPropertySource("file", Map.of(
                    "likeminds.registry.kind", "consul", "likeminds.registry.consul.url", consul.url().toString())));
            context.getBeanFactory().registerSingleton("sharedSettings", SharedSettings.addTo(context.getEnvironment(), SharedSettings.Decryption.NONE).orElseThrow());
            new AnnotatedBeanDefinitionReader(context).register(
                    RateLimitConfiguration.class, Class.forName(SharedSettings.class.getPackageName() + ".settings.SettingsConfiguration"));
            context.registerBean(Caches.class, () -> RateLimitTests.caches(new AtomicBoolean()));
            context.registerBean(Routes.class, () -> Routes.ofControllers("documentation-agent", "community.likeminds.agent.agents.documentation"));
            context.registerBean(LoggingSystem.class, () -> LoggingSystem.get(getClass().getClassLoader()));
            context.refresh();
            context.publishEvent(new ApplicationReadyEvent(new SpringApplication(), new String[0], context, Duration.ZERO));
            RateLimitFilter filter = context.getBean(RateLimitFilter.class);

            assertThat(limit(filter)).isEqualTo("7");
            put(consul, "reads", "3");
            awaitLimit(filter, "3");
            put(consul, "reads", "many");
            put(consul, "writes", "5");
            assertThat(limit(filter)).as("what cannot be used").isEqualTo("3");
            put(consul, "reads", "4");
            awaitLimit(filter, "4");
        }
    }

    private static void awaitLimit(RateLimitFilter filter, String wanted) throws Exception {
        long until = System.nanoTime() + PATIENCE.toNanos();
        while (!limit(filter).equals(wanted) && System.nanoTime() < until) {
            Thread.sleep(100);
        }
        assertThat(limit(filter)).isEqualTo(wanted);
    }

    private static String limit(RateLimitFilter filter) throws Exception {
        MockHttpServletResponse response = new MockHttpServletResponse();
        try (var scope = CurrentIdentity.enter(new Identity("u1", "u", TenantId.DEFAULT, Identity.Kind.USER, Set.of()))) {
            filter.doFilter(new MockHttpServletRequest("GET", "/api/v1/sources"), response, new MockFilterChain());
        }
        return response.getHeader("RateLimit-Limit");
    }

    private static void put(RealService consul, String name, String value) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(consul.url().resolve("/v1/kv/config/likeminds/likeminds/gateway/rate-limits/" + name))
                            .PUT(HttpRequest.BodyPublishers.ofString(value))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).isEqualTo(200);
        }
    }
}
