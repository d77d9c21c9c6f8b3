package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.solutions.SolutionDocuments;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.gateway.description.DescribedAnswers;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.MethodParameter;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;

/** Every route of the whole application, called by another organisation with what the first one has, and with bodies that say too much. */
class TenantWalkTests {

    private static final String PASSWORD = "four random words here";
    private static final TenantId OTHER = new TenantId("other");
    /** Stands in everything that the first organisation has. */
    private static final String MARK = "aurora";
    /** Bodies with which a route would do something. */
    private static final Map<String, String> BODIES = Map.of(
            "PUT /api/v1/projects/{project}", "{\"name\": \"mine\"}",
            "PUT /api/v1/members/{id}/roles", "{\"roles\": [\"viewer\"]}",
            "POST /api/v1/searches/{id}/used", "{\"pages\": [{\"source\": \"aurora-docs\", \"page\": \"start.md\"}]}");
    /** Answer the same whether or not there is something of this name: nothing is said, and nothing of others is done. */
    private static final Set<String> SILENT = Set.of(
            "POST /api/v1/searches/{id}/used");

    @TempDir
    static Path folder;

    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Map<String, String> SAMPLES = new LinkedHashMap<>();
    private static final DescribedAnswers DESCRIPTION = new DescribedAnswers();
    /** Answers that are not what the published description says. */
    private static final Set<String> UNDESCRIBED = Collections.synchronizedSet(new LinkedHashSet<>());
    private static ConfigurableApplicationContext context;
    private static String owner;
    private static String stranger;
    /** Id of the owner's project. */
    private static String registered;

    record Route(HandlerMethod method, RequestMethod verb, String path) {
        String name() {
            return verb + " " + path;
        }
    }

    @BeforeAll
    static void start() throws Exception {
        context = new SpringApplicationBuilder(Application.class)
                .profiles("server")
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run("--likeminds.data=" + folder.resolve("data"), "--logging.level.root=ERROR", "--server.port=0",
                        "--likeminds.web.folders[0]=" + folder.resolve("work"),
                        "--likeminds.web.organisation-folders.other[0]=" + folder.resolve("work-of-other"),
                        "--likeminds.gateway.rate-limits.work=100000", "--likeminds.gateway.rate-limits.writes=100000");
        Accounts accounts = context.getBean(Accounts.class);
        Set<AccessRole> all = Set.of(AccessRole.ADMIN, AccessRole.OPERATOR);
        accounts.addUser(TenantId.DEFAULT, new Accounts.NewUser("owner@example.org", MARK + " owner", PASSWORD, all));
        accounts.addOrganisation(OTHER, "Other");
        accounts.addUser(OTHER, new Accounts.NewUser("stranger@other.example", "Stranger", PASSWORD, all));
        owner = signIn("owner@example.org");
        stranger = signIn("stranger@other.example");
        makeWhatTheOwnerHas(accounts);
    }

    @AfterAll
    static void stop() {
        if (context != null) {
            context.close();
        }
        assertThat(UNDESCRIBED).as("answers that differ from the description").isEmpty();
    }

    private static void makeWhatTheOwnerHas(Accounts accounts) throws Exception {
        Path docs = Files.createDirectories(folder.resolve("work/aurora-docs"));
        Files.writeString(docs.resolve("start.md"), "# Start\n\nCall `openAurora` with the key before anything else.\n");
        Path shop = Files.createDirectories(folder.resolve("work/aurora-shop/src"));
        Files.writeString(shop.resolve("main.js"), "export function openAurora(key) {\n  return key;\n}\n");
        Files.writeString(shop.resolveSibling("package.json"), "{\"name\": \"aurora-shop\", \"version\": \"1.0.0\"}\n");
        Path project = shop.getParent().toRealPath();

        String job = made("/api/v1/sources", Map.of("source", docs.toString())).path("id").stringValue();
        settled("/api/v1/jobs/" + job, "state");
        made("/api/v1/code/codebases", Map.of("location", project.toString()));
        String check = made("/api/v1/docs/checks", Map.of("source", docs.toString(), "offline", true)).path("id").stringValue();
        settled("/api/v1/tasks/" + check, "state");
        IntegrationPlan plan = new IntegrationPlan(
                "aurora-plan", "Add " + MARK, context.getBean(CodingAgent.class).inspect(project), new Citation("aurora-docs", "start.md", "Start", 1, 3), "",
                List.of(), List.of(), List.of(), List.of(), "2026-01-01T00:00:00Z", List.of(), Map.of(), Map.of());
        context.getBean(Plans.class).put(TenantId.DEFAULT, plan);
        context.getBean(SolutionDocuments.class).put(TenantId.DEFAULT, "reports", "aurora-report", Map.of(), new IntegrationReport(
                "aurora-report", IntegrationReport.VERIFIED, MARK, "Add " + MARK, project.toString(), null, "", List.of(), List.of(), List.of(), List.of(),
                Map.of(), "", "", Map.of(), "aurora-plan", List.of(), List.of()));
        String run = made("/api/v1/runs", Map.of("plan", "aurora-plan", "allowDirty", true)).path("id").stringValue();
        settled("/api/v1/tasks/" + run, "state");
        context.getBean(JdbcTemplate.class).update(
                "insert into dead_letters (id, tenant, queue, body, headers, priority, attempts, code, reason, died_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                "aurora-letter", TenantId.DEFAULT.value(), MARK, "{}", "{}", 1, 3, "failed", MARK, OffsetDateTime.now());
        String search = made("/api/v1/search", Map.of("query", "open aurora")).path("id").stringValue("");
        String bot = made("/api/v1/service-accounts", Map.of("name", MARK + " bot", "roles", List.of("viewer"))).path("id").stringValue();
        String key = made("/api/v1/keys", Map.of("account", bot, "name", MARK)).path("key").path("id").stringValue();
        String own = made("/api/v1/account/keys", Map.of("name", MARK)).path("key").path("id").stringValue();
        registered = context.getBean(Projects.class).find(TenantId.DEFAULT, "aurora-shop").orElseThrow().id();
        assertThat(call("PUT", "/api/v1/projects/" + registered + "/grants/" + bot + "/viewer", owner, "").statusCode()).isEqualTo(204);

        SAMPLES.put("/api/v1/jobs/{id}", job);
        SAMPLES.put("/api/v1/tasks/{id}", check);
        SAMPLES.put("/api/v1/docs/checks/{id}", check);
        SAMPLES.put("/api/v1/plans/{id}", "aurora-plan");
        SAMPLES.put("/api/v1/reports/{id}", "aurora-report");
        SAMPLES.put("/api/v1/runs/{id}", run);
        SAMPLES.put("/api/v1/dead-letters/{id}", "aurora-letter");
        SAMPLES.put("/api/v1/searches/{id}", search.isEmpty() ? "aurora-search" : search);
        SAMPLES.put("/api/v1/sources/{name}", "aurora-docs");
        SAMPLES.put("/api/v1/code/codebases/{name}", "aurora-shop");
        SAMPLES.put("/api/v1/members/{id}", bot);
        SAMPLES.put("/api/v1/keys/{id}", key);
        SAMPLES.put("/api/v1/account/keys/{id}", own);
        SAMPLES.put("/api/v1/projects/{project}/grants/{account}/{role}", registered + "/grants/" + bot + "/viewer");
        SAMPLES.put("/api/v1/projects/{project}/plans/{id}", registered + "/plans/aurora-plan");
        SAMPLES.put("/api/v1/projects/{project}/runs/{id}", registered + "/runs/" + run);
        SAMPLES.put("/api/v1/projects/{project}/reports/{id}", registered + "/reports/aurora-report");
        SAMPLES.put("/api/v1/projects/{project}", registered);
        // Keys of the installation belong to no organisation; withdrawing the one in use would end the test's own sessions.
        SAMPLES.put("/api/v1/auth/signing-keys/{id}", "aurora");
    }

    /** The path with what the owner has in place of its variables; fails for a route that nobody has thought of here. */
    private static String filled(Route route) {
        String prefix = SAMPLES.keySet().stream()
                .filter(known -> route.path().equals(known) || route.path().startsWith(known + "/"))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow(() -> new AssertionError(route.name() + " has no sample here: add what the owner has for it"));
        return prefix.substring(0, prefix.indexOf('{')) + SAMPLES.get(prefix) + route.path().substring(prefix.length());
    }

    @Test
    void nothingOfOneOrganisationIsSeenOrChangedByAnother() throws Exception {
        Map<String, String> before = everythingListed(owner);
        assertThat(before.values()).filteredOn(body -> body.contains(MARK)).as("what the owner has").hasSizeGreaterThan(9);
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            if (route.path().contains("{")) {
                HttpResponse<String> answer = call(
                        route.verb().name(), filled(route), stranger,
                        BODIES.getOrDefault(route.name(), route.verb() == RequestMethod.POST || route.verb() == RequestMethod.PUT ? "{}" : ""),
                        route.method());
                boolean silent = SILENT.contains(route.name()) && answer.statusCode() < 300 && !answer.body().contains(MARK);
                // An edited plan is read before it is kept in the caller's own organisation.
                boolean unread = route.name().equals("PUT /api/v1/plans/{id}") && answer.statusCode() == 400;
                if (answer.statusCode() != 403 && answer.statusCode() != 404 && !silent && !unread) {
                    wrong.add(route.name() + " gave " + answer.statusCode() + " " + answer.body());
                }
            }
        }
        everythingListed(stranger).forEach((path, body) -> {
            if (body.contains(MARK)) {
                wrong.add(path + " shows " + body);
            }
        });
        assertThat(wrong).isEmpty();
        assertThat(everythingListed(owner)).isEqualTo(before);
    }

    /** Fields of bodies and parameters that name folders. */
    private static final Set<String> PLACES = Set.of("project", "source", "location", "folder", "path", "file");

    /** Take the name of something that was ingested, or choose among the caller's own. */
    private static final Set<String> NAMED = Set.of("POST /api/v1/search", "POST /api/v1/code/search", "POST /api/v1/answers", "GET /api/v1/reports");

    @Test
    void noRouteReachesAFolderThatAnotherOrganisationHas() throws Exception {
        Path shop = folder.resolve("work/aurora-shop").toRealPath();
        Map<String, String> needed = Map.of("request", "Add it", "name", "mine", "plan", "");
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        Path nobodys = Files.createDirectories(shop.resolveSibling("nobodys"));
        for (Path place : List.of(shop, shop.resolve("src"), shop.getParent(), nobodys)) {
            for (Route route : routes()) {
                for (MethodParameter parameter : route.method().getMethodParameters()) {
                    Class<?> type = parameter.getParameterType();
                    String named = parameter.hasParameterAnnotation(RequestParam.class) ? String.valueOf(parameter.getParameter().getName()) : "";
                    if (parameter.hasParameterAnnotation(RequestBody.class) && type.isRecord()) {
                        Map<String, Object> body = new LinkedHashMap<>();
                        Stream.of(type.getRecordComponents()).map(RecordComponent::getName).forEach(field -> {
                            if (PLACES.contains(field)) {
                                body.put(field, place.toString());
                            } else if (!needed.getOrDefault(field, "").isEmpty()) {
                                body.put(field, needed.get(field));
                            }
                        });
                        if (body.keySet().stream().anyMatch(PLACES::contains) && !NAMED.contains(route.name())) {
                            tried++;
                            refusedAsOutside(route, call(route.verb().name(), route.path(), stranger, Json.line(body)), wrong);
                        }
                    } else if (PLACES.contains(named) && !NAMED.contains(route.name())) {
                        tried++;
                        refusedAsOutside(route, call(route.verb().name(), route.path() + "?" + named + "=" + place, stranger, ""), wrong);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).as("routes that take a folder, four times").isGreaterThanOrEqualTo(48);
    }

    @Test
    void eachOrganisationReachesItsOwnFoldersAndWhatWasRegisteredForIt() throws Exception {
        Path given = Files.createDirectories(folder.resolve("work-of-other/app")).toRealPath();
        Path registered = Files.createDirectories(folder.resolve("work/registered-for-other")).toRealPath();
        String answer = call("GET", "/api/v1/projects/profile?path=" + registered, stranger, "").body();
        assertThat(answer).as("before it is registered").contains("folder-not-allowed");
        Project project = context.getBean(Projects.class).register(OTHER, new Projects.NewProject("registered", registered, "", Project.Settings.NONE));
        for (Path place : List.of(given, registered)) {
            assertThat(call("GET", "/api/v1/projects/profile?path=" + place, stranger, "").body()).doesNotContain("folder-not-allowed");
            assertThat(call("GET", "/api/v1/projects/profile?path=" + place, owner, "").body()).contains("folder-not-allowed");
        }
        context.getBean(Projects.class).remove(OTHER, project.id());
    }

    private static void refusedAsOutside(Route route, HttpResponse<String> answer, List<String> wrong) {
        if (answer.statusCode() != 400 || !answer.body().contains("folder-not-allowed")) {
            wrong.add(route.name() + " gave " + answer.statusCode() + " " + answer.body());
        }
    }

    @Test
    void bodiesThatSayMoreThanIsOfferedAreRefused() throws Exception {
        int bodies = 0;
        List<String> wrong = new ArrayList<>();
        for (Route route : routes()) {
            for (MethodParameter parameter : route.method().getMethodParameters()) {
                if (parameter.hasParameterAnnotation(RequestBody.class) && parameter.getParameterType().isRecord()) {
                    bodies++;
                    Set<String> offered = Set.copyOf(Stream.of(parameter.getParameterType().getRecordComponents()).map(one -> one.getName()).toList());
                    for (String field : List.of("tenant", "role", "roles", "id", "permissions", "admin", "organisation", "kind")) {
                        String path = route.path().contains("{") ? filled(route) : route.path();
                        HttpResponse<String> answer =
                                call(route.verb().name(), path, stranger, "{\"" + field + "\": \"" + TenantId.DEFAULT.value() + "\"}", route.method());
                        if (!offered.contains(field) && (answer.statusCode() != 400 || !answer.body().contains("field-unknown"))) {
                            wrong.add(route.name() + " with " + field + " gave " + answer.statusCode() + " " + answer.body());
                        }
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(bodies).isGreaterThan(20);
    }

    @Test
    void addressesOfPrivateNetworksAreNotAskedWhateverRouteNamesThem() throws Exception {
        AtomicInteger asked = new AtomicInteger();
        List<String> wrong = new ArrayList<>();
        int tried = 0;
        try (ServerSocket inside = new ServerSocket(0, 50, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> countConnections(inside, asked));
            List<String> addresses = Stream.of(
                            "http://127.0.0.1:%d/", "HTTP://localhost:%d/", "http://[::ffff:127.0.0.1]:%d/", "http://2130706433:%d/", "http://127.0.0.1:%d/x.git",
                            "git+http://localhost:%d/x", "ssh://git@127.0.0.1:%d/x", "ssh://localhost:%d/x", "git@127.0.0.1:x%d.git", "git://127.0.0.1:%d/x",
                            "file://127.0.0.1:%d/etc")
                    .map(address -> address.formatted(inside.getLocalPort()))
                    .toList();
            String own = Json.line(Files.createDirectories(folder.resolve("work/own")).toRealPath().toString());
            Map<String, String> bodies = new LinkedHashMap<>();
            for (String path : List.of("/api/v1/ingestions", "/api/v1/docs/check", "/api/v1/sources", "/api/v1/docs/checks")) {
                bodies.put(path, "{\"source\": \"%s\"}");
            }
            for (String path : List.of("/api/v1/code/codebases", "/api/v1/code/symbols", "/api/v1/code/usage")) {
                bodies.put(path, "{\"location\": \"%s\"}");
            }
            for (String path : List.of("/api/v1/plans", "/api/v1/integrations", "/api/v1/runs")) {
                bodies.put(path, "{\"project\": " + own.replace("%", "%%") + ", \"request\": \"Add it\", \"docs\": [\"%s\"], \"allowDirty\": true}");
            }
            for (Map.Entry<String, String> route : bodies.entrySet()) {
                for (String address : addresses) {
                    HttpResponse<String> answer = call("POST", route.getKey(), stranger, route.getValue().formatted(address));
                    tried++;
                    String end = answer.statusCode() == 202 ? ended(answer.headers().firstValue("Location").orElseThrow()) : "";
                    if (answer.statusCode() < 400 && !end.contains("\"failed\"") && !end.contains("\"FAILED\"") || answer.statusCode() == 429) {
                        wrong.add(route.getKey() + " of " + address + " gave " + answer.statusCode() + " " + answer.body() + " " + end);
                    }
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(tried).isEqualTo(110);
        assertThat(asked).as("connections that reached the private server").hasValue(0);
    }

    private static void countConnections(ServerSocket server, AtomicInteger asked) {
        while (true) {
            try (Socket connection = server.accept()) {
                asked.incrementAndGet();
            } catch (IOException closed) {
                return;
            }
        }
    }

    private static String ended(String location) throws Exception {
        settled(location, "state", stranger);
        return call("GET", location, stranger, "").body();
    }

    @Test
    void theDescriptionSaysAllRoutesAndNoOthers() throws Exception {
        Set<String> described = new TreeSet<>();
        Json.read(call("GET", "/api/v1/openapi", "", "").body()).path("paths").properties().forEach(path ->
                path.getValue().propertyNames().forEach(verb -> described.add(verb.toUpperCase(Locale.ROOT) + " " + path.getKey())));
        Set<String> served = new TreeSet<>();
        // The page of an invitation is for people only.
        routes().stream().map(Route::name).filter(route -> !route.endsWith(" /setup")).forEach(served::add);
        assertThat(described).isEqualTo(served);
    }

    private static Map<String, String> everythingListed(String token) throws Exception {
        Map<String, String> listed = new LinkedHashMap<>();
        for (String path : List.of(
                "/api/v1/sources", "/api/v1/jobs", "/api/v1/tasks", "/api/v1/plans", "/api/v1/reports", "/api/v1/runs", "/api/v1/dead-letters",
                "/api/v1/code/codebases", "/api/v1/members", "/api/v1/keys", "/api/v1/account/keys", "/api/v1/projects")) {
            HttpResponse<String> answer = call("GET", path, token, "");
            assertThat(answer.statusCode()).as(path).isEqualTo(200);
            listed.put(path, answer.body());
        }
        return listed;
    }

    private static List<Route> routes() {
        List<Route> routes = new ArrayList<>();
        context.getBeansOfType(RequestMappingHandlerMapping.class).values().forEach(mapping -> mapping.getHandlerMethods().forEach((info, method) -> {
            if (method.getBeanType().getName().startsWith("community.likeminds.")) {
                info.getPatternValues().stream()
                        // Other processes only, and none of people: see AccessTests.
                        .filter(path -> !path.startsWith("/internal"))
                        .forEach(path -> info.getMethodsCondition().getMethods().forEach(verb -> routes.add(new Route(method, verb, path))));
            }
        }));
        assertThat(routes).hasSizeGreaterThan(40);
        return routes;
    }

    private static JsonNode made(String path, Map<String, Object> body) throws Exception {
        HttpResponse<String> answer = call("POST", path, owner, Json.line(body));
        assertThat(answer.statusCode()).as(path + " " + answer.body()).isBetween(200, 299);
        return Json.read(answer.body());
    }

    private static void settled(String path, String field) throws Exception {
        settled(path, field, owner);
    }

    private static void settled(String path, String field, String token) throws Exception {
        long until = System.nanoTime() + Duration.ofSeconds(60).toNanos();
        while (Set.of("queued", "running", "waiting", "planning", "retrying")
                .contains(Json.read(call("GET", path, token, "").body()).path(field).stringValue("").toLowerCase(Locale.ROOT))) {
            assertThat(System.nanoTime()).as(path + " goes on").isLessThan(until);
            Thread.sleep(100);
        }
    }

    private static String signIn(String email) throws Exception {
        HttpResponse<String> answer =
                call("POST", "/api/v1/auth/tokens", "", "{\"email\": \"" + email + "\", \"password\": \"" + PASSWORD + "\"}");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return Json.read(answer.body()).path("accessToken").stringValue();
    }

    private static HttpResponse<String> call(String verb, String path, String token, String body) throws Exception {
        return send(verb, path, token, body, "application/json");
    }

    private static HttpResponse<String> call(String verb, String path, String token, String body, HandlerMethod method) throws Exception {
        boolean yaml = Stream.of(method.getMethodParameters())
                .anyMatch(one -> one.hasParameterAnnotation(RequestBody.class) && one.getParameterType() == String.class);
        return send(verb, path, token, body, yaml ? "application/yaml" : "application/json");
    }

    private static HttpResponse<String> send(String verb, String path, String token, String body, String type) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
                .timeout(Duration.ofSeconds(30))
                .method(verb, body.isEmpty() ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofString(body));
        if (!body.isEmpty()) {
            request.header("Content-Type", type);
        }
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        UNDESCRIBED.addAll(DESCRIPTION.faults(verb, path, answer.statusCode(), answer.headers().firstValue("Content-Type").orElse(""), answer.body()));
        return answer;
    }
}
