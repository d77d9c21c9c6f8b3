package community.likeminds.agent.infrastructure.observability.metrics;

import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import java.util.Map;
import org.springframework.http.server.observation.DefaultServerRequestObservationConvention;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerMapping;

/** Requests also say which role answered them: the one whose module the handler stands in. */
@Component
@org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication
class RoleOfRequest extends DefaultServerRequestObservationConvention {

    private static final String ROOT = "community.likeminds.agent.";

    /** Modules that serve requests, by the role that they make up. */
    private static final Map<String, String> ROLES = Map.of(
            "agents.documentation", "documentation-agent",
            "agents.coding", "coding-agent",
            "gateway", "gateway",
            "vector.analytics", "search-analytics",
            "infrastructure.auth", "auth",
            "infrastructure.messaging", "messaging",
            "infrastructure.remote", "remote");

    @Override
    public KeyValues getLowCardinalityKeyValues(ServerRequestObservationContext context) {
        return super.getLowCardinalityKeyValues(context).and(KeyValue.of("role", role(context)));
    }

    private static String role(ServerRequestObservationContext context) {
        Object handler = context.getCarrier() == null ? null : context.getCarrier().getAttribute(HandlerMapping.BEST_MATCHING_HANDLER_ATTRIBUTE);
        return handler instanceof HandlerMethod method ? of(method.getBeanType().getPackageName()) : "platform";
    }

    static String of(String packageName) {
        if (!packageName.startsWith(ROOT)) {
            return "platform";
        }
        String module = packageName.substring(ROOT.length());
        while (!ROLES.containsKey(module) && module.contains(".")) {
            module = module.substring(0, module.lastIndexOf('.'));
        }
        return ROLES.getOrDefault(module, "platform");
    }
}
