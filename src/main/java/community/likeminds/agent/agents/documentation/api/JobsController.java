package community.likeminds.agent.agents.documentation.api;

import community.likeminds.agent.agents.documentation.IngestionJob;
import community.likeminds.agent.agents.documentation.IngestionJobs;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.web.AllowedFolders;
import community.likeminds.agent.infrastructure.web.EventStreams;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.infrastructure.web.StreamedEvents;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
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

/** Ingestions in the background. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Jobs")
@Requires(Permission.TASKS_READ)
class JobsController {

    private final IngestionJobs jobs;
    private final EventStreams streams;
    private final AllowedFolders folders;

    JobsController(IngestionJobs jobs, EventStreams streams, AllowedFolders folders) {
        this.jobs = jobs;
        this.streams = streams;
        this.folders = folders;
    }

    @PostMapping("/sources")
    @HeavyWork
    @Requires(Permission.DOCUMENTATION_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Read a source in the background; the answer names the job to ask for")
    ResponseEntity<IngestionJob> start(TenantId tenant, @Valid @RequestBody NewSource source) {
        IngestionJob job = jobs.start(tenant, folders.source(tenant, source.source()));
        return ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + job.id())).body(job);
    }

    @GetMapping("/jobs")
    @Operation(summary = "List the latest ingestions, newest first")
    Jobs jobs(TenantId tenant) {
        return new Jobs(jobs.list(tenant));
    }

    @GetMapping("/jobs/{id}")
    @Operation(summary = "Say how far an ingestion is; its events follow it")
    IngestionJob job(TenantId tenant, @PathVariable String id) {
        return jobs.get(tenant, id);
    }

    @GetMapping(path = "/jobs/{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
    @StreamedEvents(state = IngestionJob.class, ends = {"done", "failed", "interrupted", "cancelled"})
    @Operation(summary = "Follow an ingestion as server-sent events: 'progress' while it runs, then one named after its end")
    SseEmitter events(TenantId tenant, @PathVariable String id, @RequestHeader(name = "Last-Event-ID", defaultValue = "") String seen) {
        return streams.follow(new JobEvents(jobs, tenant, id), seen);
    }

    @DeleteMapping("/jobs/{id}")
    @Requires(Permission.DOCUMENTATION_WRITE)
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "End an ingestion at its next step; what it has done is kept")
    ResponseEntity<IngestionJob> cancel(TenantId tenant, @PathVariable String id) {
        return ResponseEntity.accepted().location(URI.create("/api/v1/jobs/" + id)).body(jobs.cancel(tenant, id));
    }

    /** @param source folder, file, git repository or {@code npm:} package */
    record NewSource(@NotBlank @Size(max = 2000) String source) {}

    /** @param jobs newest first */
    record Jobs(List<IngestionJob> jobs) {}
}
