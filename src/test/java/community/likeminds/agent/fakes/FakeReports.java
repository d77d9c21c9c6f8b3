package community.likeminds.agent.fakes;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Knows the one report of the fake agent. */
public final class FakeReports implements Reports {

    @Override
    public List<ReportSummary> matching(TenantId tenant, String project, String status) {
        return list(tenant);
    }

    @Override
    public List<ReportSummary> list(TenantId tenant) {
        return List.of(new ReportSummary("r1", "verified", "/projects/shop", "Add it", 1));
    }

    @Override
    public List<IntegrationReport> all(TenantId tenant) {
        return List.of(get(tenant, "r1"));
    }

    @Override
    public IntegrationReport get(TenantId tenant, String id) {
        if (!id.equals("r1")) {
            throw AgentException.notFound("report-not-found", "There is no run '" + id + "'.", "List the runs with: likeminds runs.");
        }
        return new FakeCodingAgent().integrate(
                tenant, new IntegrationRequest(Path.of("/projects/shop"), List.of(), "Add it", Map.of(), "", false, List.of()), Progress.NONE);
    }

    @Override
    public String markdown(IntegrationReport report) {
        return "# " + report.id() + "\n";
    }

    @Override
    public String html(IntegrationReport report) {
        return "<h1>" + report.id() + "</h1>\n";
    }
}
