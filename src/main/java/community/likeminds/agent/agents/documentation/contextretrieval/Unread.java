package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ingestion.SourceRecords;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/**
 * Tells of sources that are recorded but that no search finds, as after an update that stores passages in another way. A source that was
 * found once is not looked at again.
 */
@Component
class Unread {

    private static final Duration KEPT = Duration.ofSeconds(1);

    private final SourceRecords records;
    private final DocumentVectors vectors;
    private final Embeddings embeddings;
    private final Set<Source> whole = ConcurrentHashMap.newKeySet();

    private final Map<Source, Counted> counted = new ConcurrentHashMap<>();

    private record Source(TenantId tenant, String name) {}

    private record Counted(DocumentVectors.Counts counts, long at) {}

    Unread(SourceRecords records, DocumentVectors vectors, Embeddings embeddings) {
        this.records = records;
        this.vectors = vectors;
        this.embeddings = embeddings;
    }

    /**
     * @param source only this source, or empty for all
     * @param meaning whether passages are compared by meaning
     */
    List<String> notices(TenantId tenant, String source, boolean meaning) {
        List<String> notices = new ArrayList<>();
        for (SourceRecords.Known known : records.sources(tenant)) {
            boolean asked = source.isEmpty() || source.equals(known.name());
            if (!asked || whole.contains(new Source(tenant, known.name()))) {
                continue;
            }
            DocumentVectors.Counts counts = counts(tenant, known.name());
            if (counts.chunks() == 0 && records.chunkCount(tenant, known.name()) > 0) {
                notices.add("The documentation " + known.name() + " is not searched, because another version of this program has stored it."
                        + " Read it again with: likeminds ingest " + known.location());
            } else if (counts.embedded() == counts.chunks()) {
                whole.add(new Source(tenant, known.name()));
            } else if (meaning) {
                notices.add(String.format(
                        Locale.ROOT,
                        "Of the documentation %s, %,d of %,d passages are found by their words alone, because they have no vectors yet."
                                + " When it is not being read now, finish it with: likeminds ingest %s",
                        known.name(),
                        counts.chunks() - counts.embedded(),
                        counts.chunks(),
                        known.location()));
            }
        }
        return notices;
    }

    /** Counting asks some stores for much, and many ask while a source is being read. */
    private DocumentVectors.Counts counts(TenantId tenant, String name) {
        Counted kept = counted.get(new Source(tenant, name));
        if (kept != null && System.nanoTime() - kept.at() < KEPT.toNanos()) {
            return kept.counts();
        }
        DocumentVectors.Counts counts = vectors.counts(tenant, name, embeddings.model());
        counted.put(new Source(tenant, name), new Counted(counts, System.nanoTime()));
        return counts;
    }
}
