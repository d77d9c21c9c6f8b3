package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.infrastructure.storage.JsonRecords;
import community.likeminds.agent.processors.docs.ReadResult.LeftOut;
import community.likeminds.agent.shared.TenantId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Remembers what a source looked like when it was last read to its end, so that an untouched one need not be read again. */
@Component
class LastReading {

    private static final String COLLECTION = "readings";

    private final JsonRecords records;

    LastReading(JsonRecords records) {
        this.records = records;
    }

    /**
     * @param digest {@link community.likeminds.agent.processors.docs.DocumentProcessor#digest}
     * @param pages how many pages it had
     * @param leftOut what was not read
     */
    record Reading(String digest, int pages, List<LeftOut> leftOut) {}

    /** The last reading, when reading again would give the same and every page of it is still known. */
    Optional<Reading> of(TenantId tenant, String source, String digest, int knownPages) {
        return digest.isEmpty()
                ? Optional.empty()
                : records.get(tenant, COLLECTION, source, Reading.class)
                        .filter(reading -> reading.digest().equals(digest) && reading.pages() == knownPages);
    }

    void put(TenantId tenant, String source, String digest, int pages, List<LeftOut> leftOut) {
        if (!digest.isEmpty()) {
            records.put(tenant, COLLECTION, source, new Reading(digest, pages, leftOut));
        }
    }

    void forget(TenantId tenant, String source) {
        records.delete(tenant, COLLECTION, source);
    }
}
