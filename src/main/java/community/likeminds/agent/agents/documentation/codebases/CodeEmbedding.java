package community.likeminds.agent.agents.documentation.codebases;

import community.likeminds.agent.agents.documentation.ingestion.EmbeddingBatches;
import community.likeminds.agent.agents.documentation.ingestion.EmbeddingCache;
import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.Progress;
import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.vector.code.CodeVectors;
import community.likeminds.agent.vector.code.CodeVectors.CodeVectorSet;
import community.likeminds.agent.vector.docs.DocumentVectors.VectorSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Gives passages of code their vectors; what was embedded once, in whichever run, comes out of the cache. */
@Component
public class CodeEmbedding {

    /** Large, as every commit of the index makes a segment that is merged later. */
    private static final int PASSAGES_PER_COMMIT = 1024;

    private final Embeddings embeddings;
    private final CodeVectors vectors;
    private final EmbeddingCache cache;

    CodeEmbedding(Embeddings embeddings, CodeVectors vectors, EmbeddingCache cache) {
        this.embeddings = embeddings;
        this.vectors = vectors;
        this.cache = cache;
    }

    /** Embeds what of a codebase has no vector; returns how many were made. */
    int run(TenantId tenant, String codebase, Progress progress) {
        String model = embeddings.model();
        Map<String, String> missing = vectors.missing(tenant, codebase, model);
        int[] made = {0};
        embed(tenant, missing, progress, some -> {
            vectors.putVectors(tenant, codebase, new CodeVectorSet(model, some));
            made[0] += some.size();
        });
        return made[0];
    }

    /**
     * Hands out the vectors of texts, in lots.
     *
     * @param texts by their content hash
     */
    public void embed(TenantId tenant, Map<String, String> texts, Progress progress, Consumer<Map<String, float[]>> sink) {
        String model = embeddings.model();
        Map<String, String> left = new LinkedHashMap<>(texts);
        VectorSet cached = cache.find(tenant, model, left.keySet());
        left.keySet().removeAll(cached.byContentHash().keySet());
        Map<String, float[]> unwritten = new HashMap<>(cached.byContentHash());
        EmbeddingBatches batches = new EmbeddingBatches(embeddings, left);
        batches.run((made, done) -> {
            progress.report("Embedding code", done, batches.size(), "");
            cache.put(tenant, new VectorSet(model, made.vectors()));
            unwritten.putAll(made.vectors());
            if (unwritten.size() >= PASSAGES_PER_COMMIT) {
                sink.accept(Map.copyOf(unwritten));
                unwritten.clear();
            }
        });
        if (!unwritten.isEmpty()) {
            sink.accept(Map.copyOf(unwritten));
        }
    }
}
