package community.likeminds.agent.processors.docs.embedding;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which model embeds, and how it is asked.
 *
 * @param provider who runs the model
 * @param model a bundled model's name, the model's name at a provider, or a path: a folder with {@code model.onnx} and
 *     {@code tokenizer.json}, or a jar that holds a model as LangChain4j publishes them; empty for the provider's default
 * @param baseUrl where the provider is, without the route, for example {@code https://api.openai.com/v1} or
 *     {@code http://localhost:11434}; empty for its usual address
 * @param apiKeyVariable name of the environment variable that holds the key; a key is never configured itself
 * @param dimensions length of the vectors to ask for, 0 for the model's own
 * @param maxTokens most tokens of a passage that the model reads, 0 for the model's own
 * @param batchTexts most texts of one request
 * @param batchTokens most tokens of one request, as counted by the bundled tokenizer
 * @param concurrency most requests at the same time
 * @param timeout of one request
 * @param retries how often a request is repeated that failed for a reason that may pass
 * @param backoff pause before the first repetition; doubles each time
 * @param pricePerMillionTokens in USD, to show what an ingestion costs; 0 when it costs nothing or is not known
 * @param pooling how a local model's token vectors become one; {@code AUTO} goes by the model's name
 * @param queryPrefix what the model wants before a question; {@code auto} goes by the model's name
 * @param passagePrefix what the model wants before a passage; {@code auto} goes by the model's name
 */
@ConfigurationProperties("likeminds.embeddings")
public record EmbeddingsProperties(
        @DefaultValue("ONNX") Provider provider,
        @DefaultValue("") String model,
        @DefaultValue("") String baseUrl,
        @DefaultValue("OPENAI_API_KEY") String apiKeyVariable,
        @DefaultValue("0") int dimensions,
        @DefaultValue("0") int maxTokens,
        @DefaultValue("128") int batchTexts,
        @DefaultValue("50000") int batchTokens,
        @DefaultValue("4") int concurrency,
        @DefaultValue("60s") Duration timeout,
        @DefaultValue("5") int retries,
        @DefaultValue("500ms") Duration backoff,
        @DefaultValue("0") double pricePerMillionTokens,
        @DefaultValue("AUTO") Pooling pooling,
        @DefaultValue("auto") String queryPrefix,
        @DefaultValue("auto") String passagePrefix) {

    /** Who runs the model. */
    public enum Provider {
        /** This process. */
        ONNX,
        /** Anything that speaks OpenAI's {@code POST /embeddings}. */
        OPENAI,
        /** An Ollama server. */
        OLLAMA
    }

    /** How token vectors become a text's vector. */
    public enum Pooling {
        AUTO,
        /** The first token's. */
        CLS,
        /** The mean of all tokens'. */
        MEAN
    }
}
