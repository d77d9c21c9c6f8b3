package community.likeminds.agent.agents.coding.codevalidation;

import community.likeminds.agent.agents.coding.IntegrationReport.CheckOutcome;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.project.analysis.IntegrationValidator;
import community.likeminds.agent.project.analysis.IntegrationValidator.Check;
import community.likeminds.agent.project.analysis.IntegrationValidator.Project;
import community.likeminds.agent.project.analysis.IntegrationValidator.Status;
import community.likeminds.agent.project.output.ChangeSets;
import community.likeminds.agent.shared.Progress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Proves a project as it stands: installs, builds and tests it with its own tools. */
@Component
public class StandingProject {

    private final IntegrationValidator validator;

    StandingProject(IntegrationValidator validator) {
        this.validator = validator;
    }

    /**
     * @param run that brings back what installing changes
     * @param told each outcome as soon as it is known
     */
    public List<CheckOutcome> check(ProjectProfile profile, ChangeSets.Run run, Progress progress, Consumer<CheckOutcome> told) {
        Project project = new Project(Path.of(profile.root()), profile.app(), profile.ecosystem(), profile.packageManager(), Map.of());
        List<CheckOutcome> outcomes = new ArrayList<>();
        run.guard(Climb.guarded(profile));
        if (add(validator.install(project, progress), outcomes, told) && add(validator.build(project, progress), outcomes, told)) {
            validator.tests(project, Map.of(), progress).ifPresent(check -> add(check, outcomes, told));
        }
        return List.copyOf(outcomes);
    }

    private static boolean add(Check check, List<CheckOutcome> outcomes, Consumer<CheckOutcome> told) {
        CheckOutcome outcome = new CheckOutcome(
                check.name(), check.status().name().toLowerCase(Locale.ROOT).replace('_', '-'), check.detail(), check.command(), check.output(), check.millis());
        outcomes.add(outcome);
        told.accept(outcome);
        return check.status() == Status.PASSED;
    }
}
