package community.likeminds.agent.infrastructure.auth.api;

import community.likeminds.agent.infrastructure.auth.AuditLog;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Who did what. */
@RestController
@RequestMapping("/api/v1/audit")
@Tag(name = "Audit")
@Requires(Permission.AUDIT_READ)
class AuditController {

    private static final int USUAL = 100;

    private final AuditLog log;

    AuditController(AuditLog log) {
        this.log = log;
    }

    @GetMapping
    @Operation(summary = "What was done in the organisation, newest first")
    AuditLog.Page list(TenantId tenant, @Valid @ModelAttribute Wanted wanted) {
        return log.list(
                tenant,
                new AuditLog.Query(
                        wanted.before() == null ? 0 : wanted.before(),
                        wanted.most() == null ? USUAL : wanted.most(),
                        wanted.actor() == null ? "" : wanted.actor(),
                        wanted.action() == null ? "" : wanted.action()));
    }

    /**
     * @param before what the page before said as {@code next}
     * @param most events, 100 when it is not given
     * @param actor id or name
     * @param action its beginning
     */
    record Wanted(
            @Nullable @Min(0) Long before,
            @Nullable @Min(1) @Max(1000) Integer most,
            @Nullable @Size(max = 320) String actor,
            @Nullable @Size(max = 200) String action) {}
}
