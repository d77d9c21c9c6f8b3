package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.AccessRole;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.ProjectGrants;
import community.likeminds.agent.infrastructure.auth.ProjectGrants.Grant;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.infrastructure.auth.Requires;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Roles on single projects. */
@RestController
@RequestMapping("/api/v1/projects/{project}/grants")
@Tag(name = "Members")
@Requires(Permission.USERS_MANAGE)
class GrantsController {

    private final ProjectGrants grants;
    private final Projects projects;

    GrantsController(ProjectGrants grants, Projects projects) {
        this.projects = projects;
        this.grants = grants;
    }

    @GetMapping
    @Operation(summary = "Who has a role on a project, on top of the roles in the organisation")
    Granted list(Identity caller, @PathVariable String project) {
        return new Granted(grants.of(caller.tenant(), projects.get(caller.tenant(), project).id()));
    }

    @PutMapping("/{account}/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Give a member a role on a project: viewer or developer")
    void grant(Identity caller, @PathVariable String project, @PathVariable String account, @PathVariable String role) {
        AccessRole given = AccessRole.of(role);
        Giving.require(caller, Set.of(given));
        grants.grant(caller.tenant(), new Grant(projects.get(caller.tenant(), project).id(), account, given));
    }

    @DeleteMapping("/{account}/{role}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Take a role on a project back")
    void revoke(Identity caller, @PathVariable String project, @PathVariable String account, @PathVariable String role) {
        grants.revoke(caller.tenant(), new Grant(projects.get(caller.tenant(), project).id(), account, AccessRole.of(role)));
    }

    /** @param grants by account */
    record Granted(List<Grant> grants) {}
}
