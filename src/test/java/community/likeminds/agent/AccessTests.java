package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.CurrentOrigin;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Invitations;
import community.likeminds.agent.infrastructure.auth.PublicRoute;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Who may do what, over real connections to the whole application. */
class AccessTests {

    private static final String PASSWORD = "four random words here";
    private static final TenantId OTHER = new TenantId("other");

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext context;
    private static Accounts accounts;

    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeAll
    static void start() {
        context = new SpringApplicationBuilder(Application.class)
                .profiles("server")
                .initializers(new RolesInitializer())
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run(
                        "--likeminds.data=" + folder.resolve("data"),
                        "--logging.level.root=ERROR",
                        "--server.port=0",
                        "--likeminds.web.folders[0]=" + folder);
        accounts = context.getBean(Accounts.class);
        assertThat(accounts.empty()).isTrue();
        user(TenantId.DEFAULT, "admin@example.org", AccessRole.ADMIN);
        user(TenantId.DEFAULT, "viewer@example.org", AccessRole.VIEWER);
        user(TenantId.DEFAULT, "operator@example.org", AccessRole.OPERATOR);
        accounts.addOrganisation(OTHER, "Other");
        user(OTHER, "admin@other.example", AccessRole.ADMIN);
    }

    private static void user(TenantId tenant, String email, AccessRole role) {
        accounts.addUser(tenant, new Accounts.NewUser(email, email, PASSWORD, Set.of(role)));
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
    }

    record Route(HandlerMethod method, RequestMethod verb, String path) {}

    static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        context.getBeansOfType(RequestMappingHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            // What the server leads to when it meets an error itself is no route: whoever asks for it finds nothing.
            boolean page = ErrorController.class.isAssignableFrom(method.getBeanType());
            if (!page && method.getBeanType().getName().startsWith("community.likeminds.")) {
                for (String path : info.getPatternValues()) {
                    verbs(info).forEach(verb -> routes.add(new Route(method, verb, path)));
                }
            }
        }));
        return routes;
    }

    private static Stream<RequestMethod> verbs(RequestMappingInfo info) {
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.isEmpty() ? Stream.of(RequestMethod.GET) : methods.stream();
    }

    private static boolean says(HandlerMethod method, Class<? extends java.lang.annotation.Annotation> annotation) {
        return AnnotatedElementUtils.hasAnnotation(method.getMethod(), annotation)
                || AnnotatedElementUtils.hasAnnotation(method.getBeanType(), annotation);
    }

    private static boolean open(Route route) {
        return says(route.method(), PublicRoute.class) && !AnnotatedElementUtils.hasAnnotation(route.method().getMethod(), Requires.class);
    }

    @Test
    void everyRouteSaysWhatItNeeds() {
        List<Route> routes = routes();
        assertThat(routes).hasSizeGreaterThan(40);
        assertThat(routes)
                .allSatisfy(route -> {
                    boolean internal = route.path().startsWith("/internal");
                    assertThat(internal || says(route.method(), Requires.class) || says(route.method(), PublicRoute.class))
                            .as(route.verb() + " " + route.path() + " has neither @Requires nor @PublicRoute")
                            .isTrue();
                    if (open(route)) {
                        assertThat(route.method().getMethod().getParameterTypes())
                                .as("a public route has no caller")
                                .doesNotContain(TenantId.class, Identity.class);
                    }
                });
    }

    @Test
    void nothingButPublicRoutesAnswersSomebodyUnknown() throws Exception {
        for (Route route : routes()) {
            if (!open(route)) {
                String path = route.path().replaceAll("\\{[^}]*}", "x");
                assertThat(call(route.verb().name(), path, "", "{}").statusCode())
                        .as(route.verb() + " " + route.path())
                        .isIn(401, 403);
                assertThat(call(route.verb().name(), path, "lmk_abc_def", "{}").statusCode())
                        .as(route.verb() + " " + route.path())
                        .isEqualTo(401);
            }
        }
        for (String path : List.of("/api/v1/nothing", "/actuator/prometheus", "/internal/x", "/anything")) {
            assertThat(call("GET", path, "", "").statusCode()).as(path).isIn(401, 403);
        }
        for (String path : List.of("/api/v1/openapi", "/actuator/health", "/api/v1/auth/keys")) {
            assertThat(call("GET", path, "", "").statusCode()).as(path).isEqualTo(200);
        }
    }

    @Test
    void aRoleMayWhatItMay() throws Exception {
        String viewer = signIn("viewer@example.org");
        String admin = signIn("admin@example.org");
        String operator = signIn("operator@example.org");
        assertThat(call("GET", "/api/v1/sources", viewer, "").statusCode()).isEqualTo(200);
        HttpResponse<String> refused = call("POST", "/api/v1/ingestions", viewer, "{\"source\": \"x\"}");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("permission-missing", "documentation:write");
        assertThat(call("GET", "/api/v1/members", viewer, "").statusCode()).isEqualTo(403);
        assertThat(call("GET", "/api/v1/members", admin, "").statusCode()).isEqualTo(200);
        assertThat(call("POST", "/api/v1/graphql", viewer, "{\"query\": \"{ projects { total } runs { total } reports { total } plans { total } }\"}").body())
                .isEqualTo("{\"data\":{\"projects\":{\"total\":0},\"runs\":{\"total\":0},\"reports\":{\"total\":0},\"plans\":{\"total\":0}}}");
        assertThat(call("GET", "/actuator/prometheus", admin, "").statusCode()).isEqualTo(403);
        assertThat(call("GET", "/actuator/prometheus", operator, "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/internal/anything", operator, "").statusCode()).isEqualTo(403);
        assertThat(call("PUT", "/api/v1/sources", admin, "").statusCode()).isEqualTo(405);
        assertThat(call("GET", "/api/v1/nothing", admin, "").statusCode()).isEqualTo(404);
    }

    @Test
    void nobodyGivesWhatTheyMayNot() throws Exception {
        String admin = signIn("admin@example.org");
        assertThat(call("POST", "/api/v1/members/invitations", admin, "{\"email\": \"a@example.org\", \"roles\": [\"operator\"]}").body())
                .contains("role-not-yours");
        String operatorId = accounts.members(TenantId.DEFAULT).stream()
                .filter(member -> member.email().equals("operator@example.org"))
                .findFirst()
                .orElseThrow()
                .id();
        assertThat(call("DELETE", "/api/v1/members/" + operatorId, admin, "").statusCode()).isEqualTo(403);
        assertThat(call("POST", "/api/v1/keys", admin, "{\"account\": \"" + operatorId + "\", \"name\": \"n\"}").body())
                .contains("key-of-somebody");
        JsonNode limited = Json.read(call("POST", "/api/v1/account/keys", admin, "{\"name\": \"reads\", \"roles\": [\"viewer\"]}").body());
        String key = limited.path("secret").stringValue();
        assertThat(call("GET", "/api/v1/sources", key, "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/v1/members", key, "").statusCode()).isEqualTo(403);
        assertThat(call("POST", "/api/v1/account/keys", key, "{\"name\": \"more\"}").body()).contains("role-not-yours");
    }

    @Test
    void whatABodySaysBesidesItsFieldsChangesNothing() throws Exception {
        String admin = signIn("admin@example.org");
        HttpResponse<String> made = call(
                "POST",
                "/api/v1/service-accounts",
                admin,
                "{\"name\": \"bot\", \"roles\": [\"viewer\"], \"tenant\": \"other\", \"id\": \"mine\", \"permissions\": [\"system:operate\"], \"kind\": \"USER\", \"organisation\": \"other\"}");
        // Either the unknown fields are refused, or they are left alone.
        if (made.statusCode() < 300) {
            JsonNode account = Json.read(made.body());
            assertThat(account.path("id").stringValue()).isNotEqualTo("mine");
            assertThat(account.path("kind").stringValue()).isEqualTo("SERVICE");
        }
        assertThat(accounts.members(OTHER)).hasSize(1);
    }

    @Test
    void sessionsAreRenewedEndedAndGoneWhenATokenIsUsedTwice() throws Exception {
        JsonNode first = tokens("viewer@example.org");
        JsonNode second = Json.read(refresh(first.path("refreshToken").stringValue()).body());
        assertThat(call("GET", "/api/v1/account", second.path("accessToken").stringValue(), "").body()).contains("viewer@example.org");
        HttpResponse<String> reused = refresh(first.path("refreshToken").stringValue());
        assertThat(reused.statusCode()).isEqualTo(401);
        assertThat(refresh(second.path("refreshToken").stringValue()).statusCode()).as("the whole session has ended").isEqualTo(401);
        awaitRefused(second.path("accessToken").stringValue());

        String everywhere = tokens("viewer@example.org").path("accessToken").stringValue();
        assertThat(call("DELETE", "/api/v1/account/sessions", everywhere, "").statusCode()).isEqualTo(200);
        awaitRefused(everywhere);
    }

    @Test
    void aKeyThatIsRevokedAndAMemberWhoIsRemovedAreRefusedWithinSeconds() throws Exception {
        String admin = signIn("admin@example.org");
        JsonNode bot = Json.read(call("POST", "/api/v1/service-accounts", admin, "{\"name\": \"ci\", \"roles\": [\"developer\"]}").body());
        JsonNode made = Json.read(call(
                        "POST", "/api/v1/keys", admin, "{\"account\": \"" + bot.path("id").stringValue() + "\", \"name\": \"ci\"}")
                .body());
        String key = made.path("secret").stringValue();
        assertThat(call("GET", "/api/v1/sources", key, "").statusCode()).isEqualTo(200);
        assertThat(call("GET", "/api/v1/keys", admin, "").body()).doesNotContain(key);
        call("DELETE", "/api/v1/keys/" + made.path("key").path("id").stringValue(), admin, "");
        awaitRefused(key);

        user(TenantId.DEFAULT, "leaves@example.org", AccessRole.VIEWER);
        String leaving = signIn("leaves@example.org");
        String id = Json.read(call("GET", "/api/v1/account", leaving, "").body()).path("id").stringValue();
        assertThat(call("DELETE", "/api/v1/members/" + id, admin, "").statusCode()).isEqualTo(204);
        awaitRefused(leaving);
    }

    private void awaitRefused(String token) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(10).toNanos();
        while (call("GET", "/api/v1/account", token, "").statusCode() != 401) {
            assertThat(System.nanoTime()).as("it still is accepted").isLessThan(until);
            Thread.sleep(100);
        }
    }

    @Test
    void theFirstAdminsLinkWorksOnceAndOverAForm() throws Exception {
        Invitations.Invitation invitation = context.getBean(Invitations.class)
                .invite(TenantId.DEFAULT, "", Set.of(AccessRole.ADMIN), Duration.ofHours(1));
        String page = "/setup?invitation=" + invitation.secret();
        HttpResponse<String> form = call("GET", page, "", "");
        assertThat(form.statusCode()).isEqualTo(200);
        assertThat(form.body()).contains("<form").doesNotContain("<script");
        assertThat(form.headers().firstValue("Content-Security-Policy").orElse("")).contains("default-src 'none'");
        String weak = form(invitation.secret(), "first@example.org", "<b>First</b>", "short").body();
        assertThat(weak).contains("can be guessed").contains("&lt;b&gt;").doesNotContain("<b>");
        assertThat(form(invitation.secret(), "first@example.org", "First", PASSWORD).statusCode()).isEqualTo(201);
        assertThat(form(invitation.secret(), "second@example.org", "Second", PASSWORD).statusCode()).isEqualTo(404);
        assertThat(call("GET", page, "", "").statusCode()).isEqualTo(404);
        assertThat(signIn("first@example.org")).isNotEmpty();
    }

    private HttpResponse<String> form(String invitation, String email, String name, String password) throws Exception {
        String body = Stream.of("invitation", invitation, "email", email, "name", name, "password", password)
                .map(text -> URLEncoder.encode(text, StandardCharsets.UTF_8))
                .reduce("", (all, next) -> all.isEmpty() ? next : all + (all.lastIndexOf('=') > all.lastIndexOf('&') ? "&" : "=") + next);
        return http.send(
                HttpRequest.newBuilder(uri("/setup"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void deedsAreWrittenDownForAdminsOnly() throws Exception {
        String admin = signIn("admin@example.org");
        String viewer = signIn("viewer@example.org");
        call("POST", "/api/v1/ingestions", viewer, "{\"source\": \"audited\"}");
        call("POST", "/api/v1/auth/tokens", "", "{\"email\": \"admin@example.org\", \"password\": \"not the password\"}");
        String log = call("GET", "/api/v1/audit?most=200", admin, "").body();
        assertThat(log)
                .contains("POST /api/v1/ingestions", "status 403", "viewer@example.org", "credentials-wrong", "127.0.0.1")
                .doesNotContain("audited", "not the password");
        assertThat(call("GET", "/api/v1/audit", viewer, "").statusCode()).isEqualTo(403);
        assertThat(call("GET", "/api/v1/audit", signIn("admin@other.example"), "").body())
                .doesNotContain("viewer@example.org");
        assertThat(call("DELETE", "/api/v1/audit", admin, "").statusCode()).isEqualTo(405);
    }

    @Test
    void aTokenOfAnotherProcessCountsOnlyForTheRolesOfThisOne() throws Exception {
        String token = context.getBean(ServiceTokens.class).mint(Identity.local(), "some-other-role");
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri("/api/v1/sources")).header(ServiceTokens.HEADER, token).build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.body()).contains("service-token-invalid");
    }

    @Test
    void theAuditLogTellsWhereTheGatewayWasAsked() throws Exception {
        String token;
        try (CurrentOrigin.Scope _ = CurrentOrigin.enter("192.0.2.77")) {
            token = context.getBean(ServiceTokens.class).vouch(Role.AUTH.label());
        }
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(uri("/api/v1/auth/tokens"))
                        .header(ServiceTokens.HEADER, token)
                        .header("X-Forwarded-For", "192.0.2.78")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString("{\"email\": \"admin@example.org\", \"password\": \"wrong from afar\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertThat(answer.body()).contains("credentials-wrong");
        assertThat(call("GET", "/api/v1/audit?most=200", signIn("admin@example.org"), "").body()).contains("192.0.2.77").doesNotContain("192.0.2.78");
    }

    private String signIn(String email) throws Exception {
        return tokens(email).path("accessToken").stringValue();
    }

    private JsonNode tokens(String email) throws Exception {
        HttpResponse<String> answer =
                call("POST", "/api/v1/auth/tokens", "", "{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }

    private HttpResponse<String> refresh(String token) throws Exception {
        return call("POST", "/api/v1/auth/tokens/refresh", "", "{\"refreshToken\": \"" + token + "\"}");
    }

    private static URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path);
    }

    private HttpResponse<String> call(String method, String path, String token, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path))
                .timeout(Duration.ofSeconds(30))
                .method(
                        method,
                        body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", "application/json");
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
