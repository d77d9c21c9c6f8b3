package community.likeminds.agent.infrastructure.auth.web;

import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.AuthMode;
import community.likeminds.agent.infrastructure.auth.CallerResolver;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.ProjectGrants;
import community.likeminds.agent.infrastructure.auth.ServedRoles;
import community.likeminds.agent.infrastructure.auth.ServiceTokens;
import community.likeminds.agent.infrastructure.web.FilterOrder;
import jakarta.servlet.DispatcherType;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.web.DefaultSecurityFilterChain;
import org.springframework.security.web.FilterChainProxy;
import org.springframework.security.web.access.ExceptionTranslationFilter;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.AnonymousAuthenticationFilter;
import org.springframework.security.web.util.matcher.AnyRequestMatcher;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Spring Security's filters, put together by hand: who is calling, then whether they may. No cookie says who somebody is. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication
class AuthWebConfiguration {

    @Bean
    AuthMode authMode(
            @Value("${likeminds.auth.mode:required}") String mode, @Value("${server.address:}") String address) {
        return AuthMode.of(mode, address);
    }

    @Bean
    FilterRegistrationBean<FilterChainProxy> accessFilters(
            ServiceTokens serviceTokens,
            ObjectProvider<ServedRoles> roles,
            CallerResolver callers,
            ProjectGrants grants,
            AuditLog audit,
            AuthMode mode,
            ObjectProvider<RequestMappingHandlerMapping> mappings) {
        Refusals refusals = new Refusals();
        ExceptionTranslationFilter translation = new ExceptionTranslationFilter(refusals);
        translation.setAccessDeniedHandler(refusals);
        ServedRoles served = () -> roles.stream().findFirst().map(ServedRoles::names).orElse(Set.of());
        FilterChainProxy chain = new FilterChainProxy(List.of(new DefaultSecurityFilterChain(
                AnyRequestMatcher.INSTANCE,
                new CallerFilter(serviceTokens, served, callers, mode == AuthMode.LOCAL),
                new AuditFilter(audit),
                new AnonymousAuthenticationFilter("likeminds"),
                translation,
                new AuthorizationFilter(new RoutePermissions(new Routes(mappings), grants)))));
        FilterRegistrationBean<FilterChainProxy> registration = new FilterRegistrationBean<>(chain);
        registration.setOrder(FilterOrder.CALLER);
        registration.setDispatcherTypes(DispatcherType.REQUEST);
        return registration;
    }

    @Bean
    WebMvcConfigurer identityArgument() {
        return new WebMvcConfigurer() {
            @Override
            public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
                resolvers.add(new IdentityArgument());
            }
        };
    }
}
