package community.likeminds.agent.gateway.routing;

import community.likeminds.agent.infrastructure.web.RouteGroup;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param connect how long a process may take to accept a connection
 * @param reads how long another process may be silent, by group of routes
 * @param events silence after which a stream counts as dead; streams say something every 15 s
 */
@ConfigurationProperties("likeminds.gateway.time-limits")
record RoutingProperties(
        @DefaultValue("2s") Duration connect,
        @DefaultValue("30s") Duration reads,
        @DefaultValue("60s") Duration writes,
        @DefaultValue("60m") Duration work,
        @DefaultValue("60s") Duration events) {

    Duration silence(RouteGroup group) {
        return switch (group) {
            case READS -> reads;
            case WRITES -> writes;
            case WORK -> work;
            case EVENTS -> events;
        };
    }
}
