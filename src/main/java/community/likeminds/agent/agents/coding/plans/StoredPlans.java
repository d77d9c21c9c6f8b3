package community.likeminds.agent.agents.coding.plans;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.PlanSummary;
import community.likeminds.agent.agents.coding.PlannedStep;
import community.likeminds.agent.agents.coding.Plans;
import community.likeminds.agent.agents.coding.requirementanalysis.ProjectInspector;
import community.likeminds.agent.agents.coding.solutions.SolutionDocuments;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Keeps plans as documents. */
@Component
class StoredPlans implements Plans {

    private final SolutionDocuments documents;
    private final PlanReader reader;

    StoredPlans(SolutionDocuments documents, ProjectInspector inspector) {
        this.documents = documents;
        this.reader = new PlanReader(inspector::inspect);
    }

    @Override
    public List<PlanSummary> list(TenantId tenant) {
        return documents.list(tenant, SolutionDocuments.PLANS, Map.of(), IntegrationPlan.class).stream().map(StoredPlans::summary).toList();
    }

    private static PlanSummary summary(IntegrationPlan plan) {
        int toDo = (int) plan.steps().stream().filter(step -> step.status() == PlannedStep.Status.TO_DO).count();
        return new PlanSummary(
                plan.id(), plan.createdAt(), plan.project().root(), plan.request(), plan.guide().page(), toDo, plan.steps().size());
    }

    @Override
    public IntegrationPlan get(TenantId tenant, String id) {
        return documents.get(tenant, SolutionDocuments.PLANS, id, IntegrationPlan.class).orElseGet(() -> beginningWith(tenant, id));
    }

    private IntegrationPlan beginningWith(TenantId tenant, String id) {
        List<IntegrationPlan> found = documents.list(tenant, SolutionDocuments.PLANS, Map.of(), IntegrationPlan.class).stream()
                .filter(plan -> !id.isEmpty() && plan.id().startsWith(id)).toList();
        if (found.size() == 1) {
            return found.getFirst();
        }
        if (found.isEmpty()) {
            throw AgentException.notFound("plan-not-found", "There is no plan '" + id + "'.", "List the plans with: likeminds plans.");
        }
        throw AgentException.badInput(
                "plan-ambiguous", found.size() + " plans begin with '" + id + "'.", "Write more of the id; list the plans with: likeminds plans.");
    }

    @Override
    public void put(TenantId tenant, IntegrationPlan plan) {
        documents.put(tenant, SolutionDocuments.PLANS, plan.id(), Map.of(SolutionDocuments.PROJECT, plan.project().root()), plan);
    }

    @Override
    public void remove(TenantId tenant, String id) {
        documents.delete(tenant, SolutionDocuments.PLANS, get(tenant, id).id());
    }

    @Override
    public String yaml(IntegrationPlan plan) {
        return PlanText.of(plan);
    }

    @Override
    public IntegrationPlan read(String yaml, String name) {
        return reader.read(yaml, name);
    }
}
