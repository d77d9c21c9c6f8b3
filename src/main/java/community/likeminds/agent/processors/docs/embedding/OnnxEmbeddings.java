package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.processors.docs.Embeddings;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings of BGE small (English, v1.5, int8): the vector of the first token, scaled to unit length (Xiao et al., C-Pack, 2023).
 * Every text is a batch of its own, because results of an int8 model change with what else is in the batch. The model is loaded by the
 * first call that needs it.
 */
public final class OnnxEmbeddings implements Embeddings, AutoCloseable {

    private static final String NAME = "bge-small-en-v1.5-q";
    private static final String QUERY_PREFIX = "Represent this sentence for searching relevant passages: ";
    private static final int DIMENSIONS = 384;
    private static final int MAX_TOKENS = 512;
    private static final int SPECIAL_TOKENS = 2;

    private final Path cache;
    private final int workers;
    private @Nullable BgeTokenizer tokenizer;
    private @Nullable OnnxModel model;
    private @Nullable ExecutorService pool;

    /**
     * @param cache folder that native libraries may be unpacked to
     * @param workers texts embedded at the same time
     */
    public OnnxEmbeddings(Path cache, int workers) {
        this.cache = cache;
        this.workers = workers;
    }

    @Override
    public String model() {
        return NAME;
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public int tokens(String text) {
        return Math.max(0, tokenizer().encode(text, Integer.MAX_VALUE).length - SPECIAL_TOKENS);
    }

    @Override
    public int maxTokens() {
        return MAX_TOKENS - SPECIAL_TOKENS;
    }

    @Override
    public float[] embedPassage(String text) {
        return loaded().run(tokenizer().encode(text, MAX_TOKENS));
    }

    @Override
    public float[] embedQuery(String text) {
        return embedPassage(QUERY_PREFIX + text);
    }

    @Override
    public List<float[]> embedPassages(List<String> texts) {
        if (texts.size() < 2 || workers < 2) {
            return texts.stream().map(this::embedPassage).toList();
        }
        loaded();
        List<Future<float[]>> running = new ArrayList<>(texts.size());
        for (String text : texts) {
            running.add(pool().submit(() -> embedPassage(text)));
        }
        try {
            List<float[]> vectors = new ArrayList<>(texts.size());
            for (Future<float[]> one : running) {
                vectors.add(one.get());
            }
            return vectors;
        } catch (InterruptedException interrupted) {
            running.forEach(one -> one.cancel(false));
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Embedding was interrupted.");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (ExecutionException failed) {
            running.forEach(one -> one.cancel(false));
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        }
    }

    private synchronized BgeTokenizer tokenizer() {
        BgeTokenizer loaded = tokenizer;
        if (loaded == null) {
            loaded = BgeTokenizer.load(cache);
            tokenizer = loaded;
        }
        return loaded;
    }

    private synchronized OnnxModel loaded() {
        OnnxModel loaded = model;
        if (loaded == null) {
            loaded = OnnxModel.load("/" + NAME + ".onnx", DIMENSIONS);
            model = loaded;
        }
        return loaded;
    }

    private synchronized ExecutorService pool() {
        ExecutorService running = pool;
        if (running == null) {
            running = Executors.newFixedThreadPool(workers, Thread.ofPlatform().daemon().name("embedding-", 0).factory());
            pool = running;
        }
        return running;
    }

    @Override
    public synchronized void close() {
        if (pool != null) {
            pool.shutdownNow();
        }
        if (model != null) {
            model.close();
        }
        if (tokenizer != null) {
            tokenizer.close();
        }
        pool = null;
        model = null;
        tokenizer = null;
    }
}
