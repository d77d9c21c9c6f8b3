package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJobs;
import community.likeminds.agent.infrastructure.web.EventStreams;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** Follows an ingestion: {@code progress} whenever there is something new to say, then one event named after its end. */
record JobEvents(IngestionJobs jobs, TenantId tenant, String id) implements EventStreams.Source {

    @Override
    public EventStreams.Look look(String seen) {
        IngestionJob job = jobs.get(tenant, id);
        String version = version(job);
        boolean ended = job.state().ended();
        if (version.equals(seen) && !ended) {
            return new EventStreams.Look(List.of(), false);
        }
        String name = ended ? job.state().name().toLowerCase(Locale.ROOT) : "progress";
        return new EventStreams.Look(List.of(new EventStreams.Sent(version, name, job)), ended);
    }

    /** Differs whenever there is something new to say. */
    private static String version(IngestionJob job) {
        return job.state().name().toLowerCase(Locale.ROOT) + "-" + Integer.toHexString(Objects.hash(job.source(), job.stage())) + "-" + job.done() + "-" + job.total();
    }
}
