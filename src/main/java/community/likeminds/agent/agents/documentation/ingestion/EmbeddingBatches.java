package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.processors.docs.Embeddings;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * Embeds many texts, batch by batch. The next batch is embedded while one is being kept, and while the last texts of one keep only some of the
 * workers busy; both together are no more than a batch of the model's.
 */
public final class EmbeddingBatches {

    private static final int AT_ONCE = 2;

    private final Embeddings embeddings;
    private final List<Map.Entry<String, String>> work;

    /** @param texts by their content hash */
    public EmbeddingBatches(Embeddings embeddings, Map<String, String> texts) {
        this.embeddings = embeddings;
        // Passages of like length together keep all workers busy until a batch's end.
        this.work = texts.entrySet().stream()
                .sorted(Comparator.comparingInt((Map.Entry<String, String> entry) -> -entry.getValue().length()))
                .map(entry -> Map.entry(entry.getKey(), entry.getValue()))
                .toList();
    }

    /**
     * What was made of a batch.
     *
     * @param vectors of unit length, by content hash
     * @param billedTokens that the provider counted
     */
    public record Batch(Map<String, float[]> vectors, long billedTokens) {
        public Batch {
            vectors = Map.copyOf(vectors);
        }
    }

    /** Takes what was made, in the order of the batches, in the thread that runs them. */
    @FunctionalInterface
    public interface Sink {
        /** @param done texts before this batch */
        void take(Batch batch, int done);
    }

    /** Number of texts. */
    public int size() {
        return work.size();
    }

    /** Runs all of them; whatever a batch or the sink throws ends it, and no batch is left running. */
    public void run(Sink sink) {
        int ahead = embeddings.remote() ? 1 : AT_ONCE;
        int size = Math.max(1, embeddings.batch() / ahead);
        Deque<FutureTask<Batch>> running = new ArrayDeque<>();
        int next = 0;
        int done = 0;
        try {
            while (done < work.size()) {
                while (running.size() < ahead && next < work.size()) {
                    List<Map.Entry<String, String>> some = work.subList(next, Math.min(work.size(), next + size));
                    FutureTask<Batch> task = new FutureTask<>(() -> embed(some));
                    Thread.ofPlatform().daemon().name("embedding-batch").start(task);
                    running.add(task);
                    next += some.size();
                }
                Batch made = wait(running.getFirst());
                running.removeFirst();
                sink.take(made, done);
                done += made.vectors().size();
            }
        } finally {
            running.forEach(task -> task.cancel(true));
        }
    }

    private Batch embed(List<Map.Entry<String, String>> some) {
        Embeddings.Embedded embedded = embeddings.embedAndCount(some.stream().map(Map.Entry::getValue).toList());
        Map<String, float[]> byHash = new HashMap<>();
        List<float[]> vectors = new ArrayList<>(embedded.vectors());
        for (int i = 0; i < some.size(); i++) {
            byHash.put(some.get(i).getKey(), vectors.get(i));
        }
        return new Batch(byHash, embedded.billedTokens());
    }

    private static Batch wait(FutureTask<Batch> task) {
        try {
            return task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Embedding was interrupted.");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case RuntimeException cause -> cause;
                case Error cause -> throw cause;
                case null, default -> new IllegalStateException(failed);
            };
        }
    }
}
