package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.ProjectChecks;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.RunEvent;
import community.likeminds.agent.agents.coding.codevalidation.StandingProject;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.infrastructure.messaging.NewTask;
import community.likeminds.agent.infrastructure.messaging.Task;
import community.likeminds.agent.infrastructure.messaging.TaskHandler;
import community.likeminds.agent.infrastructure.messaging.Tasks;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** {@link ProjectChecks} as tasks. */
@Component
class ProjectCheckTasks implements ProjectChecks, TaskHandler {

    private static final String TYPE = "project-check";

    private final ProjectInspector inspector;
    private final StandingProject standing;
    private final ChangeSets changeSets;
    private final Tasks tasks;

    ProjectCheckTasks(ProjectInspector inspector, StandingProject standing, ChangeSets changeSets, Tasks tasks) {
        this.inspector = inspector;
        this.standing = standing;
        this.changeSets = changeSets;
        this.tasks = tasks;
    }

    @Override
    public Task start(TenantId tenant, Path project, String key) {
        NewTask task = NewTask.of(tenant, TYPE, JsonMapper.shared().writeValueAsString(Map.of("project", project.toString())));
        return tasks.submit(key.isEmpty() ? task : task.once(key));
    }

    @Override
    public String type() {
        return TYPE;
    }

    @Override
    public Duration timeLimit() {
        return Duration.ofHours(1);
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(3);
    }

    @Override
    public String run(Task task, Reporter reporter) {
        Path folder = Path.of(JsonMapper.shared().readTree(task.body()).path("project").asString());
        ProjectProfile profile = inspector.inspect(folder, "");
        reporter.subject(folder.toString());
        // Never committed: what installing and building changed is brought back at the end, and no other run is at work meanwhile.
        try (ChangeSets.Run run = changeSets.begin(Path.of(profile.root()))) {
            List<CheckOutcome> outcomes = standing.check(
                    profile, run, (stage, done, total, detail) -> reporter.progress(stage, done, total),
                    outcome -> reporter.event("check", JsonMapper.shared().writeValueAsString(RunEvent.of(outcome))));
            String status = outcomes.stream().map(CheckOutcome::status).filter(one -> !one.equals("passed")).findFirst().orElse("passed");
            return JsonMapper.shared().writeValueAsString(Map.of("status", status, "checks", outcomes));
        }
    }
}
