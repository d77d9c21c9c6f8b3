package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectors.VectorSet;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives every passage of a source that has no vector its vector. */
@Component
class EmbeddingStage {

    /** Small, so that a killed run loses little. */
    private static final int PASSAGES_PER_SAVE = 64;

    /** Large, as every commit of the index makes a segment that is merged later. */
    private static final int PASSAGES_PER_COMMIT = 1024;

    private final Embeddings embeddings;
    private final DocumentVectors vectors;
    private final EmbeddingCache cache;

    EmbeddingStage(Embeddings embeddings, DocumentVectors vectors, EmbeddingCache cache) {
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.cache = cache;
    }

    /** Returns how many vectors were made. */
    int run(TenantId tenant, String source, Progress progress) {
        String model = embeddings.model();
        Map<String, String> missing = new LinkedHashMap<>(vectors.missing(tenant, source, model));
        VectorSet cached = cache.find(tenant, model, missing.keySet());
        vectors.putVectors(tenant, source, cached);
        missing.keySet().removeAll(cached.byContentHash().keySet());
        if (missing.isEmpty()) {
            return 0;
        }
        // Passages of like length together keep all workers busy until a batch's end.
        List<Map.Entry<String, String>> work = missing.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entry) -> -entry.getValue().length()))
                .toList();
        Map<String, float[]> unwritten = new HashMap<>();
        for (int from = 0; from < work.size(); from += PASSAGES_PER_SAVE) {
            progress.report("Embedding", from, work.size(), source);
            List<Map.Entry<String, String>> some = work.subList(from, Math.min(work.size(), from + PASSAGES_PER_SAVE));
            VectorSet made = embed(model, some);
            cache.put(tenant, made);
            unwritten.putAll(made.byContentHash());
            if (unwritten.size() >= PASSAGES_PER_COMMIT) {
                vectors.putVectors(tenant, source, new VectorSet(model, unwritten));
                unwritten.clear();
            }
        }
        vectors.putVectors(tenant, source, new VectorSet(model, unwritten));
        progress.report("Embedding", work.size(), work.size(), source);
        return work.size();
    }

    private VectorSet embed(String model, List<Map.Entry<String, String>> passages) {
        List<String> texts = new ArrayList<>();
        passages.forEach(passage -> texts.add(passage.getValue()));
        List<float[]> made = embeddings.embedPassages(texts);
        Map<String, float[]> byHash = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            byHash.put(passages.get(i).getKey(), made.get(i));
        }
        return new VectorSet(model, byHash);
    }
}
