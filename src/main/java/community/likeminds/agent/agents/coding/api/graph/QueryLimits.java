package community.likeminds.agent.agents.coding.api.graph;

import community.likeminds.agent.shared.AgentException;
import graphql.ExecutionResult;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecuteOperationParameters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Refuses queries whose answer could get too deep or too large, before anything is read. */
final class QueryLimits extends SimplePerformantInstrumentation {

    private final GraphProperties properties;

    QueryLimits(GraphProperties properties) {
        this.properties = properties;
    }

    @Override
    public @Nullable InstrumentationContext<ExecutionResult> beginExecuteOperation(
            InstrumentationExecuteOperationParameters parameters, InstrumentationState state) {
        ExecutionContext query = parameters.getExecutionContext();
        QueryWeight.Weight weight = new QueryWeight(
                        query.getGraphQLSchema(), query.getFragmentsByName(), query.getCoercedVariables().toMap())
                .of(query.getOperationDefinition().getSelectionSet(), query.getGraphQLSchema().getQueryType());
        if (weight.depth() > properties.depth()) {
            throw refused(
                    "query-too-deep",
                    "The query has " + weight.depth() + " fields within each other; " + properties.depth() + " are allowed.",
                    "Ask for what is farther down in a query of its own.");
        }
        if (weight.fields() > properties.complexity()) {
            throw refused(
                    "query-too-large",
                    "The answer could have " + weight.fields() + " fields; " + properties.complexity() + " are allowed.",
                    "Ask for smaller pages with 'first', or for fewer fields.");
        }
        if (weight.aliases() > properties.aliases()) {
            throw refused(
                    "query-too-many-aliases",
                    "The query has " + weight.aliases() + " aliases; " + properties.aliases() + " are allowed.",
                    "Ask for a list, or send several queries.");
        }
        return super.beginExecuteOperation(parameters, state);
    }

    private static AbortExecutionException refused(String code, String fact, String remedy) {
        return new AbortExecutionException(List.of(GraphErrors.refused(AgentException.badInput(code, fact, remedy))));
    }
}
