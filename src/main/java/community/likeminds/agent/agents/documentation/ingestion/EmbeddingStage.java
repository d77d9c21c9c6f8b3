package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.docs.DocumentVectors;
import community.likeminds.agent.vector.docs.DocumentVectors.VectorSet;
import java.util.Collection;
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
    private final SearchRevisions revisions;

    EmbeddingStage(Embeddings embeddings, DocumentVectors vectors, EmbeddingCache cache, SearchRevisions revisions) {
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.cache = cache;
        this.revisions = revisions;
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
        put(tenant, source, cached);
        missing.keySet().removeAll(cached.byContentHash().keySet());
        if (missing.isEmpty()) {
            return new Made(0, 0, 0);
        }
        estimate(missing.values(), progress);
        EmbeddingBatches batches = new EmbeddingBatches(embeddings, missing);
        long[] billed = {0};
        Map<String, float[]> unwritten = new HashMap<>();
        progress.report("Embedding", 0, batches.size(), source);
        batches.run((made, done) -> {
            billed[0] += made.billedTokens();
            cache.put(tenant, new VectorSet(model, made.vectors()));
            unwritten.putAll(made.vectors());
            if (unwritten.size() >= PASSAGES_PER_COMMIT) {
                put(tenant, source, new VectorSet(model, unwritten));
                unwritten.clear();
            }
            progress.report("Embedding", done + made.vectors().size(), batches.size(), source);
        });
        put(tenant, source, new VectorSet(model, unwritten));
        return new Made(batches.size(), billed[0], billed[0] * embeddings.pricePerMillionTokens() / MILLION);
    }

    private void put(TenantId tenant, String source, VectorSet made) {
        vectors.putVectors(tenant, source, made);
        if (!made.byContentHash().isEmpty()) {
            revisions.changed(tenant);
        }
    }

    /** Says what it will take before anything is spent. */
    private void estimate(Collection<String> texts, Progress progress) {
        if (!embeddings.billed()) {
            return;
        }
        long tokens = embeddings.totalTokens(List.copyOf(texts));
        double price = embeddings.pricePerMillionTokens();
        String cost = price > 0 ? String.format(Locale.ROOT, ", about %.4f USD", tokens * price / MILLION) : "";
        progress.report(
                String.format(Locale.ROOT, "Embedding %,d passages, about %,d tokens%s", texts.size(), tokens, cost), 0, texts.size(), "");
    }
}
