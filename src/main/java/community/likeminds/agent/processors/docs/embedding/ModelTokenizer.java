package community.likeminds.agent.processors.docs.embedding;

import ai.djl.engine.EngineException;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import community.likeminds.agent.shared.AgentException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;

/** A model's own tokenizer. Thread-safe. */
final class ModelTokenizer implements AutoCloseable {

    /** Hardly a token of a vocabulary is longer; what lies behind this many characters a token is never seen by the model. */
    private static final int LONGEST_TOKEN = 40;

    private final HuggingFaceTokenizer tokenizer;

    private ModelTokenizer(HuggingFaceTokenizer tokenizer) {
        this.tokenizer = tokenizer;
    }

    /**
     * @param definition Hugging Face's {@code tokenizer.json}
     * @param cache folder that the native library may be unpacked to
     */
    static ModelTokenizer load(LocalModel.Bytes definition, Path cache) {
        // The library must neither look for a graphics card nor fetch or report anything: all it needs is in its jar.
        System.setProperty("ai.djl.offline", "true");
        System.setProperty("OPT_OUT_TRACKING", "true");
        System.setProperty("RUST_FLAVOR", "cpu");
        if (System.getProperty("ENGINE_CACHE_DIR") == null && System.getenv("ENGINE_CACHE_DIR") == null) {
            System.setProperty("ENGINE_CACHE_DIR", cache.toString());
        }
        try (InputStream json = new ByteArrayInputStream(definition.read())) {
            Map<String, String> options = Map.of("truncation", "false", "padding", "false", "maxLength", "512", "modelMaxLength", "512");
            return new ModelTokenizer(HuggingFaceTokenizer.newInstance(json, options));
        } catch (IOException | EngineException | UnsatisfiedLinkError | NoClassDefFoundError failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "embeddings-unavailable",
                    "The embedding model's tokenizer cannot be loaded on this machine: " + failed.getMessage() + ".",
                    "Use a 64-bit Linux (glibc), macOS or Windows, and make sure that " + cache + " can be written to.",
                    failed);
        }
    }

    /** Token ids with the model's special tokens at both ends; of a longer text the beginning. */
    long[] encode(String text, int most) {
        String seen = most < Integer.MAX_VALUE / LONGEST_TOKEN && text.length() > most * LONGEST_TOKEN
                ? text.substring(0, most * LONGEST_TOKEN) : text;
        long[] ids = ids(seen);
        if (ids.length <= most) {
            return ids;
        }
        long[] cut = Arrays.copyOf(ids, most);
        cut[most - 1] = ids[ids.length - 1];
        return cut;
    }

    /** Past {@link HuggingFaceTokenizer#encode(String)}, which also fetches every token's text and place: that takes twice the time. */
    private long[] ids(String text) {
        long encoding = TokenizersLibrary.LIB.encode(tokenizer.getHandle(), text, true);
        try {
            return TokenizersLibrary.LIB.getTokenIds(encoding);
        } finally {
            TokenizersLibrary.LIB.deleteEncoding(encoding);
        }
    }

    @Override
    public void close() {
        tokenizer.close();
    }
}
