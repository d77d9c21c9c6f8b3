package community.likeminds.agent.gateway.routing;

import community.likeminds.agent.infrastructure.web.RouteGroup;
import java.util.Collections;
import java.util.Optional;
import java.util.Set;
import org.springframework.http.server.PathContainer;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One method of a controller, as the outside sees it.
 *
 * @param role that serves it, or empty when this process does
 * @param methods empty for all
 */
public record Route(String role, Set<PathPattern> patterns, Set<RequestMethod> methods, RouteGroup group) {

    static final String HERE = "";

    public Route {
        patterns = Set.copyOf(patterns);
        methods = Set.copyOf(methods);
    }

    /** Patterns order themselves by how much they leave open. */
    PathPattern mostSpecific() {
        return Collections.min(patterns);
    }

    boolean fits(PathContainer path) {
        return pattern(path).isPresent();
    }

    Optional<PathPattern> pattern(PathContainer path) {
        return patterns.stream().filter(pattern -> pattern.matches(path)).findFirst();
    }

    boolean fits(String method) {
        return methods.isEmpty() || methods.stream().anyMatch(known -> known.name().equals(method) || known == RequestMethod.GET && method.equals("HEAD"));
    }
}
