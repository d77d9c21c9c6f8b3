package community.likeminds.agent.infrastructure.remote.client;

import community.likeminds.agent.shared.Remote;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * @param limits how long calls of a group may take
 * @param connectLimit for a connection to a process
 * @param failures in a row after which a process is left alone
 * @param pause for which it is
 * @param largestMessage most bytes that a call over gRPC, or its answer, may carry
 */
@ConfigurationProperties("likeminds.remote")
record RemoteProperties(
        @DefaultValue Limits limits,
        @DefaultValue("2s") Duration connectLimit,
        @DefaultValue("3") int failures,
        @DefaultValue("5s") Duration pause,
        @DefaultValue("256MB") DataSize largestMessage) {

    /**
     * @param interactive somebody waits
     * @param search somebody waits for a search
     * @param ingestion documentation or code is read or embedded
     * @param run projects are edited, installed, built, tested
     */
    record Limits(
            @DefaultValue("60s") Duration interactive,
            @DefaultValue("20s") Duration search,
            @DefaultValue("2h") Duration ingestion,
            @DefaultValue("1h") Duration run) {}

    Duration limit(Remote.Limit group) {
        return switch (group) {
            case INTERACTIVE -> limits.interactive;
            case SEARCH -> limits.search;
            case INGESTION -> limits.ingestion;
            case RUN -> limits.run;
        };
    }

    /** How long a call waits for a process with the role to be there: work in the background outlives a restart. */
    Duration patience(Remote.Limit group) {
        return switch (group) {
            case INTERACTIVE, SEARCH -> Duration.ofSeconds(3);
            case INGESTION, RUN -> Duration.ofSeconds(60);
        };
    }
}
