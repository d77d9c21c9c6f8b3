package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.ModelCalls;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Makes the embeddings that the properties name; nothing is loaded or asked before they are used. */
public final class EmbeddingProviders {

    private EmbeddingProviders() {}

    /** Looks a variable of the environment up. */
    public interface Environment {
        @Nullable String get(String variable);
    }

    /**
     * @param cache folder that native libraries may be unpacked to
     * @param workers texts embedded at the same time in this process
     * @throws community.likeminds.agent.shared.AgentException {@code embeddings-model-unknown} when there is no such model in this process
     */
    public static Embeddings of(EmbeddingsProperties properties, Path cache, int workers, Environment environment) {
        return of(properties, cache, workers, environment, ModelCalls.NONE);
    }

    /** @param calls is told of requests to providers */
    public static Embeddings of(EmbeddingsProperties properties, Path cache, int workers, Environment environment, ModelCalls calls) {
        return switch (properties.provider()) {
            case ONNX -> new OnnxEmbeddings(LocalModel.of(properties), cache, workers);
            case OPENAI -> remote(EmbeddingProtocol.OPENAI, properties, cache, environment.get(properties.apiKeyVariable()), calls);
            // A server of one's own needs no key; one behind a proxy may.
            case OLLAMA -> remote(EmbeddingProtocol.OLLAMA, properties, cache, environment.get("OLLAMA_API_KEY"), calls);
        };
    }

    /** Tokenizers of providers are not to be had here; the bundled one counts nearly the same. */
    private static Embeddings remote(EmbeddingProtocol protocol, EmbeddingsProperties properties, Path cache, @Nullable String key, ModelCalls calls) {
        return new RemoteEmbeddings(protocol, properties, key == null || key.isBlank() ? null : key.strip(), new CountingTokens(cache), calls);
    }
}
