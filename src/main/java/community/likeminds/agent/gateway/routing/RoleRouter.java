package community.likeminds.agent.gateway.routing;

import java.util.Optional;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RouterFunction;
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
        Optional<Route> route = routes.find(request.method().name(), request.requestPath().pathWithinApplication());
        if (route.isEmpty() || route.get().role().equals(Route.HERE)) {
            return Optional.empty();
        }
        request.attributes().put(ROUTE, route.get());
        return Optional.of(proxy);
    }

    /** The route that a request was given. */
    static Route chosen(ServerRequest request) {
        return (Route) request.attribute(ROUTE).orElseThrow(() -> new IllegalStateException("The request has no route."));
    }
}
