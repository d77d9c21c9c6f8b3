package community.likeminds.agent.gateway.routing;

import java.util.Optional;
import org.springframework.http.server.PathContainer;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Hands requests for routes of other processes to what speaks with them. */
final class RoleRouter implements RouterFunction<ServerResponse> {

    private static final String ROUTE = RoleRouter.class.getName() + ".route";

    private final Routes routes;
    private final HandlerFunction<ServerResponse> proxy;

    RoleRouter(Routes routes, HandlerFunction<ServerResponse> proxy) {
        this.routes = routes;
        this.proxy = proxy;
    }

    @Override
    public Optional<HandlerFunction<ServerResponse>> route(ServerRequest request) {
        PathContainer path = request.requestPath().pathWithinApplication();
        Optional<Route> route = routes.find(request.method().name(), path);
        if (route.isEmpty() || route.get().role().equals(Route.HERE)) {
            return Optional.empty();
        }
        request.attributes().put(ROUTE, route.get());
        // Metrics and traces name requests by it.
        route.get().pattern(path).ifPresent(pattern -> request.attributes().put(RouterFunctions.MATCHING_PATTERN_ATTRIBUTE, pattern));
        return Optional.of(proxy);
    }

    /** The route that a request was given. */
    static Route chosen(ServerRequest request) {
        return (Route) request.attribute(ROUTE).orElseThrow(() -> new IllegalStateException("The request has no route."));
    }
}
