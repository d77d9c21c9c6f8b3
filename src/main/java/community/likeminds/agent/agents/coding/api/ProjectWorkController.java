package community.likeminds.agent.agents.coding.api;

import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.ProjectChecks;
import community.likeminds.agent.agents.coding.ProjectProfile;
import community.likeminds.agent.agents.coding.ReportSummary;
import community.likeminds.agent.agents.coding.Reports;
import community.likeminds.agent.agents.coding.Run;
import community.likeminds.agent.agents.coding.Runs;
import community.likeminds.agent.agents.coding.UndoResult;
import community.likeminds.agent.infrastructure.auth.Identity;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Project;
import community.likeminds.agent.infrastructure.auth.Projects;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.messaging.TaskView;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.infrastructure.web.Revalidated;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Work on one registered project: a role on that project is enough for all of it. */
@RestController
@RequestMapping("/api/v1/projects/{project}")
@Tag(name = "Projects")
@Requires(value = Permission.PROJECTS_CHANGE, project = "project")
class ProjectWorkController {

    private final Projects projects;
    private final ProjectPlaces places;
    private final CodingAgent agent;
    private final ProjectChecks checks;
    private final Plans plans;
    private final Runs runs;
    private final Reports reports;

    ProjectWorkController(
            Projects projects, ProjectPlaces places, CodingAgent agent, ProjectChecks checks, Plans plans, Runs runs, Reports reports) {
        this.projects = projects;
        this.places = places;
        this.agent = agent;
        this.checks = checks;
        this.plans = plans;
        this.runs = runs;
        this.reports = reports;
    }

    @GetMapping("/profile")
    @Requires(value = Permission.PROJECTS_READ, project = "project")
    @Operation(summary = "Say what a registered project is")
    ProjectProfile profile(Identity caller, @PathVariable String project) {
        return agent.inspect(places.looked(caller.tenant(), projects.get(caller.tenant(), project).folder()));
    }

    @GetMapping("/plans")
    @Requires(value = Permission.PROJECTS_READ, project = "project")
    @Operation(summary = "List a project's plans, newest first")
    PlansController.Stored plans(Identity caller, @PathVariable String project) {
        Project known = projects.get(caller.tenant(), project);
        return new PlansController.Stored(plans.list(caller.tenant()).stream().filter(plan -> within(known, plan.project())).toList());
    }

    @PostMapping("/plans")
    @HeavyWork
    @Operation(summary = "Plan an integration into a project, keep the plan and change nothing")
    IntegrationPlan plan(Identity caller, @PathVariable String project, @Valid @RequestBody Wanted wanted) {
        Path folder = worked(caller, project);
        return agent.plan(caller.tenant(), wanted.on(caller.tenant(), folder, places), Progress.NONE);
    }

    @Revalidated
    @GetMapping("/plans/{id}")
    @Requires(value = Permission.PROJECTS_READ, project = "project")
    @Operation(summary = "Give a plan for a project")
    IntegrationPlan keptPlan(Identity caller, @PathVariable String project, @PathVariable String id) {
        IntegrationPlan plan = plans.get(caller.tenant(), id);
        require(within(projects.get(caller.tenant(), project), plan.project().root()), "plan", id);
        return plan;
    }

    @GetMapping("/runs")
    @Requires(value = Permission.PROJECTS_READ, project = "project")
    @Operation(summary = "List a project's latest runs in the background, newest first")
    RunsController.Listed runs(Identity caller, @PathVariable String project) {
        Project known = projects.get(caller.tenant(), project);
        return new RunsController.Listed(runs.list(caller.tenant()).stream().filter(run -> within(known, run.project())).toList());
    }

    @PostMapping("/runs")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Apply a plan, or plan and apply a request, in the background; the answer names the run to ask for")
    ResponseEntity<Run> run(
            Identity caller, @PathVariable String project, @Valid @RequestBody Wanted wanted,
            @RequestHeader(name = "Idempotency-Key", defaultValue = "") @Size(max = 200) String key) {
        Path folder = worked(caller, project);
        Run run;
        if (wanted.plan() != null) {
            keptPlan(caller, project, wanted.plan());
            run = runs.apply(caller.tenant(), wanted.plan(), wanted.options(places.settings(caller.tenant(), folder)), key);
        } else if (wanted.request() == null) {
            throw AgentException.badInput("run-unclear", "Neither a plan nor a request is named.", "Send 'plan' or 'request'.");
        } else {
            run = runs.integrate(caller.tenant(), wanted.on(caller.tenant(), folder, places), key);
        }
        return ResponseEntity.accepted().location(URI.create("/api/v1/projects/" + project + "/runs/" + run.id())).body(run);
    }

    @GetMapping("/runs/{id}")
    @Requires(value = Permission.PROJECTS_READ, project = "project")
    @Operation(summary = "Say how far a run on a project is; its report has the same id")
    Run startedRun(Identity caller, @PathVariable String project, @PathVariable String id) {
        Run run = runs.get(caller.tenant(), id);
        require(within(projects.get(caller.tenant(), project), run.project()), "run", id);
        return run;
    }

    @DeleteMapping("/runs/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "End a run on a project; what it has changed is brought back")
    ResponseEntity<Run> cancel(Identity caller, @PathVariable String project, @PathVariable String id) {
        startedRun(caller, project, id);
        return ResponseEntity.accepted().location(URI.create("/api/v1/projects/" + project + "/runs/" + id)).body(runs.cancel(caller.tenant(), id));
    }

    @GetMapping("/reports")
    @Requires(value = Permission.PROJECTS_READ, project = "project")
    @Operation(summary = "List a project's reports, newest first")
    Reported reports(Identity caller, @PathVariable String project) {
        Project known = projects.get(caller.tenant(), project);
        return new Reported(reports.list(caller.tenant()).stream().filter(report -> within(known, report.project())).toList());
    }

    @Revalidated
    @GetMapping("/reports/{id}")
    @Requires(value = Permission.PROJECTS_READ, project = "project")
    @Operation(summary = "Give a report of a run on a project")
    IntegrationReport report(Identity caller, @PathVariable String project, @PathVariable String id) {
        IntegrationReport report = reports.get(caller.tenant(), id);
        require(within(projects.get(caller.tenant(), project), report.project()), "report", id);
        return report;
    }

    @PostMapping("/checks")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "Install, build and test a project as it stands, in the background; the answer names the task to ask for")
    ResponseEntity<TaskView> check(
            Identity caller, @PathVariable String project, @RequestHeader(name = "Idempotency-Key", defaultValue = "") @Size(max = 200) String key) {
        TaskView task = TaskView.of(checks.start(caller.tenant(), worked(caller, project), key));
        return ResponseEntity.accepted().location(URI.create("/api/v1/tasks/" + task.id())).body(task);
    }

    @PostMapping("/undo")
    @HeavyWork
    @Operation(summary = "Bring back every byte that the last integration into a project changed")
    UndoResult undo(Identity caller, @PathVariable String project) {
        return agent.undo(worked(caller, project));
    }

    /** A role on a part of a workspace is none on the whole, in which the work would happen. */
    private Path worked(Identity caller, String id) {
        Project project = projects.get(caller.tenant(), id);
        Path folder = places.worked(caller.tenant(), project.folder());
        if (!caller.may(Permission.PROJECTS_CHANGE) && !within(project, agent.root(folder).toString())) {
            throw new AgentException(
                    AgentException.Kind.FORBIDDEN, "project-part-only", "The project is a part of " + agent.root(folder) + ", in which the work would happen.",
                    "Ask for a role on the project that holds all of it.");
        }
        return folder;
    }

    private static boolean within(Project project, String folder) {
        return Path.of(folder).startsWith(project.folder());
    }

    private static void require(boolean there, String what, String id) {
        if (!there) {
            throw AgentException.notFound(what + "-not-found", "The project has no " + what + " '" + id + "'.", "List the project's " + what + "s.");
        }
    }

    /**
     * @param plan id of a stored plan of this project, for a run; {@code docs} and {@code request} are not needed then
     * @param docs locations of documentation; without them those of the project's settings, else everything that was ingested
     * @param request what is wanted
     * @param values values of placeholders, by name
     * @param branch new git branch for the work
     * @param allowDirty whether uncommitted changes are acceptable
     * @param skip rungs of the proof that are not wanted: {@code install}, {@code build}; without it as the project's settings say
     */
    record Wanted(
            @Nullable @Size(min = 1, max = 100) String plan,
            @Nullable @Size(max = 20) List<@NotBlank @Size(max = 2000) String> docs,
            @Nullable @Size(min = 1, max = 4000) String request,
            @Nullable @Size(max = 100) Map<@NotBlank @Size(max = 200) String, @Size(max = 20_000) String> values,
            @Nullable @Size(max = 200) String branch,
            @Nullable Boolean allowDirty,
            @Nullable @Size(max = 10) List<@Pattern(regexp = "install|build") String> skip)
            implements Work {}

    /** @param reports newest first */
    record Reported(List<ReportSummary> reports) {}
}
