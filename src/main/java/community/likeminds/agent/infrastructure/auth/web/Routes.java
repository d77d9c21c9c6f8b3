package community.likeminds.agent.infrastructure.auth.web;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerExecutionChain;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.util.ServletRequestPathUtils;

/** Finds the controller's method that will answer a request. */
final class Routes {

    private final ObjectProvider<RequestMappingHandlerMapping> mappings;

    /** Asked for once: looking beans up costs more than the rest of a decision. */
    private volatile @Nullable List<RequestMappingHandlerMapping> found;

    Routes(ObjectProvider<RequestMappingHandlerMapping> mappings) {
        this.mappings = mappings;
    }

    private List<RequestMappingHandlerMapping> all() {
        List<RequestMappingHandlerMapping> all = found;
        if (all == null) {
            all = mappings.orderedStream().toList();
            found = all;
        }
        return all;
    }

    /** Null when no controller answers it, which includes a route that is called with the wrong method. */
    @Nullable HandlerMethod of(HttpServletRequest request) {
        ServletRequestPathUtils.parseAndCache(request);
        for (RequestMappingHandlerMapping mapping : all()) {
            try {
                @Nullable HandlerExecutionChain chain = mapping.getHandler(request);
                if (chain != null && chain.getHandler() instanceof HandlerMethod method) {
                    return method;
                }
            } catch (ServletException wrongMethodOrType) {
                // The dispatcher answers it with a problem of its own; there is no method that could be called.
                return null;
            } catch (Exception failure) {
                throw new IllegalStateException("The route of a request could not be found.", failure);
            }
        }
        return null;
    }
}
