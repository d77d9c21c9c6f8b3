package community.likeminds.agent.infrastructure.observability.logging;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where logs are sent, besides standard error.
 *
 * @param url of Loki's push API, for example {@code http://loki:3100/loki/api/v1/push}; empty for none
 * @param tenant Loki's own tenant, sent as {@code X-Scope-OrgID}; empty for none
 * @param user for basic authentication; its password is in the variable that {@code passwordVariable} names
 * @param passwordVariable name of an environment variable
 * @param batch most log lines that are sent at once
 * @param every how long a line waits at most to be sent
 * @param memory most that is kept while Loki is away; what comes then is only on standard error
 * @param retries how often a batch is sent again that Loki was away for or refused for a reason that may pass
 * @param timeout of connecting and of one request
 */
@ConfigurationProperties("likeminds.logging.loki")
record LokiProperties(
        @DefaultValue("") String url,
        @DefaultValue("") String tenant,
        @DefaultValue("") String user,
        @DefaultValue("LIKEMINDS_LOKI_PASSWORD") String passwordVariable,
        @DefaultValue("1000") int batch,
        @DefaultValue("1s") Duration every,
        @DefaultValue("8MB") DataSize memory,
        @DefaultValue("20") int retries,
        @DefaultValue("5s") Duration timeout) {}
