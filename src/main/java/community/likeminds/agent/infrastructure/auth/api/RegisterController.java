package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.Accounts;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.ProjectGrants;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.web.AllowedFolders;
import community.likeminds.agent.infrastructure.web.Values;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The register of projects. */
@RestController
@RequestMapping("/api/v1/projects")
@Tag(name = "Projects")
@Requires(Permission.PROJECTS_CHANGE)
class RegisterController {

    private final Projects projects;
    private final ProjectGrants grants;
    private final Accounts accounts;
    private final AllowedFolders folders;

    RegisterController(Projects projects, ProjectGrants grants, Accounts accounts, AllowedFolders folders) {
        this.projects = projects;
        this.grants = grants;
        this.accounts = accounts;
        this.folders = folders;
    }

    @GetMapping
    @Requires(Permission.ACCOUNT)
    @Operation(summary = "List the projects that the caller may look at")
    Registered list(Identity caller) {
        return new Registered(projects.list(caller.tenant()).stream()
                .filter(project -> grants.permits(caller, project.id(), Permission.PROJECTS_READ))
                .toList());
    }

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(summary = "Register a folder as a project; no other organisation can reach it from then on")
    ResponseEntity<Project> register(Identity caller, @Valid @RequestBody NewProject wanted) {
        Project project = projects.register(caller.tenant(), new Projects.NewProject(
                wanted.name(), folders.project(caller.tenant(), wanted.folder()), caller.id(), settings(caller.tenant(), wanted.settings())));
        return ResponseEntity.created(URI.create("/api/v1/projects/" + project.id())).body(project);
    }

    @GetMapping("/{project}")
    @Requires(value = Permission.PROJECTS_READ, project = "project")
    @Operation(summary = "Give a project")
    Project get(Identity caller, @PathVariable String project) {
        return projects.get(caller.tenant(), project);
    }

    @PutMapping("/{project}")
    @Operation(summary = "Replace a project's name, owner and settings")
    Project change(Identity caller, @PathVariable String project, @Valid @RequestBody Changed wanted) {
        Project before = projects.get(caller.tenant(), project);
        String owner = wanted.owner() == null ? before.owner() : accounts.member(caller.tenant(), wanted.owner()).id();
        return projects.change(caller.tenant(), project, new Projects.Change(wanted.name(), owner, settings(caller.tenant(), wanted.settings())));
    }

    @DeleteMapping("/{project}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a project and the roles on it; its folder stays as it is")
    void remove(Identity caller, @PathVariable String project) {
        projects.remove(caller.tenant(), project);
    }

    private Project.Settings settings(TenantId tenant, @Nullable Settings wanted) {
        return wanted == null
                ? Project.Settings.NONE
                : new Project.Settings(
                        Values.orEmpty(wanted.docs()).stream().map(location -> folders.source(tenant, location)).toList(), Values.orEmpty(wanted.skip()));
    }

    /** @param projects by name */
    record Registered(List<Project> projects) {}

    /** @param folder on the machine of the server */
    record NewProject(@NotBlank @Size(max = 200) String name, @NotBlank @Size(max = 4000) String folder, @Nullable @Valid Settings settings) {}

    /** @param owner id of a member; without it the owner stays */
    record Changed(@NotBlank @Size(max = 200) String name, @Nullable @Size(max = 64) String owner, @Nullable @Valid Settings settings) {}

    /**
     * @param docs locations of documentation that plans are made from when a request names none
     * @param skip rungs of the proof that are not wanted: {@code install}, {@code build}
     */
    record Settings(
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 2000) String> docs, @Nullable @Size(max = 10) List<@Pattern(regexp = "install|build") String> skip) {}
}
