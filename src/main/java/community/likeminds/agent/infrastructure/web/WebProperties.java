package community.likeminds.agent.infrastructure.web;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folders folders below which projects may be changed and documentation read over REST
 * @param maxBodyBytes largest body of a request
 * @param maxHeadTime how long a client may take to send a request's head
 * @param maxBodyTime how long a client may take to send a body
 * @param maxSilence how long a client may be silent while it sends
 */
@ConfigurationProperties("likeminds.web")
record WebProperties(
        List<Path> folders,
        @DefaultValue("1048576") long maxBodyBytes,
        @DefaultValue("20s") Duration maxHeadTime,
        @DefaultValue("60s") Duration maxBodyTime,
        @DefaultValue("10s") Duration maxSilence) {

    WebProperties {
        folders = folders == null ? List.of() : List.copyOf(folders);
    }
}
