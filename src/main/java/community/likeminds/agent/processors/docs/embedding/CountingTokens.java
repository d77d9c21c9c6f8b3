package community.likeminds.agent.processors.docs.embedding;

import java.nio.file.Path;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Counts tokens with the bundled tokenizer, loaded when it is first asked. */
final class CountingTokens implements ToIntFunction<String> {

    private final Path cache;
    private @Nullable ModelTokenizer tokenizer;

    CountingTokens(Path cache) {
        this.cache = cache;
    }

    @Override
    public int applyAsInt(String text) {
        return tokenizer().encode(text, Integer.MAX_VALUE).length;
    }

    private synchronized ModelTokenizer tokenizer() {
        ModelTokenizer loaded = tokenizer;
        if (loaded == null) {
            loaded = ModelTokenizer.load(LocalModel.bundledTokenizer(), cache);
            tokenizer = loaded;
        }
        return loaded;
    }
}
