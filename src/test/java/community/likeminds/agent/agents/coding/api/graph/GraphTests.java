package community.likeminds.agent.agents.coding.api.graph;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.infrastructure.web.CallerAttributes;
import community.likeminds.agent.infrastructure.web.WebConfiguration;
import community.likeminds.agent.shared.TenantId;
import graphql.GraphQL;
import graphql.introspection.IntrospectionQuery;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.webmvc.test.autoconfigure.WebMvcTest;
import org.springframework.context.annotation.Import;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Queries over the route, with the engine and the schema of the product. */
@WebMvcTest({GraphController.class, ProjectGraph.class})
@Import({
    WebConfiguration.class,
    GraphConfiguration.class,
    KeptInMemory.InMemoryRuns.class,
    KeptInMemory.InMemoryReports.class,
    KeptInMemory.InMemoryPlans.class
})
class GraphTests {

    @Autowired
    private MockMvcTester http;

    @Autowired
    private KeptInMemory.InMemoryReports reports;

    @Autowired
    private ObjectProvider<GraphQL> graph;

    private JsonNode ask(TenantId tenant, String query, Map<String, ?> variables) throws Exception {
        MvcTestResult answer = http.post()
                .uri("/api/v1/graphql")
                .requestAttr(CallerAttributes.TENANT, tenant)
                .contentType(MediaType.APPLICATION_JSON)
                .content(JsonMapper.shared().writeValueAsString(Map.of("query", query, "variables", variables)))
                .exchange();
        assertThat(answer).hasStatusOk();
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsString());
    }

    private JsonNode data(String query) throws Exception {
        JsonNode answer = ask(TenantId.DEFAULT, query, Map.of());
        assertThat(answer.has("errors")).as(answer.toString()).isFalse();
        return answer.path("data");
    }

    private JsonNode error(String query) throws Exception {
        JsonNode answer = ask(TenantId.DEFAULT, query, Map.of());
        assertThat(answer.path("errors").size()).as(answer.toString()).isEqualTo(1);
        assertThat(answer.at("/errors/0/extensions/remedy").stringValue("")).isNotEmpty();
        return answer.path("errors").get(0);
    }

    private static String code(JsonNode error) {
        return error.at("/extensions/code").stringValue("");
    }

    @Test
    void oneQueryReadsProjectsWithTheirRunsAndReports() throws Exception {
        reports.reads = 0;
        JsonNode data = data("""
                query Overview {
                  projects(first: 5) { total nodes { folder runs(first: 2) { total nodes { ...R } } reports(first: 5) { nodes { changedFiles report { ...P } } } plans { nodes { id toDo } } } }
                  run(id: "r1") { ...R }
                  broken: run(id: "broken") { state failure { code } report { id } }
                }
                fragment R on Run { id state createdAt project { folder } report { ...P } }
                fragment P on Report {
                  status guide { page } steps { title citations { heading } } checks { name millis } changedFiles { path change } took { phase millis }
                }
                """);
        assertThat(data.at("/projects/nodes").valueStream().map(node -> node.path("folder").stringValue()).toList())
                .containsExactly("/projects/shop", "/projects/admin", "/projects/planned");
        assertThat(data.at("/projects/nodes/0/runs/total").intValue()).isEqualTo(4);
        assertThat(data.at("/projects/nodes/0/runs/nodes").size()).isEqualTo(2);
        assertThat(data.at("/projects/nodes/0/runs/nodes/0")).isEqualTo(data.path("run"));
        assertThat(data.at("/projects/nodes/2/plans/nodes/0/toDo").intValue()).isEqualTo(2);
        assertThat(data.at("/run/createdAt").stringValue()).isEqualTo("2026-01-07T00:00:00Z");
        assertThat(data.at("/run/project/folder").stringValue()).isEqualTo("/projects/shop");
        assertThat(data.at("/run/report/changedFiles/0/change").stringValue()).isEqualTo("changed");
        assertThat(data.at("/run/report/checks/0/millis").intValue()).isEqualTo(900);
        assertThat(data.at("/run/report/took/0/phase").stringValue()).isEqualTo("plan");
        assertThat(data.at("/broken/failure/code").stringValue()).isEqualTo("disk-full");
        assertThat(data.at("/broken/report").isNull()).isTrue();
        assertThat(reports.reads).as("a query reads a report once").isEqualTo(1);
    }

    @Test
    void pagesFollowEachOther() throws Exception {
        String query = "query($first: Int!, $after: String) { runs(first: $first, after: $after) { total nodes { id } pageInfo { hasNextPage endCursor } } }";
        StringBuilder ids = new StringBuilder();
        String after = null;
        for (int page = 0; page < 3; page++) {
            JsonNode runs = ask(TenantId.DEFAULT, query, after == null ? Map.of("first", 3) : Map.of("first", 3, "after", after)).at("/data/runs");
            runs.path("nodes").forEach(node -> ids.append(node.path("id").stringValue()).append(' '));
            assertThat(runs.path("total").intValue()).isEqualTo(7);
            assertThat(runs.at("/pageInfo/hasNextPage").booleanValue()).isEqualTo(page < 2);
            after = runs.at("/pageInfo/endCursor").stringValue();
        }
        assertThat(ids.toString()).isEqualTo("r1 run-6 run-5 run-4 broken run-2 run-1 ");
        assertThat(data("{ runs(state: FAILED) { nodes { id } } }").at("/runs/nodes").size()).isEqualTo(1);
        assertThat(data("{ reports(status: \"failed\") { total pageInfo { endCursor } } }").at("/reports/total").intValue()).isZero();
        assertThat(code(error("{ runs(after: \"bm90aGluZw\") { total } }"))).isEqualTo("cursor-unknown");
        assertThat(code(error("{ runs(first: 101) { total } }"))).isEqualTo("page-size-invalid");
        assertThat(code(error("{ runs(first: 0) { total } }"))).isEqualTo("page-size-invalid");
    }

    @Test
    void anotherTenantSeesNothing() throws Exception {
        TenantId other = new TenantId("other");
        JsonNode lists = ask(other, "{ runs { total nodes { id } } reports { total nodes { id } } }", Map.of()).path("data");
        assertThat(lists.at("/runs/total").intValue() + lists.at("/reports/total").intValue()).isZero();
        for (String query : List.of("{ run(id: \"r1\") { id } }", "{ report(id: \"r1\") { id } }")) {
            JsonNode answer = ask(other, query, Map.of());
            assertThat(answer.path("data").isNull()).isTrue();
            assertThat(answer.at("/errors/0/extensions/status").intValue()).as(answer.toString()).isEqualTo(404);
        }
    }

    @Test
    void errorsAreToldAsProblemsAre() throws Exception {
        JsonNode unknown = error("{ run(id: \"nothing\") { id } }");
        assertThat(code(unknown)).isEqualTo("run-unknown");
        assertThat(unknown.path("message").stringValue()).isEqualTo("There is no run 'nothing' at 100 %.");
        assertThat(unknown.path("path").get(0).stringValue()).isEqualTo("run");
        assertThat(code(error("{ runs { "))).isEqualTo("query-invalid");
        assertThat(code(error("{ secrets }"))).isEqualTo("query-invalid");
        assertThat(code(error("mutation { runs { total } }"))).isEqualTo("query-invalid");
        JsonNode unexpected = ask(new TenantId("other"), "{ plans { total } }", Map.of());
        assertThat(code(unexpected.path("errors").get(0))).isEqualTo("internal");
        assertThat(unexpected.toString()).doesNotContain("secret of the store");
        assertThat(http.post().uri("/api/v1/graphql").contentType(MediaType.APPLICATION_JSON).content("{\"query\": \"\"}"))
                .hasStatus(400)
                .bodyJson()
                .extractingPath("$.code")
                .isEqualTo("request-invalid");
    }

    @Test
    void whatIsTooDeepOrTooLargeIsRefusedBeforeItIsRead() throws Exception {
        String deep = "{ projects(first: 1) { nodes " + "{ runs(first: 1) { nodes { project ".repeat(3) + "{ folder }" + " } } }".repeat(3) + " } }";
        assertThat(code(error(deep))).isEqualTo("query-too-deep");
        reports.reads = 0;
        String large = "{ projects(first: 100) { nodes { reports(first: 100) { nodes { report { status } } } } } }";
        JsonNode refused = error(large);
        assertThat(code(refused)).isEqualTo("query-too-large");
        assertThat(refused.path("message").stringValue()).contains("5000");
        assertThat(reports.reads).isZero();
        assertThat(code(error("{ projects(first: 60) { nodes { ...F } } more: projects(first: 60) { nodes { ...F } } }"
                        + " fragment F on Project { runs { nodes { id state } } }")))
                .as("a fragment counts wherever it is spread")
                .isEqualTo("query-too-large");
    }

    @Test
    void fragmentsThatSpreadOthersTwiceAreRefusedAtOnce() throws Exception {
        StringBuilder bomb = new StringBuilder("{ ...F0 }");
        for (int i = 0; i < 40; i++) {
            bomb.append(" fragment F").append(i).append(" on Query { ...F").append(i + 1).append(" ... on Query { ...F").append(i + 1).append(" } }");
        }
        bomb.append(" fragment F40 on Query { runs { total } }");
        assertThat(code(error(bomb.toString()))).isEqualTo("query-too-large");
    }

    @Test
    void oneThingIsNotAskedForAgainAndAgainByOtherNames() throws Exception {
        StringBuilder query = new StringBuilder("{ ");
        for (int i = 0; i < 51; i++) {
            query.append("a").append(i).append(": run(id: \"r1\") { id } ");
        }
        assertThat(code(error(query + "}"))).isEqualTo("query-too-many-aliases");
        assertThat(code(error("{ ...F } fragment F on Query " + query + "}"))).as("also in fragments").isEqualTo("query-too-many-aliases");
    }

    @Test
    void aMistakeThatIsMadeOftenIsToldAFewTimes() throws Exception {
        JsonNode answer = ask(TenantId.DEFAULT, "{ runs " + "@include(if: true) ".repeat(200) + "{ total } }", Map.of());
        assertThat(answer.path("errors").size()).isBetween(1, 20);
    }

    @Test
    void theSchemaIsNotShownUnlessConfigured() throws Exception {
        assertThat(code(error("{ __schema { types { name } } }"))).isEqualTo("introspection-off");
        assertThat(code(error("{ __type(name: \"Run\") { name } }"))).isEqualTo("introspection-off");
        assertThat(data("{ __typename }").path("__typename").stringValue()).isEqualTo("Query");
    }

    @Test
    void toolsReadTheSchemaWhereItIsConfigured() {
        GraphController open = new GraphController(
                graph,
                new GraphProperties(10, 5000, 50, true),
                new KeptInMemory.InMemoryRuns(),
                new KeptInMemory.InMemoryPlans(),
                new KeptInMemory.InMemoryReports());
        Map<String, Object> answer =
                open.query(TenantId.DEFAULT, new GraphController.Query(IntrospectionQuery.INTROSPECTION_QUERY, null, null, null));
        assertThat(answer).containsOnlyKeys("data");
        assertThat(answer.get("data").toString()).contains("ReportSummary", "endCursor");
    }
}
