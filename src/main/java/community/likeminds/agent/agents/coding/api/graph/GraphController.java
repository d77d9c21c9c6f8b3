package community.likeminds.agent.agents.coding.api.graph;

import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.shared.TenantId;
import graphql.ExecutionInput;
import graphql.ExecutionResult;
import graphql.GraphQL;
import graphql.introspection.Introspection;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Flexible reads of projects, runs, plans and reports. */
@RestController
@RequestMapping("/api/v1/graphql")
@Tag(name = "GraphQL")
@Requires(Permission.PROJECTS_READ)
class GraphController {

    /** A query with a mistake a thousand times over is told about the first ones. */
    private static final int MOST_ERRORS = 20;

    private final ObjectProvider<GraphQL> graph;
    private final GraphProperties properties;
    private final Runs runs;
    private final Plans plans;
    private final Reports reports;

    GraphController(ObjectProvider<GraphQL> graph, GraphProperties properties, Runs runs, Plans plans, Reports reports) {
        this.graph = graph;
        this.properties = properties;
        this.runs = runs;
        this.plans = plans;
        this.reports = reports;
    }

    @PostMapping
    @Operation(summary = "Answer a GraphQL query; its errors have a 'code' and a 'remedy' among their extensions")
    Map<String, Object> query(TenantId tenant, @Valid @RequestBody Query query) {
        Map<Object, Object> context = new LinkedHashMap<>();
        context.put(Kept.NAME, new Kept(tenant, runs, plans, reports));
        context.put(Introspection.INTROSPECTION_DISABLED, !properties.introspection());
        ExecutionInput.Builder input = ExecutionInput.newExecutionInput(query.query())
                .graphQLContext(context)
                .variables(query.variables() == null ? Map.of() : query.variables());
        if (query.operationName() != null) {
            input.operationName(query.operationName());
        }
        // Runs on this thread, so that calls to other processes are made on the caller's behalf.
        return told(graph.getObject().execute(input.build()));
    }

    private static Map<String, Object> told(ExecutionResult result) {
        Map<String, Object> told = new LinkedHashMap<>();
        if (!result.getErrors().isEmpty()) {
            told.put("errors", result.getErrors().stream().limit(MOST_ERRORS).map(GraphErrors::told).toList());
        }
        if (result.isDataPresent()) {
            told.put("data", result.getData());
        }
        return told;
    }

    /**
     * @param query the document
     * @param operationName which of the document's operations is meant; not needed for one
     * @param variables values of its variables
     * @param extensions what clients send along; not read
     */
    record Query(
            @NotBlank @Size(max = 20000) String query,
            @Nullable @Size(max = 200) String operationName,
            @Nullable @Size(max = 100) Map<String, Object> variables,
            @Nullable @Size(max = 100) Map<String, Object> extensions) {}
}
