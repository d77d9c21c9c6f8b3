package community.likeminds.agent.gateway.routing;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.RemoveHopByHopRequestHeadersFilter;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.web.servlet.function.ServerResponse;

/** What an answer of another process says to the client: nothing about connections within, and nothing that the gateway says itself. */
final class ResponseHeaders implements ResponseHttpHeadersFilter, Ordered {

    private static final Set<String> OWN = Set.of(
            "date", "server", "x-content-type-options", "x-frame-options", "cache-control", "content-security-policy", "referrer-policy", "x-request-id");

    @Override
    public int getOrder() {
        return 0;
    }

    @Override
    public HttpHeaders apply(HttpHeaders headers, ServerResponse response) {
        HttpHeaders passed = new HttpHeaders();
        headers.forEach((name, values) -> {
            String lower = name.toLowerCase(Locale.ROOT);
            if (!OWN.contains(lower) && !lower.startsWith("x-likeminds-") && !RemoveHopByHopRequestHeadersFilter.HEADERS_REMOVED_ON_REQUEST.contains(lower)) {
                passed.put(name, List.copyOf(values));
            }
        });
        return passed;
    }
}
