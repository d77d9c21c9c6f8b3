package community.likeminds.agent.agents.coding.orchestrator;

import community.likeminds.agent.agents.coding.IntegrationReport;
import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.shared.TenantId;
import java.util.function.Consumer;

/** Keeps the report of a run just before its changes are made to stay, and takes it back when they do not. */
final class KeptReport implements Consumer<IntegrationReport> {

    static final String COLLECTION = "reports";

    private final JsonRecords records;
    private final TenantId tenant;
    private String id = "";

    KeptReport(JsonRecords records, TenantId tenant) {
        this.records = records;
        this.tenant = tenant;
    }

    @Override
    public void accept(IntegrationReport report) {
        records.put(tenant, COLLECTION, report.id(), report);
        id = report.id();
    }

    /** Not while the thread is interrupted: that would close the embedded database's file. */
    void takeBack() {
        if (!id.isEmpty()) {
            boolean interrupted = Thread.interrupted();
            try {
                records.delete(tenant, COLLECTION, id);
            } finally {
                if (interrupted) {
                    Thread.currentThread().interrupt();
                }
            }
        }
    }
}
