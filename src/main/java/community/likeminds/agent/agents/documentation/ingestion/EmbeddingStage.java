package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectors.VectorSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Gives every passage of a source that has no vector its vector. */
@Component
class EmbeddingStage {

    /** Large, as every commit of the index makes a segment that is merged later. */
    private static final int PASSAGES_PER_COMMIT = 1024;

    private static final double MILLION = 1e6;

    private final Embeddings embeddings;
    private final DocumentVectors vectors;
    private final EmbeddingCache cache;

    EmbeddingStage(Embeddings embeddings, DocumentVectors vectors, EmbeddingCache cache) {
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.cache = cache;
    }

    /**
     * @param vectors that were made
     * @param billedTokens that the provider counted for them
     * @param cost of the tokens in USD, as far as a price is configured
     */
    record Made(int vectors, long billedTokens, double cost) {}

    Made run(TenantId tenant, String source, Progress progress) {
        String model = embeddings.model();
        Map<String, String> missing = new LinkedHashMap<>(vectors.missing(tenant, source, model));
        VectorSet cached = cache.find(tenant, model, missing.keySet());
        vectors.putVectors(tenant, source, cached);
        missing.keySet().removeAll(cached.byContentHash().keySet());
        if (missing.isEmpty()) {
            return new Made(0, 0, 0);
        }
        // Passages of like length together keep all workers busy until a batch's end.
        List<Map.Entry<String, String>> work = missing.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entry) -> -entry.getValue().length()))
                .toList();
        estimate(work, progress);
        int batch = embeddings.batch();
        long billed = 0;
        Map<String, float[]> unwritten = new HashMap<>();
        for (int from = 0; from < work.size(); from += batch) {
            progress.report("Embedding", from, work.size(), source);
            List<Map.Entry<String, String>> some = work.subList(from, Math.min(work.size(), from + batch));
            Embeddings.Embedded embedded = embeddings.embedAndCount(some.stream().map(Map.Entry::getValue).toList());
            billed += embedded.billedTokens();
            VectorSet made = byHash(model, some, embedded.vectors());
            cache.put(tenant, made);
            unwritten.putAll(made.byContentHash());
            if (unwritten.size() >= PASSAGES_PER_COMMIT) {
                vectors.putVectors(tenant, source, new VectorSet(model, unwritten));
                unwritten.clear();
            }
        }
        vectors.putVectors(tenant, source, new VectorSet(model, unwritten));
        progress.report("Embedding", work.size(), work.size(), source);
        return new Made(work.size(), billed, billed * embeddings.pricePerMillionTokens() / MILLION);
    }

    /** Says what it will take before anything is spent. */
    private void estimate(List<Map.Entry<String, String>> work, Progress progress) {
        if (!embeddings.billed()) {
            return;
        }
        long tokens = work.stream().mapToLong(entry -> embeddings.tokens(entry.getValue())).sum();
        double price = embeddings.pricePerMillionTokens();
        String cost = price > 0 ? String.format(Locale.ROOT, ", about %.4f USD", tokens * price / MILLION) : "";
        progress.report(
                String.format(Locale.ROOT, "Embedding %,d passages, about %,d tokens%s", work.size(), tokens, cost), 0, work.size(), "");
    }

    private static VectorSet byHash(String model, List<Map.Entry<String, String>> passages, List<float[]> made) {
        Map<String, float[]> byHash = new HashMap<>();
        for (int i = 0; i < passages.size(); i++) {
            byHash.put(passages.get(i).getKey(), made.get(i));
        }
        return new VectorSet(model, byHash);
    }
}
