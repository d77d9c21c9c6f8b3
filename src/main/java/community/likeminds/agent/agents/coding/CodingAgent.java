package community.likeminds.agent.agents.coding;

import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.Remote;
import community.likeminds.agent.shared.TenantId;
import java.nio.file.Path;
import java.util.List;

/** Brings an SDK's documentation into a project. */
@Remote(limit = Remote.Limit.RUN)
public interface CodingAgent {

    /** What the project is: framework, language, package manager, layout. Throws {@code project-…} when it cannot be told. */
    ProjectProfile inspect(Path project);

    /**
     * The applications of a repository that a request could mean, below the folder that {@link #root} gives; a single one when it is
     * clear, an empty text standing for the root itself.
     */
    List<String> applications(Path project, String request);

    /** The folder that work on a project happens in: the root of the workspace that it is a part of, or the project itself. */
    Path root(Path project);

    /**
     * Plans the integration, keeps the plan and changes nothing.
     *
     * @throws community.likeminds.agent.shared.AgentException of kind {@code REFUSED} when nothing in the documentation fits
     */
    IntegrationPlan plan(TenantId tenant, IntegrationRequest request, Progress progress);

    /**
     * Applies a plan and proves the result.
     *
     * @throws community.likeminds.agent.shared.AgentException {@code project-changed} when files that the plan builds on are not
     *     as they were, {@code plan-does-not-fit}, {@code value-missing}, {@code project-dirty}; nothing is changed then
     */
    IntegrationReport apply(TenantId tenant, IntegrationPlan plan, ApplyOptions options, Progress progress);

    /** What {@link #apply} would do to files; changes nothing, and throws what it would throw. */
    DryRun dryRun(IntegrationPlan plan, ApplyOptions options);

    /**
     * Plans, applies and proves the integration. A refusal is a report with the status {@code failed}, not an error; an
     * interrupted run leaves a checkpoint that {@link #undo} goes back to.
     */
    IntegrationReport integrate(TenantId tenant, IntegrationRequest request, Progress progress);

    /** Runs of any project whose process ended before they were done, the latest first. */
    List<InterruptedRun> interrupted();

    /**
     * Goes on with the interrupted run of a project and ends as it would have ended. Throws {@code nothing-to-resume},
     * {@code run-disturbed} when somebody changed what it had written, {@code project-busy}.
     */
    IntegrationReport resume(Path project, Progress progress);

    /** Brings back every byte that the last integration of this project changed. Throws {@code nothing-to-undo}. */
    default UndoResult undo(Path project) {
        return undo(project, Progress.NONE);
    }

    /** {@link #undo(Path)} that tells how far it is. */
    UndoResult undo(Path project, Progress progress);
}
