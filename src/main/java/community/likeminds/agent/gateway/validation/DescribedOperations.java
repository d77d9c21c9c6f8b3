package community.likeminds.agent.gateway.validation;

import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SchemaRegistryConfig;
import com.networknt.schema.dialect.Dialect;
import com.networknt.schema.dialect.Dialects;
import com.networknt.schema.keyword.NonValidationKeyword;
import com.networknt.schema.path.PathType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Finds what the published description asks of a request, compiled. */
final class DescribedOperations {

    /** An operation, found for a path. */
    record Found(DescribedOperation operation, Map<String, String> variables) {}

    private record Templated(PathPattern pattern, DescribedOperation operation) {}

    private final Map<String, DescribedOperation> plain = new HashMap<>();
    private final Map<String, List<Templated>> templated = new HashMap<>();

    /** @param document OpenAPI 3.1, with all of its schemas */
    DescribedOperations(ObjectNode document) {
        Dialect dialect = Dialect.builder(Dialects.getDraft202012())
                // Where the schemas lie that others refer to.
                .keyword(new NonValidationKeyword("components"))
                .build();
        SchemaRegistry registry = SchemaRegistry.withDialect(
                dialect,
                builder -> builder.schemaRegistryConfig(
                        SchemaRegistryConfig.builder().formatAssertionsEnabled(true).pathType(PathType.JSON_POINTER).build()));
        JsonNode components = document.path("components").path("schemas");
        document.path("paths").properties().forEach(path -> path.getValue().properties().forEach(one -> {
            DescribedOperation operation = DescribedOperation.of(one.getValue(), components, registry);
            String verb = one.getKey().toUpperCase(Locale.ROOT);
            if (path.getKey().contains("{")) {
                templated.computeIfAbsent(verb, key -> new ArrayList<>())
                        .add(new Templated(PathPatternParser.defaultInstance.parse(path.getKey()), operation));
            } else {
                plain.put(verb + " " + path.getKey(), operation);
            }
        }));
        templated.values().forEach(all -> all.sort((a, b) -> PathPattern.SPECIFICITY_COMPARATOR.compare(a.pattern(), b.pattern())));
    }

    /** Nothing for what is not described, which its controller or nobody answers. */
    Optional<Found> find(String method, String path) {
        String verb = method.equals("HEAD") ? "GET" : method;
        DescribedOperation exact = plain.get(verb + " " + path);
        if (exact != null) {
            return Optional.of(new Found(exact, Map.of()));
        }
        PathContainer asked = PathContainer.parsePath(path);
        for (Templated one : templated.getOrDefault(verb, List.of())) {
            PathPattern.PathMatchInfo match = one.pattern().matchAndExtract(asked);
            if (match != null) {
                return Optional.of(new Found(one.operation(), match.getUriVariables()));
            }
        }
        return Optional.empty();
    }

    /** Compiles everything now rather than with the first requests. */
    void prepare() {
        plain.values().forEach(DescribedOperation::prepare);
        templated.values().forEach(all -> all.forEach(one -> one.operation().prepare()));
    }
}
