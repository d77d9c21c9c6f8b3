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
import community.likeminds.agent.infrastructure.web.AllowedFolders;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.infrastructure.web.Values;
import community.likeminds.agent.shared.Progress;
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
    private final AllowedFolders folders;

    ProjectsController(CodingAgent agent, ProjectChecks checks, AllowedFolders folders) {
        this.agent = agent;
        this.checks = checks;
        this.folders = folders;
    }

    @GetMapping("/projects/profile")
    @Requires(Permission.PROJECTS_READ)
    @Operation(summary = "Say what a project is")
    ProjectProfile profile(@RequestParam String path) {
        return agent.inspect(project(path));
    }

    @PostMapping("/plans")
    @HeavyWork
    @Operation(summary = "Plan an integration, keep the plan and change nothing")
    IntegrationPlan plan(TenantId tenant, @Valid @RequestBody Integration integration) {
        return agent.plan(tenant, request(integration), Progress.NONE);
    }

    @PostMapping("/integrations")
    @HeavyWork
    @Operation(summary = "Plan, apply and prove an integration; ends when the report is there")
    IntegrationReport integrate(TenantId tenant, @Valid @RequestBody Integration integration) {
        return agent.integrate(tenant, request(integration), Progress.NONE);
    }

    @PostMapping("/projects/undo")
    @HeavyWork
    @Operation(summary = "Bring back every byte that the last integration changed")
    UndoResult undo(@Valid @RequestBody Undo undo) {
        return agent.undo(project(undo.project()));
    }

    @PostMapping("/projects/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Install, build and test a project as it stands, in the background; the answer names the task to ask for")
    ResponseEntity<TaskView> check(
            TenantId tenant, @Valid @RequestBody Check check, @RequestHeader(name = "Idempotency-Key", defaultValue = "") @Size(max = 200) String key) {
        TaskView task = TaskView.of(checks.start(tenant, project(check.project()), key));
        return ResponseEntity.accepted().location(URI.create("/api/v1/tasks/" + task.id())).body(task);
    }

    /** A folder that may be touched, with the workspace around it: work on a part happens in the whole. */
    private Path project(String path) {
        Path project = folders.project(path);
        folders.project(agent.root(project).toString());
        return project;
    }

    private IntegrationRequest request(Integration integration) {
        return new IntegrationRequest(
                project(integration.project()),
                Values.orEmpty(integration.docs()).stream().map(folders::source).toList(),
                integration.request().strip(),
                Values.orEmpty(integration.values()),
                Values.orEmpty(integration.branch()),
                Boolean.TRUE.equals(integration.allowDirty()),
                Values.orEmpty(integration.skip()));
    }

    /**
     * @param project folder on the machine of the server
     * @param docs locations of documentation; empty means everything that was ingested
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
            @Nullable @Size(max = 10) List<@Pattern(regexp = "install|build") String> skip) {}

    /** @param project folder on the machine of the server */
    record Check(@NotBlank @Size(max = 4000) String project) {}

    /** @param project folder on the machine of the server */
    record Undo(@NotBlank @Size(max = 4000) String project) {}
}
