package community.likeminds.agent.agents.coding.orchestrator;

import static org.assertj.core.api.Assertions.assertThat;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.FakeRecords;
import community.likeminds.agent.agents.coding.FakeValidator;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.IntegrationReport.StepOutcome;
import community.likeminds.agent.agents.coding.IntegrationRequest;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.SampleProject;
import community.likeminds.agent.agents.coding.codeplanning.RealPlanner;
import community.likeminds.agent.agents.coding.codevalidation.RealLadder;
import community.likeminds.agent.agents.coding.plans.RealPlans;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.agents.coding.requirementanalysis.RealUsage;
import community.likeminds.agent.fakes.FakeDocumentationAgent;
import community.likeminds.agent.infrastructure.secrets.RealSecrets;
import community.likeminds.agent.processors.code.RealCode;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import community.likeminds.agent.project.output.RealOutput;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The whole workflow on pages in memory: everything is real but the network, the build and the store of records. */
final class Workbench {


    final FakeValidator validator = new FakeValidator();
    final FakeRecords records = new FakeRecords();
    final SampleProject project;
    final Plans plans = RealPlans.on(records);
    final CodingOrchestrator agent;
    private final List<Page> pages = new ArrayList<>();
    private Map<String, String> values = Map.of();
    private String branch = "";
    private boolean allowDirty;

    Workbench(SampleProject project, Path data) {
        this.project = project;
        this.agent = new CodingOrchestrator(
                new ProjectInspector(), RealUsage.create(), (tenant, locations, progress) -> List.copyOf(pages), new FakeDocumentationAgent(), RealPlanner.on(validator),
                RealCode.edits(), plans,
                new Execution(RealOutput.changeSets(data), RealOutput.branches(), RealLadder.on(validator), RealCode.edits(), RealOutput.gitFiles(),
                        RealSecrets.in(data)),
                RealOutput.changeSets(data), root -> 0, records);
    }

    /** A React app and the guide of Signpost with its value. */
    static Workbench signpost(SampleProject project, Path data) {
        return new Workbench(project, data).page("react.md", SampleProject.GUIDE).set(Map.of("SIGNPOST_APP_ID", "app-778899"));
    }

    Workbench page(String path, String text) {
        pages.add(PageParser.parse("docs", path, text.getBytes(StandardCharsets.UTF_8)));
        return this;
    }

    Workbench set(Map<String, String> given) {
        values = given;
        return this;
    }

    Workbench onBranch(String name) {
        branch = name;
        return this;
    }

    Workbench allowDirty() {
        allowDirty = true;
        return this;
    }

    IntegrationRequest request(String text) {
        return new IntegrationRequest(project.root(), List.of("docs"), text, values, branch, allowDirty, List.of());
    }

    IntegrationPlan plan(String text) {
        return agent.plan(TenantId.DEFAULT, request(text), Progress.NONE);
    }

    IntegrationReport apply(IntegrationPlan plan) {
        return agent.apply(TenantId.DEFAULT, plan, options(), Progress.NONE);
    }

    ApplyOptions options() {
        return new ApplyOptions(values, branch, allowDirty, List.of());
    }

    IntegrationReport integrate(String text) {
        return agent.integrate(TenantId.DEFAULT, request(text), Progress.NONE);
    }

    /** Runs, checks that a second run changes nothing and that undo brings every byte back, and leaves the project integrated. */
    IntegrationReport integrateTwiceAndUndo(String text) {
        Map<String, String> before = project.files();
        IntegrationReport report = integrate(text);
        Map<String, String> after = project.files();
        IntegrationReport again = integrate(text);
        assertThat(again.changedFiles()).as("changes of the second run: " + steps(again)).isEmpty();
        assertThat(project.files()).as("files after the second run").isEqualTo(after);
        assertThat(again.status()).as("status of the second run: " + steps(again)).isEqualTo(report.status());
        if (!report.changedFiles().isEmpty()) {
            agent.undo(project.root());
            assertThat(project.files()).as("files after undo").isEqualTo(before);
            integrate(text);
        }
        return report;
    }

    static List<String> steps(IntegrationReport report) {
        return report.steps().stream().map(step -> step.status() + ": " + step.title() + " [" + step.detail() + "]").toList();
    }

    static List<StepOutcome> steps(IntegrationReport report, String status) {
        return report.steps().stream().filter(step -> step.status().equals(status)).toList();
    }
}
