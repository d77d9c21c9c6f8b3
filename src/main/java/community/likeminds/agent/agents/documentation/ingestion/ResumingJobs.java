package community.likeminds.agent.agents.documentation.ingestion;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** A server goes on with what an earlier one has left. */
@Component
@Profile("server")
class ResumingJobs {

    private final DurableJobs jobs;

    ResumingJobs(DurableJobs jobs) {
        this.jobs = jobs;
    }

    @EventListener(ApplicationReadyEvent.class)
    void resume() {
        jobs.resume();
    }
}
