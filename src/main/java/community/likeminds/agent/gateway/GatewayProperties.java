package community.likeminds.agent.gateway;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param folders folders below which projects may be changed and documentation read over REST
 * @param maxBodyBytes largest body of a request
 */
@ConfigurationProperties("likeminds.gateway")
record GatewayProperties(List<Path> folders, @DefaultValue("1048576") long maxBodyBytes) {

    GatewayProperties {
        folders = folders == null ? List.of() : List.copyOf(folders);
    }
}
