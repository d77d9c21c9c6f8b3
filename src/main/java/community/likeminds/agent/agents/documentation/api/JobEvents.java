package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJobs;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter.SseEventBuilder;

/**
 * Follows ingestions as server-sent events (HTML Living Standard, section 9.2). What is sent is what is stored, so the process that runs the
 * job need not be this one, and whoever comes back gets what was missed in one event.
 */
final class JobEvents implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(JobEvents.class);
    private static final int MOST_LISTENERS = 64;
    /** Progress is stored about once a second. */
    private static final Duration LOOK = Duration.ofMillis(500);
    /** Proxies and readers take a silent connection for a dead one. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);

    private final IngestionJobs jobs;
    private final Semaphore free = new Semaphore(MOST_LISTENERS);
    private final ExecutorService followers = Executors.newThreadPerTaskExecutor(Thread.ofVirtual().name("job-events-", 0).factory());

    JobEvents(IngestionJobs jobs) {
        this.jobs = jobs;
    }

    /**
     * @param seen the last event that the listener got, or empty
     * @throws AgentException {@code job-unknown}, or {@code too-many-listeners}
     */
    SseEmitter follow(TenantId tenant, String id, String seen) {
        IngestionJob job = jobs.get(tenant, id);
        if (!free.tryAcquire()) {
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "too-many-listeners",
                    "The server follows " + MOST_LISTENERS + " jobs for listeners already.", "Close a stream, or ask for the job itself about once a second.");
        }
        SseEmitter emitter = new SseEmitter(0L);
        try {
            followers.execute(() -> {
                try {
                    run(tenant, job, seen, emitter);
                } finally {
                    free.release();
                }
            });
        } catch (RejectedExecutionException stopping) {
            free.release();
            throw new AgentException(AgentException.Kind.UNAVAILABLE, "server-stopping", "The server is stopping.", "Start it again and ask for the job then.", stopping);
        }
        return emitter;
    }

    private void run(TenantId tenant, IngestionJob first, String seen, SseEmitter emitter) {
        try {
            IngestionJob job = first;
            String sent = seen;
            long quiet = System.nanoTime();
            while (true) {
                String now = version(job);
                if (!now.equals(sent) || job.state().ended()) {
                    emitter.send(event(job, now));
                    sent = now;
                    quiet = System.nanoTime();
                } else if (System.nanoTime() - quiet >= HEARTBEAT.toNanos()) {
                    emitter.send(SseEmitter.event().comment("still " + job.state().name().toLowerCase(Locale.ROOT)));
                    quiet = System.nanoTime();
                }
                if (job.state().ended()) {
                    emitter.complete();
                    return;
                }
                Thread.sleep(LOOK);
                job = jobs.get(tenant, job.id());
            }
        } catch (IOException | IllegalStateException gone) {
            LOG.debug("A listener of the job {} has gone.", first.id(), gone);
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            emitter.complete();
        } catch (RuntimeException failed) {
            LOG.warn("The job {} cannot be followed any more.", first.id(), failed);
            emitter.completeWithError(failed);
        }
    }

    private static SseEventBuilder event(IngestionJob job, String version) {
        String name = job.state().ended() ? job.state().name().toLowerCase(Locale.ROOT) : "progress";
        return SseEmitter.event().id(version).name(name).reconnectTime(2000).data(job);
    }

    /** Differs whenever there is something new to say. */
    private static String version(IngestionJob job) {
        return job.state().name().toLowerCase(Locale.ROOT) + "-" + Integer.toHexString(Objects.hash(job.source(), job.stage())) + "-" + job.done() + "-" + job.total();
    }

    @Override
    public void destroy() {
        followers.shutdownNow();
    }
}
