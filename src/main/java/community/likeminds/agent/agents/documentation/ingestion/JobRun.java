package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * A job at work: passes progress on, and stores it about once a second from a thread of its own, so that work waits for no store and the
 * heart beats during long steps, too.
 */
final class JobRun implements Progress, AutoCloseable {

    static final String CANCELLED = "job-cancelled";

    private static final Logger LOG = LoggerFactory.getLogger(JobRun.class);
    private static final Duration BEAT = Duration.ofSeconds(1);

    private final JobRecords records;
    private final TenantId tenant;
    private final String id;
    private final JobOwner owner;
    private final Progress listener;
    private final Clock clock;
    private final Thread heart;
    private volatile Step step = new Step("", 0, 0);
    private volatile boolean cancelled;
    private volatile boolean silent;
    private final CountDownLatch ended = new CountDownLatch(1);

    private record Step(String stage, long done, long total) {}

    JobRun(JobRecords records, TenantId tenant, String id, JobOwner owner, Progress listener, Clock clock) {
        this.records = records;
        this.tenant = tenant;
        this.id = id;
        this.owner = owner;
        this.listener = listener;
        this.clock = clock;
        this.heart = Thread.ofVirtual().name("job-" + id).start(this::beat);
    }

    private void beat() {
        try {
            do {
                store();
            } while (!ended.await(BEAT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException end) {
            Thread.currentThread().interrupt();
        }
    }

    /** A store that is away for a while is tried again at the next beat; the work decides by itself whether it can go on without it. */
    private void store() {
        Step now = step;
        try {
            cancelled |= records.beat(tenant, id, now.stage(), now.done(), now.total(), clock.instant());
            records.beatQueued(owner, clock.instant());
            silent = false;
        } catch (DataAccessException | AgentException failure) {
            if (!silent) {
                LOG.warn("The progress of the ingestion job {} cannot be stored for now.", id, failure);
            }
            silent = true;
        }
    }

    @Override
    public void report(String stage, long done, long total, String detail) {
        if (cancelled) {
            throw new AgentException(
                    Kind.CONFLICT,
                    CANCELLED,
                    "The ingestion was cancelled.",
                    "What it has done is kept; ingest the source again to go on.");
        }
        step = new Step(stage, done, total);
        listener.report(stage, done, total, detail);
    }

    /**
     * The heart stops before the end is written, so that it cannot beat after it. It is not interrupted: an interrupt in the middle of a
     * write would close the embedded database's file.
     */
    @Override
    public void close() {
        ended.countDown();
        boolean interrupted = Thread.interrupted();
        while (heart.isAlive()) {
            try {
                heart.join();
            } catch (InterruptedException again) {
                interrupted = true;
            }
        }
        store();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
