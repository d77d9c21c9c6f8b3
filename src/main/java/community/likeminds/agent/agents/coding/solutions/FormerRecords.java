package community.likeminds.agent.agents.coding.solutions;

import community.likeminds.agent.agents.coding.IntegrationPlan;
import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.shared.TenantId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Plans and reports that earlier versions kept as records. Each is put before it is deleted, so moving can be repeated after an interruption. */
@Component
class FormerRecords {

    private final JsonRecords records;
    private final Set<TenantId> moved = ConcurrentHashMap.newKeySet();
    private final Set<TenantId> moving = ConcurrentHashMap.newKeySet();

    FormerRecords(JsonRecords records) {
        this.records = records;
    }

    /** Moves what a tenant has, before anything else is asked of its documents. */
    void move(TenantId tenant, SolutionDocuments documents) {
        if (!moved.contains(tenant)) {
            moveOnce(tenant, documents);
        }
    }

    private synchronized void moveOnce(TenantId tenant, SolutionDocuments documents) {
        // Moving puts documents, which asks for the move again.
        if (moved.contains(tenant) || !moving.add(tenant)) {
            return;
        }
        try {
            // The oldest first, so that the order of documents stays.
            records.list(tenant, SolutionDocuments.PLANS, IntegrationPlan.class).reversed().forEach(plan -> moved(
                    tenant, documents, SolutionDocuments.PLANS, plan.id(), Map.of(SolutionDocuments.PROJECT, plan.project().root()), plan));
            records.list(tenant, SolutionDocuments.REPORTS, IntegrationReport.class).reversed().forEach(report -> moved(
                    tenant, documents, SolutionDocuments.REPORTS, report.id(),
                    Map.of(SolutionDocuments.PROJECT, report.project(), SolutionDocuments.STATUS, report.status()), report));
            moved.add(tenant);
        } finally {
            moving.remove(tenant);
        }
    }

    private void moved(TenantId tenant, SolutionDocuments documents, String collection, String id, Map<String, String> labels, Object body) {
        documents.put(tenant, collection, id, labels, body);
        records.delete(tenant, collection, id);
    }
}
