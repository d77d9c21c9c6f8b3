package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.agents.coding.solutions.SolutionDocuments;
import community.likeminds.agent.shared.TenantId;
import java.util.Map;
import java.util.function.Consumer;

/** Keeps the report of a run just before its changes are made to stay, and takes it back when they do not. */
final class KeptReport implements Consumer<IntegrationReport> {

    private final SolutionDocuments documents;
    private final TenantId tenant;
    private String id = "";

    KeptReport(SolutionDocuments documents, TenantId tenant) {
        this.documents = documents;
        this.tenant = tenant;
    }

    @Override
    public void accept(IntegrationReport report) {
        documents.put(
                tenant, SolutionDocuments.REPORTS, report.id(),
                Map.of(SolutionDocuments.PROJECT, report.project(), SolutionDocuments.STATUS, report.status()), report);
        id = report.id();
    }

    /** Not while the thread is interrupted: that would close the embedded database's file. */
    void takeBack() {
        if (!id.isEmpty()) {
            boolean interrupted = Thread.interrupted();
            try {
                documents.delete(tenant, SolutionDocuments.REPORTS, id);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
