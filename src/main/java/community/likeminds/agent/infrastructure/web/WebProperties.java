package community.likeminds.agent.infrastructure.web;

import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folders folders below which the default organisation may change projects and read documentation over REST
 * @param organisationFolders the same for other organisations, by their ids
 * @param maxBodyBytes largest body of a request
 * @param maxHeadTime how long a client may take to send a request's head
 * @param maxBodyTime how long a client may take to send a body
 * @param maxSilence how long a client may be silent while it sends
 */
@ConfigurationProperties("likeminds.web")
record WebProperties(
        List<Path> folders,
        Map<String, List<Path>> organisationFolders,
        @DefaultValue("1048576") long maxBodyBytes,
        @DefaultValue("20s") Duration maxHeadTime,
        @DefaultValue("60s") Duration maxBodyTime,
        @DefaultValue("10s") Duration maxSilence) {

    WebProperties {
        folders = folders == null ? List.of() : List.copyOf(folders);
        organisationFolders = organisationFolders == null ? Map.of() : Map.copyOf(organisationFolders);
    }

    /** Throws {@code tenant-invalid}. */
    Map<TenantId, List<Path>> organisations() {
        return organisationFolders.entrySet().stream()
                .collect(Collectors.toUnmodifiableMap(entry -> new TenantId(entry.getKey()), entry -> List.copyOf(entry.getValue())));
    }
}
