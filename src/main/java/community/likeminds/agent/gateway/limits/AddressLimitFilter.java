package community.likeminds.agent.gateway.limits;

import community.likeminds.agent.gateway.limits.RateLimits.Count;
import community.likeminds.agent.infrastructure.web.FilterOrder;
import community.likeminds.agent.shared.TenantId;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.function.LongSupplier;
import org.springframework.core.Ordered;
import org.springframework.web.filter.OncePerRequestFilter;

/** Counts what comes from an address, signed in or not, above all attempts to sign in. This machine's own addresses are not counted. */
final class AddressLimitFilter extends OncePerRequestFilter implements Ordered {

    private final RateLimits limits;
    private final LongSupplier limit;

    AddressLimitFilter(RateLimits limits, LongSupplier limit) {
        this.limits = limits;
        this.limit = limit;
    }

    @Override
    public int getOrder() {
        return FilterOrder.ADDRESS_LIMIT;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        String address = request.getRemoteAddr();
        long most = limit.getAsLong();
        boolean counted = most > 0
                && request.getRequestURI().startsWith("/api/")
                && !InetAddress.ofLiteral(address).isLoopbackAddress();
        if (counted) {
            Count count = limits.count(TenantId.DEFAULT, "address:" + address, most);
            if (!count.allowed()) {
                RateLimitFilter.tell(response, count);
                RateLimitFilter.refuse(response, count, "More than " + most + " requests came from your address within a minute.");
                return;
            }
        }
        chain.doFilter(request, response);
    }
}
