package community.likeminds.agent.agents.coding.api;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.ProjectChecks;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.UndoResult;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.messaging.TaskView;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Projects: what they are, plans for them, integrations into them. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Projects")
@Requires(Permission.PROJECTS_CHANGE)
class ProjectsController {

    private final CodingAgent agent;
    private final ProjectChecks checks;
    private final ProjectPlaces places;

    ProjectsController(CodingAgent agent, ProjectChecks checks, ProjectPlaces places) {
        this.agent = agent;
        this.checks = checks;
        this.places = places;
    }

    @GetMapping("/projects/profile")
    @Requires(Permission.PROJECTS_READ)
    @Operation(summary = "Say what a project is")
    ProjectProfile profile(TenantId tenant, @RequestParam String path) {
        return agent.inspect(places.looked(tenant, path));
    }

    @PostMapping("/plans")
    @HeavyWork
    @Operation(summary = "Plan an integration, keep the plan and change nothing")
    IntegrationPlan plan(TenantId tenant, @Valid @RequestBody Integration integration) {
        return agent.plan(tenant, request(tenant, integration), Progress.NONE);
    }

    @PostMapping("/integrations")
    @HeavyWork
    @Operation(summary = "Plan, apply and prove an integration; ends when the report is there")
    IntegrationReport integrate(TenantId tenant, @Valid @RequestBody Integration integration) {
        return agent.integrate(tenant, request(tenant, integration), Progress.NONE);
    }

    @PostMapping("/projects/undo")
    @HeavyWork
    @Operation(summary = "Bring back every byte that the last integration changed")
    UndoResult undo(TenantId tenant, @Valid @RequestBody Undo undo) {
        return agent.undo(places.worked(tenant, undo.project()));
    }

    @PostMapping("/projects/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Install, build and test a project as it stands, in the background; the answer names the task to ask for")
    ResponseEntity<TaskView> check(
            TenantId tenant, @Valid @RequestBody Check check, @RequestHeader(name = "Idempotency-Key", defaultValue = "") @Size(max = 200) String key) {
        TaskView task = TaskView.of(checks.start(tenant, places.worked(tenant, check.project()), key));
        return ResponseEntity.accepted().location(URI.create("/api/v1/tasks/" + task.id())).body(task);
    }

    private IntegrationRequest request(TenantId tenant, Integration wanted) {
        return wanted.on(tenant, places.worked(tenant, wanted.project()), places);
    }

    /**
     * @param project id or name of a registered project, or a folder on the machine of the server
     * @param docs locations of documentation; without them those of the project's settings, else everything that was ingested
     * @param request what is wanted
     * @param values values of placeholders, by name
     * @param branch new git branch for the work
     * @param allowDirty whether uncommitted changes are acceptable
     * @param skip rungs of the proof that are not wanted: {@code install}, {@code build}
     */
    record Integration(
            @NotBlank @Size(max = 4000) String project,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 2000) String> docs,
            @NotBlank @Size(max = 4000) String request,
            @Nullable @Size(max = 100) Map<@NotBlank @Size(max = 200) String, @Size(max = 20_000) String> values,
            @Nullable @Size(max = 200) String branch,
            @Nullable Boolean allowDirty,
            @Nullable @Size(max = 10) List<@Pattern(regexp = "install|build") String> skip)
            implements Work {}

    /** @param project id or name of a registered project, or a folder on the machine of the server */
    record Check(@NotBlank @Size(max = 4000) String project) {}

    /** @param project id or name of a registered project, or a folder on the machine of the server */
    record Undo(@NotBlank @Size(max = 4000) String project) {}
}
