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
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Embeddings of a model in this process; BGE small (English, v1.5, int8) unless another one is named (Xiao et al., C-Pack, 2023). Every
 * text is a batch of its own, because results of an int8 model change with what else is in the batch. The model is loaded by the first
 * call that needs it.
 */
final class OnnxEmbeddings implements Embeddings, AutoCloseable {

    private static final int SPECIAL_TOKENS = 2;

    private final LocalModel definition;
    private final Path cache;
    private final int workers;
    /** Shared by whoever uses the model's native memory, held alone by whoever frees it. */
    private final ReadWriteLock use = new ReentrantReadWriteLock();
    private @Nullable ModelTokenizer tokenizer;
    private @Nullable OnnxModel model;
    private @Nullable ExecutorService pool;

    /**
     * @param definition the model
     * @param cache folder that native libraries may be unpacked to
     * @param workers texts embedded at the same time
     */
    OnnxEmbeddings(LocalModel definition, Path cache, int workers) {
        this.definition = definition;
        this.cache = cache;
        this.workers = workers;
    }

    @Override
    public String model() {
        return definition.name();
    }

    @Override
    public int dimensions() {
        return embedPassage("").length;
    }

    @Override
    public int tokens(String text) {
        return used(() -> Math.max(0, tokenizer().encode(text, Integer.MAX_VALUE).length - SPECIAL_TOKENS));
    }

    @Override
    public int maxTokens() {
        return definition.maxTokens() - SPECIAL_TOKENS;
    }

    @Override
    public float[] embedPassage(String text) {
        return run(definition.passagePrefix() + text);
    }

    @Override
    public float[] embedQuery(String text) {
        return run(definition.queryPrefix() + text);
    }

    private float[] run(String text) {
        return used(() -> loaded().run(tokenizer().encode(text, definition.maxTokens())));
    }

    private <T> T used(Supplier<T> work) {
        use.readLock().lock();
        try {
            return work.get();
        } finally {
            use.readLock().unlock();
        }
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

    private synchronized ModelTokenizer tokenizer() {
        ModelTokenizer loaded = tokenizer;
        if (loaded == null) {
            loaded = ModelTokenizer.load(definition.tokenizer(), cache);
            tokenizer = loaded;
        }
        return loaded;
    }

    private synchronized OnnxModel loaded() {
        OnnxModel loaded = model;
        if (loaded == null) {
            loaded = OnnxModel.load(definition);
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

    /** Waits for the texts that are just being embedded: their memory is the model's. */
    @Override
    public void close() {
        synchronized (this) {
            if (pool != null) {
                pool.shutdownNow();
            }
        }
        use.writeLock().lock();
        try {
            free();
        } finally {
            use.writeLock().unlock();
        }
    }

    private synchronized void free() {
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
