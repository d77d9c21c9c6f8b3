package community.likeminds.agent.infrastructure.remote.api;

import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.remote.Installation;
import community.likeminds.agent.infrastructure.remote.SystemStatus;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How the installation is. */
@RestController
@RequestMapping("/api/v1/status")
@Tag(name = "Status")
@Requires(Permission.SYSTEM_OPERATE)
class StatusController {

    private final Installation installation;

    StatusController(Installation installation) {
        this.installation = installation;
    }

    @GetMapping
    @Operation(summary = "Say which processes there are, whether servers answer, what waits and what is unwell")
    SystemStatus status(TenantId tenant) {
        return installation.status(tenant);
    }
}
