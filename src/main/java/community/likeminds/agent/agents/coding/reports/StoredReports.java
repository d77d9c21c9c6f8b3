package community.likeminds.agent.agents.coding.reports;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import org.springframework.stereotype.Component;

/** Finds reports among the records of a tenant. */
@Component
class StoredReports implements Reports {

    private static final String COLLECTION = "reports";

    private final JsonRecords records;

    StoredReports(JsonRecords records) {
        this.records = records;
    }

    @Override
    public List<ReportSummary> list(TenantId tenant) {
        return records.list(tenant, COLLECTION, IntegrationReport.class).stream()
                .map(report -> new ReportSummary(
                        report.id(), report.status(), report.project(), report.request(), report.changedFiles().size()))
                .toList();
    }

    @Override
    public IntegrationReport get(TenantId tenant, String id) {
        return records.get(tenant, COLLECTION, id, IntegrationReport.class).orElseGet(() -> beginningWith(tenant, id));
    }

    private IntegrationReport beginningWith(TenantId tenant, String id) {
        List<IntegrationReport> found = records.list(tenant, COLLECTION, IntegrationReport.class).stream()
                .filter(report -> !id.isEmpty() && report.id().startsWith(id)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw AgentException.notFound("report-not-found", "There is no run '" + id + "'.", "List the runs with: likeminds runs.");
        }
        throw AgentException.badInput(
                "report-ambiguous", found.size() + " runs begin with '" + id + "'.", "Write more of the id; list the runs with: likeminds runs.");
    }

    @Override
    public String markdown(IntegrationReport report) {
        return new MarkdownReport(report).text();
    }

    @Override
    public String html(IntegrationReport report) {
        return new HtmlReport(report).text();
    }
}
