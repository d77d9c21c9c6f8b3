package community.likeminds.agent.agents.coding.api.graph;

import community.likeminds.agent.infrastructure.web.ProblemWriter;
import community.likeminds.agent.shared.AgentException;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.introspection.IntrospectionDisabledError;
import graphql.schema.DataFetchingEnvironment;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;

/** Errors of queries, each with the code, the status and the remedy that a problem of another route would have. */
final class GraphErrors extends DataFetcherExceptionResolverAdapter {

    private static final Logger LOG = LoggerFactory.getLogger(GraphErrors.class);

    @Override
    protected GraphQLError resolveToSingleError(Throwable error, DataFetchingEnvironment field) {
        AgentException told = error instanceof AgentException known
                ? known
                : new AgentException(
                        AgentException.Kind.INTERNAL,
                        "internal",
                        "The request ended with an unexpected error.",
                        "Look into the server's log for its trace.",
                        error);
        if (ProblemWriter.status(told.kind()).is5xxServerError()) {
            LOG.error("{}: {}", told.code(), told.fact(), told);
        }
        return of(GraphqlErrorBuilder.newError(field).errorType(ErrorType.DataFetchingException), told);
    }

    /** A query that is refused before anything is read. */
    static GraphQLError refused(AgentException error) {
        return of(GraphqlErrorBuilder.newError().errorType(ErrorType.ExecutionAborted), error);
    }

    private static GraphQLError of(GraphqlErrorBuilder<?> builder, AgentException error) {
        // The message is a format otherwise.
        return builder.message("%s", error.fact())
                .extensions(extensions(error.code(), ProblemWriter.status(error.kind()).value(), error.remedy()))
                .build();
    }

    /** As the specification writes an error, with our extensions on those that the engine has found itself. */
    static Map<String, Object> told(GraphQLError error) {
        Map<String, Object> told = new LinkedHashMap<>(error.toSpecification());
        @Nullable Map<String, Object> known = error.getExtensions();
        if (known == null || !known.containsKey("code")) {
            told.put("extensions", extensions(error));
        }
        return told;
    }

    private static Map<String, Object> extensions(GraphQLError error) {
        if (error instanceof IntrospectionDisabledError) {
            return extensions("introspection-off", 400, "Set likeminds.graphql.introspection to true where clients may ask for the schema.");
        }
        if (error.getErrorType() == ErrorType.NullValueInNonNullableField || error.getErrorType() == ErrorType.DataFetchingException) {
            return extensions("internal", 500, "Look into the server's log for its trace.");
        }
        return extensions("query-invalid", 400, "Correct the query; the message says what is wrong with it.");
    }

    private static Map<String, Object> extensions(String code, int status, String remedy) {
        Map<String, Object> extensions = new LinkedHashMap<>();
        extensions.put("code", code);
        extensions.put("status", status);
        extensions.put("remedy", remedy);
        return extensions;
    }
}
