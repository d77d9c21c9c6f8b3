package community.likeminds.agent.infrastructure.observability.helicone;

import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * @param proxy origin of Helicone's proxy, which requests to providers then pass, for example {@code https://oai.helicone.ai}; empty for none
 * @param log address that calls are told to afterwards, for example {@code http://helicone:8788/custom/v1/log}; empty for none
 * @param keyVariable name of the environment variable that holds Helicone's key
 * @param session name of the session that calls are shown under; a session is a trace
 * @param properties what calls are marked with, by name
 * @param waiting most calls that wait to be told; what comes then is not told
 * @param timeout of telling
 */
@ConfigurationProperties("likeminds.helicone")
record HeliconeProperties(
        @DefaultValue("") String proxy,
        @DefaultValue("") String log,
        @DefaultValue("HELICONE_API_KEY") String keyVariable,
        @DefaultValue("likeminds") String session,
        Map<String, String> properties,
        @DefaultValue("500") int waiting,
        @DefaultValue("5s") Duration timeout) {

    HeliconeProperties {
        properties = properties == null ? Map.of() : Map.copyOf(properties);
    }
}
