package community.likeminds.agent.agents.coding.api;

import community.likeminds.agent.agents.coding.ApplyOptions;
import community.likeminds.agent.agents.coding.CodingAgent;
import community.likeminds.agent.agents.coding.DryRun;
import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.PlanSummary;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.infrastructure.auth.Permission;
import community.likeminds.agent.infrastructure.auth.Requires;
import community.likeminds.agent.infrastructure.web.HeavyWork;
import community.likeminds.agent.infrastructure.web.Revalidated;
import community.likeminds.agent.infrastructure.web.Values;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Stored plans: read, edited, applied. */
@RestController
@RequestMapping("/api/v1/plans")
@Tag(name = "Plans")
@Requires(Permission.PROJECTS_CHANGE)
class PlansController {

    private static final String YAML = "application/yaml";

    private final Plans plans;
    private final CodingAgent agent;
    private final ProjectPlaces places;

    PlansController(Plans plans, CodingAgent agent, ProjectPlaces places) {
        this.plans = plans;
        this.agent = agent;
        this.places = places;
    }

    @GetMapping
    @Requires(Permission.PROJECTS_READ)
    @Operation(summary = "List the stored plans, newest first")
    Stored list(TenantId tenant) {
        return new Stored(plans.list(tenant));
    }

    @Revalidated
    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Requires(Permission.PROJECTS_READ)
    @Operation(summary = "Give a plan as JSON")
    IntegrationPlan get(TenantId tenant, @PathVariable String id) {
        return plans.get(tenant, id);
    }

    @Revalidated
    @GetMapping(path = "/{id}", produces = YAML)
    @Requires(Permission.PROJECTS_READ)
    @Operation(summary = "Give a plan as YAML, to be read and edited")
    String yaml(TenantId tenant, @PathVariable String id) {
        return plans.yaml(plans.get(tenant, id));
    }

    @PutMapping(path = "/{id}", consumes = YAML, produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "Keep an edited plan in place of the one with its id")
    IntegrationPlan put(TenantId tenant, @PathVariable String id, @RequestBody @Size(max = 1_000_000) String yaml) {
        IntegrationPlan plan = plans.read(yaml, id);
        if (!plan.id().equals(id)) {
            throw AgentException.badInput(
                    "plan-invalid", "The plan has the id " + plan.id() + " and was sent to " + id + ".", "Send it to the path of its own id.");
        }
        places.own(tenant, plan.project().root());
        plans.put(tenant, plan);
        return plan;
    }

    @DeleteMapping("/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Forget a plan")
    void remove(TenantId tenant, @PathVariable String id) {
        plans.remove(tenant, id);
    }

    @PostMapping("/{id}/apply")
    @HeavyWork
    @Operation(summary = "Apply and prove a plan; ends when the report is there")
    IntegrationReport apply(TenantId tenant, @PathVariable String id, @Valid @RequestBody Applying applying) {
        IntegrationPlan plan = allowed(tenant, id);
        return agent.apply(tenant, plan, options(tenant, plan, applying), Progress.NONE);
    }

    @PostMapping("/{id}/dry-run")
    @HeavyWork
    @Operation(summary = "Say what applying a plan would change in files")
    DryRun dryRun(TenantId tenant, @PathVariable String id, @Valid @RequestBody Applying applying) {
        IntegrationPlan plan = allowed(tenant, id);
        return agent.dryRun(plan, options(tenant, plan, applying));
    }

    /** A plan may have been made on the command line, for a folder that this server must not touch. */
    private IntegrationPlan allowed(TenantId tenant, String id) {
        IntegrationPlan plan = plans.get(tenant, id);
        places.own(tenant, plan.project().root());
        return plan;
    }

    private ApplyOptions options(TenantId tenant, IntegrationPlan plan, Applying applying) {
        List<String> skip = applying.skip();
        return new ApplyOptions(
                Values.orEmpty(applying.values()), Values.orEmpty(applying.branch()), Boolean.TRUE.equals(applying.allowDirty()),
                skip == null ? places.settings(tenant, Path.of(plan.project().root())).skip() : skip);
    }

    /**
     * @param values values of placeholders, by name
     * @param branch new git branch for the work
     * @param allowDirty whether uncommitted changes are acceptable
     * @param skip rungs of the proof that are not wanted: {@code install}, {@code build}
     */
    record Applying(
            @Nullable @Size(max = 100) Map<@NotBlank @Size(max = 200) String, @Size(max = 20_000) String> values,
            @Nullable @Size(max = 200) String branch,
            @Nullable Boolean allowDirty,
            @Nullable @Size(max = 10) List<@Pattern(regexp = "install|build") String> skip) {}

    /** @param plans newest first */
    record Stored(List<PlanSummary> plans) {}
}
