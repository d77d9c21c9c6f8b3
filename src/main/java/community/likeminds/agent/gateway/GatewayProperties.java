package community.likeminds.agent.gateway;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * @param hosts names, besides those of the loopback interface, by which the server may be called; {@code *} for any
 * @param origins web pages that may call the server from another origin, for example {@code https://console.example}; none by default
 * @param trustedProxies addresses or networks whose {@code X-Forwarded-For} is believed; none by default
 */
@ConfigurationProperties("likeminds.gateway")
record GatewayProperties(@Nullable List<String> hosts, @Nullable List<String> origins, @Nullable List<String> trustedProxies) {

    @Override
    public List<String> hosts() {
        return hosts == null ? List.of() : hosts;
    }

    @Override
    public List<String> origins() {
        return origins == null ? List.of() : origins;
    }

    @Override
    public List<String> trustedProxies() {
        return trustedProxies == null ? List.of() : trustedProxies;
    }
}
