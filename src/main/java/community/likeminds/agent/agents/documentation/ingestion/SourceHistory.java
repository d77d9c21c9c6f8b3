package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.processors.docs.SourceChanges;
import community.likeminds.agent.shared.TenantId;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remembers by which changes each source came to the version that was read last. */
@Component
public class SourceHistory {

    private static final String COLLECTION = "source-changes";

    private final JsonRecords records;

    SourceHistory(JsonRecords records) {
        this.records = records;
    }

    /** What led to a version, or nothing when that is not known. */
    public Optional<SourceChanges> of(TenantId tenant, String source, String version) {
        return records.get(tenant, COLLECTION, source, SourceChanges.class).filter(changes -> changes.to().equals(version));
    }

    void put(TenantId tenant, String source, SourceChanges changes) {
        records.put(tenant, COLLECTION, source, changes);
    }

    void forget(TenantId tenant, String source) {
        records.delete(tenant, COLLECTION, source);
    }
}
