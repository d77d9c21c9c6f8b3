package community.likeminds.agent.cli.commands;

import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJobs;
import community.likeminds.agent.cli.ExitCodes;
import community.likeminds.agent.cli.output.Json;
import community.likeminds.agent.shared.TenantId;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jobs}: lists, shows or cancels ingestions. */
@Command(
        name = "jobs",
        description = "List the ingestions of every process on this data folder, show one, or cancel one.",
        footer = {"  likeminds jobs", "  likeminds jobs 3f2a… --json", "  likeminds jobs --cancel 3f2a…"})
final class JobsCommand implements Callable<Integer> {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneId.systemDefault());

    private final CommandSession session;

    @Parameters(arity = "0..1", paramLabel = "JOB", description = "Show this job.")
    private @Nullable String id;

    @Option(names = "--cancel", paramLabel = "JOB", description = "End this job; what it has done is kept.")
    private @Nullable String cancel;

    @Option(names = "--json", description = "Print the jobs as JSON.")
    private boolean json;

    JobsCommand(CommandSession session) {
        this.session = session;
    }

    @Override
    public Integer call() {
        IngestionJobs jobs = session.get(IngestionJobs.class);
        if (cancel != null || id != null) {
            IngestionJob job = cancel != null ? jobs.cancel(TenantId.DEFAULT, cancel) : jobs.get(TenantId.DEFAULT, String.valueOf(id));
            if (json) {
                session.out().println(Json.line(job));
            } else {
                print(job);
            }
            return ExitCodes.DONE;
        }
        List<IngestionJob> all = jobs.list(TenantId.DEFAULT);
        if (json) {
            session.out().println(Json.line(Map.of("jobs", all)));
        } else if (all.isEmpty()) {
            session.out().println("Nothing has been ingested yet. Start with: likeminds ingest SOURCE");
        } else {
            all.forEach(this::print);
        }
        return ExitCodes.DONE;
    }

    private void print(IngestionJob job) {
        String progress = job.state().ended() && job.failure() == null || job.stage().isEmpty()
                ? ""
                : ", " + job.stage() + (job.total() > 0 ? " %,d of %,d".formatted(job.done(), job.total()) : "");
        session.out()
                .printf(
                        "%s  %s%s%n  %s%n",
                        session.style().bold(job.id()),
                        state(job),
                        progress,
                        session.style().dim(job.location() + ", started " + TIME.format(job.createdAt()) + " by " + job.owner()));
        if (job.failure() != null) {
            session.out().println("  " + job.failure().fact() + " " + job.failure().remedy());
        }
    }

    private String state(IngestionJob job) {
        String name = job.state().name().toLowerCase(Locale.ROOT);
        return switch (job.state()) {
            case DONE -> session.style().green(name);
            case QUEUED, RUNNING -> session.style().cyan(name);
            case FAILED, INTERRUPTED, CANCELLED -> session.style().yellow(name);
        };
    }
}
