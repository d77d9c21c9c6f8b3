package community.likeminds.agent.processors.docs.embedding;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** How a provider is asked for embeddings and how it answers. */
enum EmbeddingProtocol {

    /** <a href="https://platform.openai.com/docs/api-reference/embeddings">OpenAI's embeddings</a>, spoken by many servers. */
    OPENAI("openai", "https://api.openai.com/v1", "/embeddings", "text-embedding-3-small", 8191) {
        @Override
        Map<String, Object> request(String model, int dimensions, List<String> texts) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("model", model);
            request.put("input", texts);
            request.put("encoding_format", "float");
            if (dimensions > 0) {
                request.put("dimensions", dimensions);
            }
            return request;
        }

        @Override
        Answer read(JsonNode answer, int texts) {
            List<float[]> vectors = new ArrayList<>();
            for (int i = 0; i < texts; i++) {
                vectors.add(new float[0]);
            }
            for (JsonNode one : answer.path("data")) {
                int index = one.path("index").asInt(-1);
                if (index >= 0 && index < texts) {
                    vectors.set(index, vector(one.path("embedding")));
                }
            }
            return new Answer(vectors, answer.path("usage").path("total_tokens").asLong(0));
        }
    },

    /** <a href="https://docs.ollama.com/api/embed">Ollama's embed</a>. */
    OLLAMA("ollama", "http://localhost:11434", "/api/embed", "nomic-embed-text", 2048) {
        @Override
        Map<String, Object> request(String model, int dimensions, List<String> texts) {
            Map<String, Object> request = new LinkedHashMap<>();
            request.put("model", model);
            request.put("input", texts);
            request.put("truncate", true);
            if (dimensions > 0) {
                request.put("dimensions", dimensions);
            }
            return request;
        }

        @Override
        Answer read(JsonNode answer, int texts) {
            List<float[]> vectors = new ArrayList<>();
            answer.path("embeddings").forEach(one -> vectors.add(vector(one)));
            return new Answer(vectors, answer.path("prompt_eval_count").asLong(0));
        }
    };

    private final String label;
    private final String address;
    private final String route;
    private final String defaultModel;
    private final int maxTokens;

    EmbeddingProtocol(String label, String address, String route, String defaultModel, int maxTokens) {
        this.label = label;
        this.address = address;
        this.route = route;
        this.defaultModel = defaultModel;
        this.maxTokens = maxTokens;
    }

    /**
     * @param vectors in the order of the texts; an empty one where the provider left one out
     * @param tokens that the provider counted, 0 when it does not say
     */
    record Answer(List<float[]> vectors, long tokens) {}

    abstract Map<String, Object> request(String model, int dimensions, List<String> texts);

    abstract Answer read(JsonNode answer, int texts);

    String label() {
        return label;
    }

    String defaultModel() {
        return defaultModel;
    }

    int maxTokens() {
        return maxTokens;
    }

    /** @param baseUrl as configured, or empty */
    String url(String baseUrl) {
        return (baseUrl.isEmpty() ? address : baseUrl.replaceAll("/+$", "")) + route;
    }

    private static float[] vector(JsonNode numbers) {
        float[] vector = new float[numbers.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) numbers.get(i).asDouble(Double.NaN);
        }
        return vector;
    }
}
