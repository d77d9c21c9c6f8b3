package community.likeminds.agent.vector.core.rerank;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which reranker judges what was found, and how it is asked.
 *
 * @param provider {@code none} or {@code http}
 * @param url of the route, for example {@code https://api.cohere.com/v2/rerank} or {@code http://localhost:8080/v1/rerank}
 * @param model name at the provider, or empty for a server that has one
 * @param apiKeyVariable name of the environment variable that holds the key; a key is never configured itself
 * @param dialect how the route is spoken to
 * @param timeout of one search's judgement, repetitions included
 * @param retries how often a request is repeated that failed for a reason that may pass
 * @param depth how many of the best matches are judged, 1 to 200
 * @param weight share of the judgement in the score, 0 to 1
 */
@ConfigurationProperties("likeminds.rerank")
record RerankProperties(
        @DefaultValue("none") String provider,
        @DefaultValue("") String url,
        @DefaultValue("") String model,
        @DefaultValue("RERANK_API_KEY") String apiKeyVariable,
        @DefaultValue("DOCUMENTS") Dialect dialect,
        @DefaultValue("2s") Duration timeout,
        @DefaultValue("1") int retries,
        @DefaultValue("30") int depth,
        @DefaultValue("0.7") double weight) {

    private static final int DEEPEST = 200;

    RerankProperties {
        depth = Math.clamp(depth, 1, DEEPEST);
        weight = Math.clamp(weight, 0, 1);
    }

    enum Dialect {
        /** {@code documents} and {@code top_n}, as Cohere, Jina, vLLM and many servers have it. */
        DOCUMENTS,
        /** {@code texts}, as text-embeddings-inference has it. */
        TEXTS
    }
}
