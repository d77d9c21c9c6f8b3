package community.likeminds.agent.agents.coding.reports;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.agents.coding.solutions.SolutionDocuments;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Finds reports among the documents of a tenant. */
@Component
class StoredReports implements Reports {

    private final SolutionDocuments documents;

    StoredReports(SolutionDocuments documents) {
        this.documents = documents;
    }

    @Override
    public List<ReportSummary> list(TenantId tenant) {
        return matching(tenant, "", "");
    }

    @Override
    public List<ReportSummary> matching(TenantId tenant, String project, String status) {
        Map<String, String> labels = new HashMap<>();
        if (!project.isEmpty()) {
            labels.put(SolutionDocuments.PROJECT, project);
        }
        if (!status.isEmpty()) {
            labels.put(SolutionDocuments.STATUS, status);
        }
        return documents.list(tenant, SolutionDocuments.REPORTS, labels, IntegrationReport.class).stream().map(ReportSummary::of).toList();
    }

    @Override
    public List<IntegrationReport> all(TenantId tenant) {
        return documents.list(tenant, SolutionDocuments.REPORTS, Map.of(), IntegrationReport.class);
    }

    @Override
    public IntegrationReport get(TenantId tenant, String id) {
        return documents.get(tenant, SolutionDocuments.REPORTS, id, IntegrationReport.class).orElseGet(() -> beginningWith(tenant, id));
    }

    private IntegrationReport beginningWith(TenantId tenant, String id) {
        List<IntegrationReport> found = all(tenant).stream().filter(report -> !id.isEmpty() && report.id().startsWith(id)).toList();
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
