package community.likeminds.agent.gateway.limits;

import community.likeminds.agent.infrastructure.web.RouteGroup;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Requests a minute; as many may come at once, and they come back evenly. 0 for no limit.
 *
 * @param reads of one caller, as are {@code writes}, {@code work} and {@code events}
 * @param address of everybody at one address together
 */
@ConfigurationProperties("likeminds.gateway.rate-limits")
record RateLimitProperties(
        @DefaultValue("1200") long reads,
        @DefaultValue("600") long writes,
        @DefaultValue("120") long work,
        @DefaultValue("120") long events,
        @DefaultValue("6000") long address) {

    long of(RouteGroup group) {
        return switch (group) {
            case READS -> reads;
            case WRITES -> writes;
            case WORK -> work;
            case EVENTS -> events;
        };
    }
}
