package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.shared.TenantId;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** A mark of what searches of a tenant can find; another one after every change, whichever process made it. */
@Component
public class SearchRevisions {

    private static final String COLLECTION = "revisions";
    private static final String ID = "documentation";

    private final JsonRecords records;

    SearchRevisions(JsonRecords records) {
        this.records = records;
    }

    private record Revision(String mark) {}

    public String current(TenantId tenant) {
        return records.get(tenant, COLLECTION, ID, Revision.class).map(Revision::mark).orElse("");
    }

    /** Told after the index has changed: what was found before under the old mark is not looked at any more. */
    void changed(TenantId tenant) {
        records.put(tenant, COLLECTION, ID, new Revision(UUID.randomUUID().toString()));
    }
}
