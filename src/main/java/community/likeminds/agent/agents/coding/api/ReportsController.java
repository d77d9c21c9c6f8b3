package community.likeminds.agent.agents.coding.api;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.web.Revalidated;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reports of integrations. */
@RestController
@RequestMapping("/api/v1/reports")
@Tag(name = "Reports")
@Requires(Permission.PROJECTS_READ)
class ReportsController {

    private final Reports reports;

    ReportsController(Reports reports) {
        this.reports = reports;
    }

    @GetMapping
    @Operation(summary = "List the reports, newest first; those of one root folder, with one status")
    Done list(
            TenantId tenant, @RequestParam(defaultValue = "") @Size(max = 4000) String project,
            @RequestParam(defaultValue = "") @Pattern(regexp = "verified|partial|failed|") String status) {
        return new Done(reports.matching(tenant, project, status));
    }

    @Revalidated
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Give a report as JSON")
    IntegrationReport get(TenantId tenant, @PathVariable String id) {
        return reports.get(tenant, id);
    }

    @Revalidated
    @GetMapping(path = "/{id}", produces = MediaType.TEXT_MARKDOWN_VALUE + ";charset=UTF-8")
    @Operation(summary = "Give a report as Markdown")
    String markdown(TenantId tenant, @PathVariable String id) {
        return reports.markdown(reports.get(tenant, id));
    }

    @Revalidated
    @GetMapping(path = "/{id}", produces = MediaType.TEXT_HTML_VALUE + ";charset=UTF-8")
    @Operation(summary = "Give a report as a page")
    String html(TenantId tenant, @PathVariable String id) {
        return reports.html(reports.get(tenant, id));
    }

    /** @param reports newest first */
    record Done(List<ReportSummary> reports) {}
}
