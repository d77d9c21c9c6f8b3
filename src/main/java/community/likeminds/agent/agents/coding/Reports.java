package community.likeminds.agent.agents.coding;

import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.util.List;

/** Reports of runs, and the documents that people read of them. */
@Remote(repeatable = true)
public interface Reports {

    /** Every report, the newest first. */
    List<ReportSummary> list(TenantId tenant);

    /** Every report in full, the newest first, for whoever needs more than one of them. */
    List<IntegrationReport> all(TenantId tenant);

    /** Reports of one project with one status, the newest first. @param project its root folder, or empty for all @param status empty for all */
    List<ReportSummary> matching(TenantId tenant, String project, String status);

    /**
     * A report.
     *
     * @param id of its run or the beginning of it that no other run shares
     * @throws community.likeminds.agent.shared.AgentException {@code report-not-found}, {@code report-ambiguous}
     */
    IntegrationReport get(TenantId tenant, String id);

    /** A report as Markdown. */
    String markdown(IntegrationReport report);

    /** A report as one HTML page that needs nothing else: no scripts, no other files, fit to be printed. */
    String html(IntegrationReport report);
}
