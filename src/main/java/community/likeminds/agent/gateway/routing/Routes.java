package community.likeminds.agent.gateway.routing;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.http.server.PathContainer;

/** All routes of the system, those of this process and those of others; a path that is spelled out goes before one with variables, whoever serves it. */
public final class Routes {

    private final List<Route> routes;

    Routes(List<Route> routes) {
        this.routes = routes.stream().sorted(Comparator.comparing(Route::mostSpecific)).toList();
    }

    /** Routes of the controllers below a package. */
    public static Routes ofControllers(String role, String basePackage) {
        return new Routes(new ControllerRoutes().ofPackage(role, basePackage));
    }

    /** The route of a request; with another method when none has this one, so that its role can say so. */
    public Optional<Route> find(String method, PathContainer path) {
        Optional<Route> other = Optional.empty();
        for (Route route : routes) {
            if (route.fits(path)) {
                if (route.fits(method)) {
                    return Optional.of(route);
                }
                other = Optional.of(route);
            }
        }
        return other;
    }

    /** Roles of other processes that routes lead to. */
    public List<String> roles() {
        return routes.stream().map(Route::role).filter(role -> !role.equals(Route.HERE)).distinct().sorted().toList();
    }
}
