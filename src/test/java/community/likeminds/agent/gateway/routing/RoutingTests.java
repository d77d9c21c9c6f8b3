package community.likeminds.agent.gateway.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.gateway.AbsentRoles;
import community.likeminds.agent.infrastructure.auth.CurrentIdentity;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.web.FilterOrder;
import community.likeminds.agent.infrastructure.web.RouteGroup;
import community.likeminds.agent.infrastructure.web.WebConfiguration;
import community.likeminds.agent.registry.ServiceInstance;
import community.likeminds.agent.registry.ServiceRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.error.ErrorMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Import;
import org.springframework.http.server.PathContainer;

/** The gateway before processes that run the roles, over real connections. */
class RoutingTests {

    private static final String DOCUMENTATION = "documentation-agent";
    private static final List<ServiceInstance> INSTANCES = new CopyOnWriteArrayList<>();
    private static ConfigurableApplicationContext context;
    private static URI gateway;

    private final HttpClient http = HttpClient.newHttpClient();

    @Import(RoutingConfiguration.class)
    @ComponentScan(basePackageClasses = WebConfiguration.class)
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        ErrorMvcAutoConfiguration.class
    })
    static class Gateway {

        @Bean
        AbsentRoles absentRoles() {
            return new AbsentRoles(Map.of(
                    DOCUMENTATION, List.of("community.likeminds.agent.agents.documentation"),
                    "coding-agent", List.of("community.likeminds.agent.agents.coding"),
                    "auth", List.of("community.likeminds.agent.infrastructure.auth.api")));
        }

        @Bean
        ServiceRegistry registry() {
            return new ServiceRegistry() {
                @Override
                public Registration register(NewInstance instance) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public List<ServiceInstance> ready(String role) {
                    return INSTANCES.stream().filter(instance -> instance.ready() && instance.roles().contains(role)).toList();
                }

                @Override
                public List<ServiceInstance> all() {
                    return INSTANCES;
                }
            };
        }

        @Bean
        ServiceTokens tokens() {
            return new ServiceTokens() {
                @Override
                public String mint(Identity identity, String audience) {
                    return identity.name() + " for " + audience;
                }

                @Override
                public String vouch(String audience) {
                    return "nobody for " + audience;
                }

                @Override
                public Sender sender(String token, Collection<String> audiences) {
                    throw new UnsupportedOperationException();
                }

                @Override
                public Identity verify(String token, Collection<String> audiences) {
                    throw new UnsupportedOperationException();
                }
            };
        }

        /** Everybody who sends credentials is the local identity. */
        @Bean
        FilterRegistrationBean<jakarta.servlet.Filter> callers() {
            var callers = new FilterRegistrationBean<jakarta.servlet.Filter>((request, response, chain) -> {
                if (((jakarta.servlet.http.HttpServletRequest) request).getHeader("Authorization") == null) {
                    chain.doFilter(request, response);
                } else {
                    try (var scope = CurrentIdentity.enter(Identity.local())) {
                        chain.doFilter(request, response);
                    }
                }
            });
            callers.setOrder(FilterOrder.CALLER);
            return callers;
        }
    }

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(Gateway.class)
                .web(WebApplicationType.SERVLET)
                .run(
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--spring.threads.virtual.enabled=true",
                        "--likeminds.gateway.time-limits.reads=500ms",
                        "--likeminds.web.max-body-bytes=2000");
        gateway = URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port"));
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
    }

    @AfterEach
    void forget() {
        INSTANCES.clear();
    }

    @ParameterizedTest
    @CsvSource({
        "GET,/api/v1/search,documentation-agent,READS",
        "HEAD,/api/v1/search,documentation-agent,READS",
        "DELETE,/api/v1/sources/docs,documentation-agent,WRITES",
        "POST,/api/v1/answers,documentation-agent,WORK",
        "GET,/api/v1/jobs/one/events,documentation-agent,EVENTS",
        "GET,/api/v1/plans/one,coding-agent,READS",
        "POST,/api/v1/integrations,coding-agent,WORK",
        "GET,/api/v1/projects/profile,coding-agent,READS",
        "GET,/api/v1/projects/shop,auth,READS",
        "GET,/api/v1/auth/keys,auth,READS",
        "POST,/setup,auth,WRITES"
    })
    void routesAreReadOffTheControllers(String method, String path, String role, RouteGroup group) {
        assertThat(context.getBean(Routes.class).find(method, PathContainer.parsePath(path)))
                .hasValueSatisfying(route -> {
                    assertThat(route.role()).isEqualTo(role);
                    assertThat(route.group()).isEqualTo(group);
                });
    }

    @Test
    void tagsAndMethodsThatThereAreComeThrough() throws Exception {
        try (Upstream upstream = new Upstream(exchange -> {
            if (exchange.getRequestMethod().equals("PATCH")) {
                exchange.getResponseHeaders().set("Allow", "GET,PUT");
                Upstream.answer(exchange, 405, "application/problem+json", "{}");
            } else {
                exchange.getResponseHeaders().set("ETag", "W/\"a\"");
                boolean known = "W/\"a\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                Upstream.answer(exchange, known ? 304 : 200, "application/json", known ? "" : "{}");
            }
        })) {
            INSTANCES.add(upstream.instance("coding-agent"));
            HttpRequest.Builder plan = HttpRequest.newBuilder(gateway.resolve("/api/v1/plans/p1"));
            assertThat(http.send(plan.build(), HttpResponse.BodyHandlers.ofString()).headers().firstValue("ETag")).contains("W/\"a\"");
            HttpResponse<String> known = http.send(plan.copy().header("If-None-Match", "W/\"a\"").build(), HttpResponse.BodyHandlers.ofString());
            assertThat(known.statusCode()).isEqualTo(304);
            assertThat(known.body()).isEmpty();
            assertThat(known.headers().firstValue("ETag")).contains("W/\"a\"");
            HttpResponse<String> refused = http.send(plan.copy().method("PATCH", HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.ofString());
            assertThat(refused.statusCode()).isEqualTo(405);
            assertThat(refused.headers().firstValue("Allow")).contains("GET,PUT");
        }
    }

    @Test
    void aRequestTravelsAsItWasAndSaysWhoCalls() throws Exception {
        try (Upstream upstream = Upstream.answering("{\"results\":[]}")) {
            INSTANCES.add(upstream.instance(DOCUMENTATION));
            HttpResponse<String> answer = send(request("/api/v1/search?query=caf%C3%A9%20%26%20b+c&limit=3")
                    .header("Authorization", "Bearer client")
                    .header("Cookie", "session=1")
                    .header("X-Likeminds-Service-Token", "forged")
                    .header("X-Forwarded-For", "1.2.3.4")
                    .header("X-Original-URL", "/internal/all")
                    .header("traceparent", "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01"));
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("{\"results\":[]}");
            assertThat(answer.headers().firstValue("Content-Type")).contains("application/json");
            Upstream.Asked asked = upstream.asked.getFirst();
            assertThat(asked.uri().getPath()).isEqualTo("/api/v1/search");
            assertThat(Map.of("query", "café & b c", "limit", "3")).isEqualTo(query(asked.uri()));
            assertThat(asked.headers().get("X-Likeminds-Service-Token")).containsExactly("local for documentation-agent");
            assertThat(asked.headers().get("X-Forwarded-For")).containsExactly("127.0.0.1");
            assertThat(asked.headers()).doesNotContainKeys("Authorization", "Cookie", "X-original-url");
            assertThat(asked.headers().getFirst("traceparent")).startsWith("00-0af7651916cd43dd8448eb211c80319c-");
        }
    }

    @Test
    void whoIsNotKnownKeepsWhatItBringsToSignInAndIsSaidToBeNobody() throws Exception {
        try (Upstream upstream = Upstream.answering("{}")) {
            INSTANCES.add(upstream.instance(DOCUMENTATION));
            send(request("/api/v1/sources").header("Cookie", "session=1").header("x-likeminds-service-token", "forged"));
            assertThat(upstream.asked.getFirst().headers()).containsKey("Cookie");
            assertThat(upstream.asked.getFirst().headers().get("X-likeminds-service-token")).containsExactly("nobody for documentation-agent");
        }
    }

    @Test
    void aBodyAndAProblemPassAsTheyAre() throws Exception {
        String problem = "{\"code\":\"source-not-found\",\"detail\":\"ä\"}";
        try (Upstream upstream = new Upstream(exchange -> {
            exchange.getResponseHeaders().set("Location", "/api/v1/jobs/one");
            exchange.getResponseHeaders().set("X-Likeminds-Inner", "no");
            Upstream.answer(exchange, 404, "application/problem+json", problem);
        })) {
            INSTANCES.add(upstream.instance(DOCUMENTATION));
            HttpResponse<String> answer = send(request("/api/v1/ingestions")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString("{\"source\": \"é\"}")));
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEqualTo(problem);
            assertThat(answer.headers().firstValue("Location")).contains("/api/v1/jobs/one");
            assertThat(answer.headers().firstValue("X-Likeminds-Inner")).isEmpty();
            assertThat(upstream.asked.getFirst().body()).isEqualTo("{\"source\": \"é\"}");
        }
    }

    @Test
    void instancesTakeTurnsAndOneThatRefusesIsLeftOut() throws Exception {
        try (Upstream one = Upstream.answering("1"); Upstream two = Upstream.answering("2")) {
            INSTANCES.addAll(List.of(one.instance(DOCUMENTATION), Upstream.instance(closed(), DOCUMENTATION), two.instance(DOCUMENTATION)));
            for (int times = 0; times < 12; times++) {
                HttpResponse<String> answer = send(times % 2 == 0
                        ? request("/api/v1/sources")
                        : request("/api/v1/answers").header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"question\":\"q\"}")));
                assertThat(answer.statusCode()).isEqualTo(200);
            }
            assertThat(one.asked.size()).isBetween(3, 9);
            assertThat(one.asked.size() + two.asked.size()).isEqualTo(12);
            assertThat(one.asked).allSatisfy(asked -> assertThat(asked.method().equals("POST")).isEqualTo(!asked.body().isEmpty()));
        }
    }

    @Test
    void aRoleThatNobodyRunsIsSaidToBeUnreachable() throws Exception {
        assertThat(send(request("/api/v1/sources")).body()).contains("\"code\":\"role-unreachable\"");
        INSTANCES.add(Upstream.instance(closed(), DOCUMENTATION));
        HttpResponse<String> answer = send(request("/api/v1/sources"));
        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.body()).contains("\"code\":\"role-unreachable\"").contains(DOCUMENTATION);
    }

    @Test
    void aProcessThatLacksSomethingSaysSoItself() throws Exception {
        try (Upstream waiting = Upstream.answering("I wait for a database")) {
            ServiceInstance ready = waiting.instance(DOCUMENTATION);
            INSTANCES.add(new ServiceInstance(
                    ready.id(), ready.roles(), ready.address(), ready.version(), false, List.of("store relational (postgresql)"), ready.seenAt()));
            assertThat(send(request("/api/v1/sources")).body()).contains("I wait for a database");
        }
    }

    @Test
    void aRoleThatDoesNotAnswerInTimeIsSaidToBeSilent() throws Exception {
        CountDownLatch done = new CountDownLatch(1);
        try (Upstream upstream = new Upstream(exchange -> await(done))) {
            INSTANCES.add(upstream.instance(DOCUMENTATION));
            HttpResponse<String> answer = send(request("/api/v1/sources"));
            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.body()).contains("\"code\":\"role-silent\"");
            assertThat(upstream.asked).as("what may have been done is not asked for twice").hasSize(1);
        } finally {
            done.countDown();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/internal/documentation-agent/DocumentationAgent/search", "/actuator/env", "/api/v1/nothing", "/api/v1/plans/../../internal/x"})
    void whatIsNotPublicIsNoRoute(String path) throws Exception {
        try (Upstream upstream = Upstream.answering("secret")) {
            INSTANCES.add(upstream.instance(DOCUMENTATION, "coding-agent"));
            assertThat(send(request(path)).statusCode()).isEqualTo(404);
            assertThat(upstream.asked).isEmpty();
        }
    }

    @Test
    void eventsArriveWhileTheyHappenAndEndWithTheClient() throws Exception {
        CountDownLatch more = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        try (Upstream upstream = new Upstream(exchange -> {
            exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            out.write("id:8\nevent:progress\ndata:{}\n\n".getBytes(StandardCharsets.UTF_8));
            out.flush();
            await(more);
            try {
                while (true) {
                    out.write(": still running\n\n".getBytes(StandardCharsets.UTF_8));
                    out.flush();
                    Thread.sleep(20);
                }
            } catch (IOException | InterruptedException gone) {
                ended.countDown();
            }
        })) {
            INSTANCES.add(upstream.instance(DOCUMENTATION));
            HttpResponse<InputStream> events = http.send(
                    request("/api/v1/jobs/one/events").header("Accept", "text/event-stream").header("Last-Event-ID", "7").build(),
                    BodyHandlers.ofInputStream());
            assertThat(events.headers().firstValue("Content-Type")).contains("text/event-stream");
            assertThat(new String(events.body().readNBytes(29), StandardCharsets.UTF_8)).isEqualTo("id:8\nevent:progress\ndata:{}\n\n");
            assertThat(upstream.asked.getFirst().headers().getFirst("Last-Event-ID")).isEqualTo("7");
            events.body().close();
            more.countDown();
            assertThat(ended.await(30, TimeUnit.SECONDS)).as("the role hears that nobody listens any more").isTrue();
        }
    }

    @Test
    void anAnswerThatBreaksOffDoesNotLookComplete() throws Exception {
        try (Upstream upstream = new Upstream(exchange -> {
            exchange.sendResponseHeaders(200, 100_000);
            exchange.getResponseBody().write(new byte[50_000]);
            exchange.getResponseBody().flush();
            exchange.close();
        })) {
            INSTANCES.add(upstream.instance(DOCUMENTATION));
            assertThatThrownBy(() -> send(request("/api/v1/sources"))).isInstanceOf(IOException.class);
        }
        try (Upstream upstream = new Upstream(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write(new byte[50_000]);
            exchange.getResponseBody().flush();
            exchange.getHttpContext().getServer().stop(0);
        })) {
            INSTANCES.set(0, upstream.instance(DOCUMENTATION));
            assertThatThrownBy(() -> send(request("/api/v1/sources"))).isInstanceOf(IOException.class);
        }
    }

    @Test
    void aBodyWithoutALengthEndsAtTheLimitAndIsNotTheRolesFault() throws Exception {
        try (Upstream upstream = Upstream.answering("{}")) {
            INSTANCES.add(upstream.instance(DOCUMENTATION));
            HttpResponse<String> answer = send(request("/api/v1/ingestions")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofInputStream(() -> new java.io.ByteArrayInputStream(new byte[50_000]))));
            assertThat(answer.statusCode()).isEqualTo(413);
            assertThat(answer.body()).contains("body-too-large");
        }
    }

    private static Map<String, String> query(URI uri) {
        return java.util.Arrays.stream(uri.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(java.util.stream.Collectors.toMap(
                        pair -> pair[0], pair -> java.net.URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(gateway + path));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), BodyHandlers.ofString());
    }

    /** An address where nobody listens. */
    private static URI closed() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await(30, TimeUnit.SECONDS);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }
}
