package community.likeminds.agent;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.solutions.SolutionDocuments;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.processors.docs.Citation;
import community.likeminds.agent.shared.TenantId;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.databind.JsonNode;

/** Every field and every argument of the schema, found by asking for it, with what another organisation has; and what it costs the database. */
class GraphWalkTests {

    private static final String PASSWORD = "four random words here";
    private static final TenantId OTHER = new TenantId("other");
    /** Stands in everything that the owner has. */
    private static final String MARK = "aurora";
    private static final int REPORTS = 40;
    private static final int DEEPEST = 6;
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext context;
    private static String owner;
    private static String stranger;
    private static Path ownFolder;
    private static Path strangersFolder;
    /** Fields of the types of the schema, by the type's name. */
    private static final Map<String, JsonNode> TYPES = new LinkedHashMap<>();

    @BeforeAll
    static void start() throws Exception {
        context = new SpringApplicationBuilder(Application.class)
                .profiles("server")
                .logStartupInfo(false)
                .registerShutdownHook(false)
                .run("--likeminds.data=" + folder.resolve("data"), "--logging.level.root=ERROR", "--server.port=0",
                        "--likeminds.web.folders[0]=" + folder.resolve("work"), "--likeminds.graphql.introspection=true",
                        "--likeminds.graphql.depth=30", "--likeminds.graphql.complexity=1000000",
                        "--likeminds.gateway.rate-limits.work=100000", "--likeminds.gateway.rate-limits.writes=100000");
        Accounts accounts = context.getBean(Accounts.class);
        accounts.addUser(TenantId.DEFAULT, new Accounts.NewUser("owner@example.org", "Owner", PASSWORD, Set.of(AccessRole.ADMIN)));
        accounts.addOrganisation(OTHER, "Other");
        accounts.addUser(OTHER, new Accounts.NewUser("stranger@other.example", "Stranger", PASSWORD, Set.of(AccessRole.ADMIN)));
        owner = signIn("owner@example.org");
        stranger = signIn("stranger@other.example");
        ownFolder = Files.createDirectories(folder.resolve("work/aurora-shop")).toRealPath();
        strangersFolder = Files.createDirectories(folder.resolve("work/theirs")).toRealPath();
        keep(TenantId.DEFAULT, ownFolder, MARK, REPORTS);
        keep(OTHER, strangersFolder, "theirs", 1);
        JsonNode schema = ask(
                owner,
                "{ __schema { types { name kind enumValues { name } fields { name args { name type { ...T } } type { ...T } } } } }"
                        + " fragment T on __Type { kind name ofType { kind name ofType { kind name ofType { kind name } } } }");
        schema.at("/data/__schema/types").forEach(type -> TYPES.put(type.path("name").stringValue(), type));
    }

    @AfterAll
    static void stop() {
        context.close();
    }

    /** Plans, reports and ended runs of an organisation, all of them with a mark. */
    private static void keep(TenantId tenant, Path project, String mark, int reports) throws Exception {
        Files.writeString(project.resolve("package.json"), "{\"name\": \"" + mark + "\", \"version\": \"1.0.0\"}\n");
        context.getBean(Plans.class).put(tenant, new IntegrationPlan(
                mark + "-plan", "Add " + mark, context.getBean(CodingAgent.class).inspect(project), new Citation(mark + "-docs", "start.md", "Start", 1, 3), "",
                List.of(), List.of(), List.of(), List.of(), "2026-01-01T00:00:00Z", List.of(), Map.of(), Map.of()));
        for (int i = 0; i < reports; i++) {
            String id = mark + "-%03d".formatted(i);
            context.getBean(SolutionDocuments.class).put(
                    tenant, "reports", id, Map.of(), new IntegrationReport(
                            id, IntegrationReport.VERIFIED, mark, "Add " + mark, project.toString(), new Citation(mark + "-docs", "start.md", "Start", 1, 3), mark,
                            List.of(), List.of(), List.of(), List.of(), Map.of(mark + ".js", "created"), "", "", Map.of("plan", 1L), mark + "-plan", List.of(),
                            List.of()));
            context.getBean(JdbcTemplate.class).update(
                    "insert into tasks (tenant, id, type, body, state, attempts, stage, done, total, cancelling, result, created_at)"
                            + " values (?, ?, 'integration', ?, 'succeeded', 1, '', 0, 0, false, ?, ?)",
                    tenant.value(), id,
                    Json.line(Map.of("ref", "r", "plan", mark + "-plan", "project", project.toString(), "docs", List.of(), "request", mark, "values", Map.of(),
                            "branch", "", "allowDirty", false, "skip", List.of(), "trackedValues", false)),
                    "{\"status\": \"verified\"}", OffsetDateTime.parse("2026-01-01T00:00:00Z").plusMinutes(i));
        }
    }

    @Test
    void noFieldAndNoArgumentShowsWhatAnotherOrganisationHas() throws Exception {
        List<String> wrong = new ArrayList<>();
        Set<String> shownToOwner = new TreeSet<>();
        Set<String> fields = new TreeSet<>();
        int asked = 0;
        for (JsonNode field : TYPES.get("Query").path("fields")) {
            List<String> calls = new ArrayList<>(calls(field));
            for (String call : calls) {
                String query = "{ " + call + selection(field.path("type"), 1, fields) + " }";
                JsonNode strangers = ask(stranger, query);
                asked++;
                if (strangers.path("data").toString().contains(MARK)) {
                    wrong.add(query + " showed " + strangers.path("data"));
                }
                if (field.path("name").stringValue().matches("run|report") && strangers.at("/errors/0/extensions/status").intValue() != 404) {
                    wrong.add(query + " was answered " + strangers);
                }
                if (ask(owner, query).path("data").toString().contains(MARK)) {
                    shownToOwner.add(field.path("name").stringValue());
                }
            }
        }
        // Arguments of fields within what the stranger has.
        for (JsonNode field : TYPES.get("Project").path("fields")) {
            for (String call : calls(field)) {
                String query = "{ project(folder: " + Json.line(strangersFolder.toString()) + ") { folder " + call + selection(field.path("type"), 2, fields) + " } }";
                JsonNode strangers = ask(stranger, query);
                asked++;
                assertThat(strangers.toString()).as(query).containsAnyOf("theirs", "cursor-unknown");
                if (strangers.path("data").toString().contains(MARK)) {
                    wrong.add(query + " showed " + strangers.path("data"));
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(shownToOwner).as("what the same queries show its owner").containsExactly("plans", "project", "projects", "report", "reports", "run", "runs");
        assertThat(fields).as("fields that were asked for").isEqualTo(all());
        assertThat(asked).isGreaterThan(40);
    }

    /** What a field can be called with: nothing but what it needs, and each argument with what the owner has. */
    private static Set<String> calls(JsonNode field) {
        String name = field.path("name").stringValue();
        Set<String> calls = new TreeSet<>();
        boolean needs = false;
        for (JsonNode argument : field.path("args")) {
            boolean needed = argument.at("/type/kind").stringValue().equals("NON_NULL") && !argument.path("name").stringValue().equals("first");
            needs |= needed;
            samples(argument).forEach(value -> calls.add(name + "(" + argument.path("name").stringValue() + ": " + value + ")"));
        }
        if (!needs) {
            calls.add(name);
        }
        return calls;
    }

    /** Fails for an argument that nobody has thought of here. */
    private static List<String> samples(JsonNode argument) {
        JsonNode type = argument.path("type");
        String named = named(type);
        if (TYPES.get(named).path("kind").stringValue().equals("ENUM")) {
            List<String> values = new ArrayList<>();
            TYPES.get(named).path("enumValues").forEach(value -> values.add(value.path("name").stringValue()));
            return values;
        }
        return switch (argument.path("name").stringValue()) {
            case "first" -> List.of("1", "100");
            case "after" -> List.of(cursor(MARK + "-000"), cursor(MARK + "-plan"), cursor(ownFolder.toString()));
            case "folder", "project" -> List.of(Json.line(ownFolder.toString()));
            case "id" -> List.of("\"" + MARK + "-000\"", "\"" + MARK + "-plan\"", "\"" + MARK + "\"");
            case "status" -> List.of("\"verified\"", "\"partial\"", "\"failed\"");
            case String other -> throw new AssertionError("The argument " + other + " has no sample here: add what the owner has for it");
        };
    }

    private static String cursor(String id) {
        return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(id.getBytes(StandardCharsets.UTF_8)) + "\"";
    }

    /** Everything below, as deep as it makes sense. */
    private static String selection(JsonNode type, int depth, Set<String> seen) {
        JsonNode of = TYPES.get(named(type));
        if (!of.path("kind").stringValue().equals("OBJECT")) {
            return "";
        }
        StringBuilder selected = new StringBuilder(" {");
        for (JsonNode field : of.path("fields")) {
            boolean nested = TYPES.get(named(field.path("type"))).path("kind").stringValue().equals("OBJECT");
            if (!nested || depth < DEEPEST) {
                seen.add(of.path("name").stringValue() + "." + field.path("name").stringValue());
                selected.append(' ').append(field.path("name").stringValue());
                if (field.path("args").valueStream().anyMatch(argument -> argument.path("name").stringValue().equals("first"))) {
                    selected.append("(first: 1)");
                }
                selected.append(selection(field.path("type"), depth + 1, seen));
            }
        }
        return selected.append(" }").toString();
    }

    private static Set<String> all() {
        Set<String> all = new TreeSet<>();
        TYPES.values().stream()
                .filter(type -> type.path("kind").stringValue().equals("OBJECT") && !type.path("name").stringValue().matches("__.*|Query"))
                .forEach(type -> type.path("fields").forEach(field -> all.add(type.path("name").stringValue() + "." + field.path("name").stringValue())));
        return all;
    }

    private static String named(JsonNode type) {
        return type.path("ofType").isObject() ? named(type.path("ofType")) : type.path("name").stringValue();
    }

    @Test
    void howMuchIsAskedForDoesNotDecideHowOftenTheDatabaseIs() throws Exception {
        for (String query : List.of(
                "{ runs(first: %d) { nodes { id state project { folder } } } }",
                "{ plans(first: %d) { nodes { id project { folder } } } }",
                "{ reports(first: %d) { nodes { id project { folder } } } }",
                "{ reports(first: %d) { nodes { report { summary guide { page } changedFiles { path } } } } }",
                "{ projects(first: %d) { nodes { runs { nodes { id } } plans { nodes { id } } reports { nodes { id report { summary } } } } } }")) {
            long few = statements(query.formatted(2));
            long many = statements(query.formatted(REPORTS));
            assertThat(few).as(query).isBetween(1L, 10L);
            assertThat(many).as(query).isEqualTo(few);
        }
        String lists = "{ projects { nodes { runs(first: 2) { nodes { report { summary } } } reports { nodes { report { id } } } } } }";
        assertThat(statements(lists)).as("reports of runs, where all reports are read anyway").isEqualTo(statements(lists.replace("first: 2", "first: 40")));
    }

    /** How often a query reads what the organisation has. */
    private static long statements(String query) throws Exception {
        JdbcTemplate jdbc = context.getBean(JdbcTemplate.class);
        jdbc.execute("set query_statistics_max_entries 1000");
        jdbc.execute("set query_statistics false");
        jdbc.execute("set query_statistics true");
        JsonNode answer = ask(owner, query);
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        Long count = jdbc.queryForObject(
                "select sum(execution_count) from information_schema.query_statistics where lower(sql_statement) like 'select%'"
                        + " and (lower(sql_statement) like '%from tasks where tenant%' or lower(sql_statement) like '%from documents%' or lower(sql_statement) like '%document_labels%')",
                Long.class);
        return count == null ? 0 : count;
    }

    private static String signIn(String email) throws Exception {
        return post("/api/v1/auth/tokens", "", Map.of("email", email, "password", PASSWORD)).path("accessToken").stringValue();
    }

    private static JsonNode ask(String token, String query) throws Exception {
        return post("/api/v1/graphql", token, Map.of("query", query));
    }

    private static JsonNode post(String path, String token, Map<String, Object> body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port") + path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(Json.line(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        HttpResponse<String> answer = HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString());
        assertThat(answer.statusCode()).as(body + " " + answer.body()).isEqualTo(200);
        return Json.read(answer.body());
    }
}
