package community.likeminds.agent.agents.coding.api;

import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.Run;
import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskFollowing;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.infrastructure.web.EventStreams;
import community.likeminds.agent.infrastructure.web.StreamedEvents;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Integrations in the background. */
@RestController
@RequestMapping("/api/v1/runs")
@Tag(name = "Runs")
class RunsController {

    private final Runs runs;
    private final Tasks tasks;
    private final Plans plans;
    private final EventStreams streams;
    private final ProjectPlaces places;

    RunsController(Runs runs, Tasks tasks, Plans plans, EventStreams streams, ProjectPlaces places) {
        this.runs = runs;
        this.tasks = tasks;
        this.plans = plans;
        this.streams = streams;
        this.places = places;
    }

    @PostMapping
    @Requires(Permission.PROJECTS_CHANGE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Apply a plan, or plan and apply a request, in the background; the answer names the run to ask for")
    ResponseEntity<Run> start(
            TenantId tenant, @Valid @RequestBody NewRun wanted, @RequestHeader(name = "Idempotency-Key", defaultValue = "") @Size(max = 200) String key) {
        Run run = wanted.plan() == null ? integrate(tenant, wanted, key) : apply(tenant, wanted.plan(), wanted, key);
        return ResponseEntity.accepted().location(URI.create("/api/v1/runs/" + run.id())).body(run);
    }

    private Run integrate(TenantId tenant, NewRun wanted, String key) {
        if (wanted.project() == null || wanted.request() == null) {
            throw AgentException.badInput(
                    "run-unclear", "Neither a plan nor a project with a request is named.", "Send 'plan', or 'project' and 'request'.");
        }
        return runs.integrate(tenant, wanted.on(tenant, places.worked(tenant, wanted.project()), places), key);
    }

    private Run apply(TenantId tenant, String plan, NewRun wanted, String key) {
        String root = plans.get(tenant, plan).project().root();
        places.own(tenant, root);
        return runs.apply(tenant, plan, wanted.options(places.settings(tenant, Path.of(root))), key);
    }

    @GetMapping
    @Requires(Permission.PROJECTS_READ)
    @Operation(summary = "List the latest runs in the background, newest first")
    Listed list(TenantId tenant) {
        return new Listed(runs.list(tenant));
    }

    @GetMapping("/{id}")
    @Requires(Permission.PROJECTS_READ)
    @Operation(summary = "Say how far a run is; its report has the same id")
    Run get(TenantId tenant, @PathVariable String id) {
        return runs.get(tenant, id);
    }

    @GetMapping(path = "/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @Requires(Permission.PROJECTS_READ)
    @StreamedEvents(
            state = Run.class, ends = {"succeeded", "failed", "cancelled", "interrupted"}, events = {"plan", "step", "check", "report"}, event = RunEvent.class)
    @Operation(summary = "Follow a run as server-sent events: 'plan', 'step', 'check' and 'report' as they happen, 'progress' in between, then one named after its end")
    SseEmitter events(TenantId tenant, @PathVariable String id, @RequestHeader(name = "Last-Event-ID", defaultValue = "") String seen) {
        runs.get(tenant, id);
        return streams.follow(new TaskFollowing(tasks, tenant, id, new RunOfTask(runs, tenant, id)), seen);
    }

    @DeleteMapping("/{id}")
    @Requires(Permission.PROJECTS_CHANGE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "End a run; what it has changed is brought back")
    ResponseEntity<Run> cancel(TenantId tenant, @PathVariable String id) {
        return ResponseEntity.accepted().location(URI.create("/api/v1/runs/" + id)).body(runs.cancel(tenant, id));
    }

    /** The run that a task is; equal for the same run, as what is followed has to be. */
    private record RunOfTask(Runs runs, TenantId tenant, String id) implements Function<Task, Object> {

        @Override
        public Run apply(Task task) {
            return runs.get(tenant, id);
        }
    }

    /**
     * @param plan id of a stored plan; {@code project}, {@code docs} and {@code request} are not needed then
     * @param project id or name of a registered project, or a folder on the machine of the server
     * @param docs locations of documentation; without them those of the project's settings, else everything that was ingested
     * @param request what is wanted
     * @param values values of placeholders, by name
     * @param branch new git branch for the work
     * @param allowDirty whether uncommitted changes are acceptable
     * @param skip rungs of the proof that are not wanted: {@code install}, {@code build}
     */
    record NewRun(
            @Nullable @Size(min = 1, max = 100) String plan,
            @Nullable @Size(min = 1, max = 4000) String project,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 2000) String> docs,
            @Nullable @Size(min = 1, max = 4000) String request,
            @Nullable @Size(max = 100) Map<@NotBlank @Size(max = 200) String, @Size(max = 20_000) String> values,
            @Nullable @Size(max = 200) String branch,
            @Nullable Boolean allowDirty,
            @Nullable @Size(max = 10) List<@Pattern(regexp = "install|build") String> skip)
            implements Work {}

    /** @param runs newest first */
    record Listed(List<Run> runs) {}
}
