package community.likeminds.agent.agents.coding.api.graph;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.PlanSummary;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.agents.coding.Run;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.shared.TenantId;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is kept for one tenant. Lives as long as one query, which reads nothing twice; used by its thread only. */
final class Kept {

    /** Name of the query's context value. */
    static final String NAME = "kept";

    private final TenantId tenant;
    private final Runs runs;
    private final Plans plans;
    private final Reports reports;
    private final Map<String, IntegrationReport> read = new HashMap<>();
    private @Nullable List<Run> allRuns;
    private @Nullable List<PlanSummary> allPlans;
    private @Nullable List<ReportSummary> allReports;

    Kept(TenantId tenant, Runs runs, Plans plans, Reports reports) {
        this.tenant = tenant;
        this.runs = runs;
        this.plans = plans;
        this.reports = reports;
    }

    List<Run> runs() {
        if (allRuns == null) {
            allRuns = runs.list(tenant);
        }
        return allRuns;
    }

    Run run(String id) {
        return runs.get(tenant, id);
    }

    List<PlanSummary> plans() {
        if (allPlans == null) {
            allPlans = plans.list(tenant);
        }
        return allPlans;
    }

    List<ReportSummary> reports() {
        if (allReports == null) {
            // A summary is made of the whole report, which is what the next field asks for.
            List<IntegrationReport> all = reports.all(tenant);
            all.forEach(report -> read.put(report.id(), report));
            allReports = all.stream().map(ReportSummary::of).toList();
        }
        return allReports;
    }

    IntegrationReport report(String id) {
        return read.computeIfAbsent(id, _ -> reports.get(tenant, id));
    }

    /** Folders of projects, those of the latest runs first. */
    List<String> folders() {
        Set<String> folders = new LinkedHashSet<>();
        runs().forEach(run -> folders.add(run.project()));
        reports().forEach(report -> folders.add(report.project()));
        plans().forEach(plan -> folders.add(plan.project()));
        return List.copyOf(folders);
    }
}
