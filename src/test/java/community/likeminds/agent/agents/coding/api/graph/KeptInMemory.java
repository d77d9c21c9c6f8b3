package community.likeminds.agent.agents.coding.api.graph;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.PlanSummary;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.agents.coding.Run;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.fakes.FakeReports;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Seven runs of the default tenant in two folders, one of which failed without a report; nothing of anybody else. */
final class KeptInMemory {

    private KeptInMemory() {}

    static final class InMemoryRuns implements Runs {

        private static Run run(int number) {
            boolean failed = number == 3;
            Run.@Nullable Failure failure = failed ? new Run.Failure("disk-full", "The disk is full.", "Make room.") : null;
            return new Run(
                    failed ? "broken" : number == 7 ? "r1" : "run-" + number, failed ? Run.State.FAILED : Run.State.DONE,
                    number % 2 == 0 ? "/projects/admin" : "/projects/shop", "Add it", "", "", 0, 0, false, number == 7 ? "verified" : "", failure,
                    Instant.parse("2026-01-0" + number + "T00:00:00Z"), null, null);
        }

        @Override
        public List<Run> list(TenantId tenant) {
            return tenant.equals(TenantId.DEFAULT) ? List.of(run(7), run(6), run(5), run(4), run(3), run(2), run(1)) : List.of();
        }

        @Override
        public Run get(TenantId tenant, String id) {
            return list(tenant).stream()
                    .filter(run -> run.id().equals(id))
                    .findFirst()
                    .orElseThrow(() -> AgentException.notFound("run-unknown", "There is no run '" + id + "' at 100 %.", "List the runs."));
        }

        @Override
        public Run integrate(TenantId tenant, IntegrationRequest request, String key) {
            throw new UnsupportedOperationException("Queries start nothing.");
        }

        @Override
        public Run apply(TenantId tenant, String plan, ApplyOptions options, String key) {
            throw new UnsupportedOperationException("Queries start nothing.");
        }

        @Override
        public Run cancel(TenantId tenant, String id) {
            throw new UnsupportedOperationException("Queries end nothing.");
        }
    }

    static final class InMemoryReports implements Reports {

        private final FakeReports reports = new FakeReports();
        int reads;

        @Override
        public List<ReportSummary> matching(TenantId tenant, String project, String status) {
            return list(tenant).stream()
                    .filter(report -> (project.isEmpty() || report.project().equals(project)) && (status.isEmpty() || report.status().equals(status)))
                    .toList();
        }

        @Override
        public List<ReportSummary> list(TenantId tenant) {
            return tenant.equals(TenantId.DEFAULT) ? reports.list(tenant) : List.of();
        }

        @Override
        public List<IntegrationReport> all(TenantId tenant) {
            reads++;
            return tenant.equals(TenantId.DEFAULT) ? reports.all(tenant) : List.of();
        }

        @Override
        public IntegrationReport get(TenantId tenant, String id) {
            reads++;
            return reports.get(tenant, tenant.equals(TenantId.DEFAULT) ? id : "of-somebody-else");
        }

        @Override
        public String markdown(IntegrationReport report) {
            return reports.markdown(report);
        }

        @Override
        public String html(IntegrationReport report) {
            return reports.html(report);
        }
    }

    static final class InMemoryPlans implements Plans {

        @Override
        public List<PlanSummary> list(TenantId tenant) {
            if (!tenant.equals(TenantId.DEFAULT)) {
                throw new IllegalStateException("a secret of the store");
            }
            return List.of(new PlanSummary("p1", "2026-01-01T00:00:00Z", "/projects/planned", "Add it", "guide.md", 2, 3));
        }

        @Override
        public IntegrationPlan get(TenantId tenant, String id) {
            throw new UnsupportedOperationException("Queries read summaries of plans.");
        }

        @Override
        public void put(TenantId tenant, IntegrationPlan plan) {
            throw new UnsupportedOperationException("Queries change nothing.");
        }

        @Override
        public void remove(TenantId tenant, String id) {
            throw new UnsupportedOperationException("Queries change nothing.");
        }

        @Override
        public String yaml(IntegrationPlan plan) {
            throw new UnsupportedOperationException("Queries read summaries of plans.");
        }

        @Override
        public IntegrationPlan read(String yaml, String name) {
            throw new UnsupportedOperationException("Queries read summaries of plans.");
        }
    }
}
