package community.likeminds.agent.infrastructure.auth.web;

import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.web.CallerAttributes;
import community.likeminds.agent.shared.AgentException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Gives a controller's method the caller; never taken from what the caller says. */
final class IdentityArgument implements HandlerMethodArgumentResolver {

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType() == Identity.class;
    }

    @Override
    public Object resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer container,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        if (request.getAttribute(CallerAttributes.IDENTITY, RequestAttributes.SCOPE_REQUEST) instanceof Identity identity) {
            return identity;
        }
        throw new AgentException(
                AgentException.Kind.UNAUTHENTICATED,
                "sign-in-needed",
                "Nobody is signed in.",
                "Send 'Authorization: Bearer' with an access token or an API key.");
    }
}
