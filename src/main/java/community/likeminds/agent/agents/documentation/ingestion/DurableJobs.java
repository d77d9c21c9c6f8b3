package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.agents.documentation.IngestResult;
import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJob.Failure;
import community.likeminds.agent.agents.documentation.IngestionJob.State;
import community.likeminds.agent.agents.documentation.IngestionJobs;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.stereotype.Component;

/** {@link IngestionJobs} in this process, over records that all processes share. */
@Component
public class DurableJobs implements IngestionJobs, DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(DurableJobs.class);

    /** A source that ends its process each time must not end it for ever. */
    private static final int MOST_ATTEMPTS = 5;

    private static final int END_TRIES = 30;
    private static final Duration END_PAUSE = Duration.ofSeconds(1);

    private final Ingestion ingestion;
    private final JobRecords records;
    private final Clock clock = Clock.systemUTC();
    private final JobOwner owner = JobOwner.thisProcess();
    private final ExecutorService worker =
            Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("ingestion").factory());

    DurableJobs(Ingestion ingestion, JobRecords records) {
        this.ingestion = ingestion;
        this.records = records;
    }

    /** Ingests in the caller's thread, as a job that others can see and cancel. */
    public IngestResult run(TenantId tenant, String location, Progress progress) {
        IngestionJob job = queued(location);
        records.add(tenant, job, false);
        return carryOut(tenant, job, progress);
    }

    @Override
    public IngestionJob start(TenantId tenant, String location) {
        IngestionJob job = queued(location);
        records.add(tenant, job, true);
        submit(tenant, job);
        return job;
    }

    @Override
    public List<IngestionJob> list(TenantId tenant) {
        return records.list(tenant).stream().map(job -> seen(tenant, job)).toList();
    }

    @Override
    public IngestionJob get(TenantId tenant, String id) {
        return seen(tenant, records.find(tenant, id).orElseThrow(() -> unknown(id)));
    }

    @Override
    public IngestionJob cancel(TenantId tenant, String id) {
        IngestionJob job = get(tenant, id);
        if (!records.cancelQueued(tenant, id, clock.instant()) && !records.cancel(tenant, id)) {
            throw new AgentException(
                    Kind.CONFLICT, "job-ended", "The job " + job.id() + " has ended already.", "See how with: likeminds jobs " + id + ".");
        }
        return get(tenant, id);
    }

    /** Takes up what background jobs of ended processes have left; for a process that stays. */
    public void resume() {
        for (JobRecords.Left left : records.left()) {
            if (!alive(left.job()) && records.takeOver(left.tenant(), left.job(), owner, MOST_ATTEMPTS, clock.instant())) {
                LOG.info("The ingestion of {} goes on.", left.job().location());
                submit(left.tenant(), left.job());
            }
        }
    }

    private void submit(TenantId tenant, IngestionJob job) {
        worker.execute(() -> {
            try {
                carryOut(tenant, job, Progress.NONE);
            } catch (AgentException | CancellationException recorded) {
                LOG.info("The ingestion of {} has ended: {}", job.location(), recorded.getMessage());
            } catch (RuntimeException unexpected) {
                LOG.error("The ingestion of {} has failed.", job.location(), unexpected);
            }
        });
    }

    private IngestionJob queued(String location) {
        Instant now = clock.instant();
        return new IngestionJob(
                UUID.randomUUID().toString(), "", location, State.QUEUED, "", 0, 0, now, now, null, owner.toString(), null, null);
    }

    private IngestResult carryOut(TenantId tenant, IngestionJob job, Progress progress) {
        if (!records.begin(tenant, job.id(), clock.instant())) {
            throw new AgentException(
                    Kind.CONFLICT, JobRun.CANCELLED, "The ingestion was cancelled.", "Start it again when it is wanted after all.");
        }
        State state = State.FAILED;
        Failure failure = new Failure(
                "internal", "The ingestion ended with an unexpected error.", "Look into the log for its trace, or run it again.");
        IngestResult result = null;
        try (JobRun run = new JobRun(records, tenant, job.id(), owner, progress, clock)) {
            result = ingestion.ingest(tenant, job.location(), run, source -> records.named(tenant, job.id(), source));
            state = State.DONE;
            failure = null;
            return result;
        } catch (AgentException error) {
            state = error.code().equals(JobRun.CANCELLED)
                    ? State.CANCELLED
                    : Thread.currentThread().isInterrupted() ? State.INTERRUPTED : State.FAILED;
            failure = new Failure(error.code(), error.fact(), error.remedy());
            throw error;
        } catch (CancellationException interrupted) {
            state = State.INTERRUPTED;
            failure = new Failure("interrupted", "The ingestion was stopped.", "Ingest the source again to go on; what was done is kept.");
            throw interrupted;
        } finally {
            end(tenant, job.id(), state, failure, result);
        }
    }

    private void end(
            TenantId tenant,
            String id,
            State state,
            @Nullable Failure failure,
            @Nullable IngestResult result) {
        // An interrupt in the middle of a write would close the embedded database's file.
        boolean interrupted = Thread.interrupted();
        try {
            for (int tries = 1; !ended(tenant, id, state, failure, result, tries == END_TRIES); tries++) {
                Thread.sleep(END_PAUSE);
            }
        } catch (InterruptedException again) {
            interrupted = true;
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /** False when the store is away: a job whose end is not written would seem to run as long as its process does. */
    private boolean ended(
            TenantId tenant, String id, State state, @Nullable Failure failure, @Nullable IngestResult result, boolean last) {
        try {
            records.end(tenant, id, state, failure, result, clock.instant());
            return true;
        } catch (DataAccessResourceFailureException | AgentException away) {
            if (last) {
                throw away;
            }
            return false;
        }
    }

    /** The job, or its end when the process that should be at it is gone. */
    private IngestionJob seen(TenantId tenant, IngestionJob job) {
        if (job.state().ended() || alive(job)) {
            return job;
        }
        Failure failure = new Failure(
                "job-interrupted",
                "The process that ran the ingestion ended before it was done.",
                "Ingest " + job.location() + " again to go on; what was done is kept.");
        records.end(tenant, job.id(), State.INTERRUPTED, failure, null, clock.instant());
        return records.find(tenant, job.id()).orElse(job);
    }

    private boolean alive(IngestionJob job) {
        return JobOwner.parse(job.owner()).filter(one -> one.alive(job.heartbeatAt(), clock.instant())).isPresent();
    }

    private static AgentException unknown(String id) {
        return AgentException.notFound(
                "job-unknown", "There is no ingestion job '" + id + "'.", "See the jobs with: likeminds jobs.");
    }

    /** What is at work ends with the process and is taken up by the next one. */
    @Override
    public void destroy() {
        worker.shutdownNow();
    }
}
