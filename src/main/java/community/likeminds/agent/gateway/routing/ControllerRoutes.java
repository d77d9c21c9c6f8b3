package community.likeminds.agent.gateway.routing;

import community.likeminds.agent.gateway.AbsentRoles;
import community.likeminds.agent.gateway.ControllerMethods;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.infrastructure.web.RouteGroup;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/**
 * Reads routes off controllers. Every process has the classes of all roles, so those of an absent role are read as they stand, without
 * beans of them, and no route is written down twice.
 */
final class ControllerRoutes {

    private static final String PUBLIC = "/api/";

    /** The page behind the link of an invitation, which people open in a browser. */
    private static final String SETUP = "/setup";

    /** Routes of controllers below a package. */
    List<Route> ofPackage(String role, String basePackage) {
        List<Route> routes = new ArrayList<>();
        ControllerMethods.below(basePackage).forEach(found -> add(routes, role, found.method(), found.info()));
        return routes;
    }

    /** Routes of all absent roles. */
    List<Route> of(AbsentRoles absent) {
        return absent.packages().entrySet().stream()
                .flatMap(role -> role.getValue().stream().flatMap(name -> ofPackage(role.getKey(), name).stream()))
                .toList();
    }

    /** Routes that this process serves itself. */
    List<Route> of(Stream<RequestMappingHandlerMapping> mappings) {
        List<Route> routes = new ArrayList<>();
        mappings.forEach(mapping ->
                mapping.getHandlerMethods().forEach((info, handler) -> add(routes, Route.HERE, handler.getMethod(), info)));
        return routes;
    }

    private static void add(List<Route> routes, String role, Method method, RequestMappingInfo info) {
        var patterns = info.getPathPatternsCondition();
        // What is not public, above all what processes ask each other, gets no route.
        if (patterns != null && patterns.getPatterns().stream().allMatch(pattern -> isPublic(pattern.getPatternString()))) {
            routes.add(new Route(role, patterns.getPatterns(), info.getMethodsCondition().getMethods(), group(method, info)));
        }
    }

    private static boolean isPublic(String pattern) {
        return pattern.startsWith(PUBLIC) || pattern.equals(SETUP);
    }

    private static RouteGroup group(Method method, RequestMappingInfo info) {
        if (info.getProducesCondition().getProducibleMediaTypes().contains(MediaType.TEXT_EVENT_STREAM)) {
            return RouteGroup.EVENTS;
        }
        if (AnnotatedElementUtils.hasAnnotation(method, HeavyWork.class)) {
            return RouteGroup.WORK;
        }
        Set<RequestMethod> methods = info.getMethodsCondition().getMethods();
        return methods.contains(RequestMethod.GET) || methods.contains(RequestMethod.HEAD) ? RouteGroup.READS : RouteGroup.WRITES;
    }
}
