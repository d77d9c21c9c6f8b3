package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ingestion.SourceRecords;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tells of sources that are recorded but that no search finds, as after an update that stores passages in another way. A source that was
 * found once is not looked at again.
 */
@Component
class Unread {

    private final SourceRecords records;
    private final DocumentVectors vectors;
    private final Embeddings embeddings;
    private final Set<Source> whole = ConcurrentHashMap.newKeySet();

    private record Source(TenantId tenant, String name) {}

    Unread(SourceRecords records, DocumentVectors vectors, Embeddings embeddings) {
        this.records = records;
        this.vectors = vectors;
        this.embeddings = embeddings;
    }

    /** @param source only this source, or empty for all */
    List<String> notices(TenantId tenant, String source) {
        List<String> notices = new ArrayList<>();
        for (SourceRecords.Known known : records.sources(tenant)) {
            boolean asked = source.isEmpty() || source.equals(known.name());
            if (asked && !isWhole(tenant, known.name())) {
                notices.add("The documentation " + known.name() + " is not searched, because another version of this program has stored it."
                        + " Read it again with: likeminds ingest " + known.location());
            }
        }
        return notices;
    }

    private boolean isWhole(TenantId tenant, String name) {
        Source source = new Source(tenant, name);
        if (whole.contains(source)) {
            return true;
        }
        boolean there = records.chunkCount(tenant, name) == 0 || vectors.counts(tenant, name, embeddings.model()).chunks() > 0;
        if (there) {
            whole.add(source);
        }
        return there;
    }
}
