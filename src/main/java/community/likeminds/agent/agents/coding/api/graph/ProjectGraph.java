package community.likeminds.agent.agents.coding.api.graph;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.PlanSummary;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Run;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.graphql.data.method.annotation.Argument;
import org.springframework.graphql.data.method.annotation.ContextValue;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.graphql.data.method.annotation.SchemaMapping;
import org.springframework.stereotype.Controller;

/** The fields of the schema that are no plain components of records. */
@Controller
class ProjectGraph {

    /** What the schema calls {@code Project}. */
    record Project(String folder) {}

    record ChangedFile(String path, String change) {}

    record Took(String phase, long millis) {}

    @QueryMapping
    Page<Project> projects(@ContextValue Kept kept, @Argument int first, @Argument @Nullable String after) {
        return Page.of(kept.folders().stream().map(Project::new).toList(), first, after, Project::folder);
    }

    @QueryMapping
    @Nullable Project project(@ContextValue Kept kept, @Argument String folder) {
        return kept.folders().contains(folder) ? new Project(folder) : null;
    }

    @QueryMapping
    Page<Run> runs(
            @ContextValue Kept kept, @Argument int first, @Argument @Nullable String after, @Argument Run.@Nullable State state, @Argument @Nullable String project) {
        List<Run> wanted = kept.runs().stream()
                .filter(run -> state == null || run.state() == state)
                .filter(run -> project == null || run.project().equals(project))
                .toList();
        return Page.of(wanted, first, after, Run::id);
    }

    @QueryMapping
    Run run(@ContextValue Kept kept, @Argument String id) {
        return kept.run(id);
    }

    @QueryMapping
    Page<PlanSummary> plans(@ContextValue Kept kept, @Argument int first, @Argument @Nullable String after, @Argument @Nullable String project) {
        List<PlanSummary> wanted = kept.plans().stream().filter(plan -> project == null || plan.project().equals(project)).toList();
        return Page.of(wanted, first, after, PlanSummary::id);
    }

    @QueryMapping
    Page<ReportSummary> reports(
            @ContextValue Kept kept, @Argument int first, @Argument @Nullable String after, @Argument @Nullable String status, @Argument @Nullable String project) {
        List<ReportSummary> wanted = kept.reports().stream()
                .filter(report -> status == null || report.status().equals(status))
                .filter(report -> project == null || report.project().equals(project))
                .toList();
        return Page.of(wanted, first, after, ReportSummary::id);
    }

    @QueryMapping
    IntegrationReport report(@ContextValue Kept kept, @Argument String id) {
        return kept.report(id);
    }

    @SchemaMapping(typeName = "Project", field = "runs")
    Page<Run> runsOf(
            Project project, @ContextValue Kept kept, @Argument int first, @Argument @Nullable String after, @Argument Run.@Nullable State state) {
        return runs(kept, first, after, state, project.folder());
    }

    @SchemaMapping(typeName = "Project", field = "plans")
    Page<PlanSummary> plansOf(Project project, @ContextValue Kept kept, @Argument int first, @Argument @Nullable String after) {
        return plans(kept, first, after, project.folder());
    }

    @SchemaMapping(typeName = "Project", field = "reports")
    Page<ReportSummary> reportsOf(
            Project project, @ContextValue Kept kept, @Argument int first, @Argument @Nullable String after, @Argument @Nullable String status) {
        return reports(kept, first, after, status, project.folder());
    }

    @SchemaMapping(typeName = "Run", field = "project")
    Project projectOf(Run run) {
        return new Project(run.project());
    }

    @SchemaMapping(typeName = "Plan", field = "project")
    Project projectOf(PlanSummary plan) {
        return new Project(plan.project());
    }

    @SchemaMapping(typeName = "ReportSummary", field = "project")
    Project projectOf(ReportSummary report) {
        return new Project(report.project());
    }

    @SchemaMapping(typeName = "Report", field = "project")
    Project projectOf(IntegrationReport report) {
        return new Project(report.project());
    }

    @SchemaMapping(typeName = "Run", field = "report")
    @Nullable IntegrationReport reportOf(Run run, @ContextValue Kept kept) {
        return run.status().isEmpty() ? null : kept.report(run.id());
    }

    @SchemaMapping(typeName = "ReportSummary", field = "report")
    IntegrationReport reportOf(ReportSummary summary, @ContextValue Kept kept) {
        return kept.report(summary.id());
    }

    @SchemaMapping(typeName = "Report", field = "changedFiles")
    List<ChangedFile> changedFiles(IntegrationReport report) {
        return report.changedFiles().entrySet().stream().map(file -> new ChangedFile(file.getKey(), file.getValue())).toList();
    }

    @SchemaMapping(typeName = "Report", field = "took")
    List<Took> took(IntegrationReport report) {
        Map<String, Long> took = report.tookMs();
        return took.entrySet().stream().map(phase -> new Took(phase.getKey(), phase.getValue())).toList();
    }
}
