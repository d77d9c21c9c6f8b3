package community.likeminds.agent.infrastructure.auth.web;

import community.likeminds.agent.infrastructure.auth.Identity;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** An identity in Spring Security's terms. */
final class CallerAuthentication extends AbstractAuthenticationToken {

    private static final long serialVersionUID = 1L;

    private final transient Identity identity;
    private final boolean service;

    /** @param service whether another process of the installation vouches for the caller */
    CallerAuthentication(Identity identity, boolean service) {
        super(identity.permissions().stream()
                .map(permission -> new SimpleGrantedAuthority(permission.text()))
                .toList());
        this.identity = identity;
        this.service = service;
        setAuthenticated(true);
    }

    Identity identity() {
        return identity;
    }

    boolean service() {
        return service;
    }

    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public Object getPrincipal() {
        return identity.name();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CallerAuthentication that && service == that.service && identity.equals(that.identity);
    }

    @Override
    public int hashCode() {
        return Objects.hash(identity, service);
    }
}
