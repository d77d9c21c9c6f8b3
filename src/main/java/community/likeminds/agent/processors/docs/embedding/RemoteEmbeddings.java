package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import community.likeminds.agent.shared.ModelCalls;
import community.likeminds.agent.shared.Observed;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/** Embeddings of a provider over HTTP, in batches of limited size, a limited number of them at the same time. */
final class RemoteEmbeddings implements Embeddings, AutoCloseable {

    private final EmbeddingProtocol protocol;
    private final EmbeddingsProperties properties;
    private final String model;
    private final ToIntFunction<String> tokens;
    private final RetryingHttp http;
    private final Semaphore places;
    private final ExecutorService pool = Executors.newVirtualThreadPerTaskExecutor();
    private volatile int dimensions;

    /**
     * @param key for the provider, or null
     * @param tokens counts the tokens of a text, nearly
     */
    RemoteEmbeddings(EmbeddingProtocol protocol, EmbeddingsProperties properties, @Nullable String key, ToIntFunction<String> tokens) {
        this(protocol, properties, key, tokens, ModelCalls.NONE);
    }

    /** @param calls is told of every request */
    RemoteEmbeddings(
            EmbeddingProtocol protocol, EmbeddingsProperties properties, @Nullable String key, ToIntFunction<String> tokens, ModelCalls calls) {
        this.protocol = protocol;
        this.properties = properties;
        this.model = properties.model().isEmpty() ? protocol.defaultModel() : properties.model();
        this.tokens = tokens;
        this.http = new RetryingHttp(protocol.url(properties.baseUrl()), key, properties, calls);
        this.places = new Semaphore(Math.max(1, properties.concurrency()));
        this.dimensions = properties.dimensions();
    }

    @Override
    public String model() {
        return ModelKey.of(
                protocol.label() + ":" + model + (properties.dimensions() > 0 ? "@" + properties.dimensions() : ""),
                List.of(properties.baseUrl(), prefix(properties.passagePrefix())));
    }

    /** Asks the provider once when it is not configured. */
    @Override
    public int dimensions() {
        if (dimensions == 0) {
            embed(List.of("dimensions"));
        }
        return dimensions;
    }

    @Override
    public int tokens(String text) {
        return tokens.applyAsInt(text);
    }

    @Override
    public int maxTokens() {
        return properties.maxTokens() > 0 ? properties.maxTokens() : protocol.maxTokens();
    }

    @Override
    public float[] embedPassage(String text) {
        return embedPassages(List.of(text)).getFirst();
    }

    @Override
    public float[] embedQuery(String text) {
        return embed(List.of(prefix(properties.queryPrefix()) + text)).vectors().getFirst();
    }

    @Override
    public List<float[]> embedPassages(List<String> texts) {
        return embedAndCount(texts).vectors();
    }

    @Override
    public Embedded embedAndCount(List<String> texts) {
        String prefix = prefix(properties.passagePrefix());
        return embed(prefix.isEmpty() ? texts : texts.stream().map(text -> prefix + text).toList());
    }

    private static String prefix(String configured) {
        return configured.equals("auto") ? "" : configured;
    }

    @Override
    public int batch() {
        return Math.max(1, properties.batchTexts()) * Math.max(1, properties.concurrency());
    }

    @Override
    public boolean remote() {
        return true;
    }

    @Override
    public boolean billed() {
        return protocol == EmbeddingProtocol.OPENAI;
    }

    @Override
    public double pricePerMillionTokens() {
        return properties.pricePerMillionTokens();
    }

    private Embedded embed(List<String> texts) {
        List<Future<Embedded>> running = new ArrayList<>();
        batches(texts).forEach(batch -> running.add(pool.submit(Observed.carried(() -> inTurn(batch)))));
        List<float[]> vectors = new ArrayList<>(texts.size());
        long billed = 0;
        try {
            for (Future<Embedded> one : running) {
                Embedded part = one.get();
                vectors.addAll(part.vectors());
                billed += part.billedTokens();
            }
            return new Embedded(vectors, billed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("Embedding was interrupted.");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(failed.getCause());
        } finally {
            running.forEach(one -> one.cancel(true));
        }
    }

    private List<List<String>> batches(List<String> texts) {
        List<List<String>> batches = new ArrayList<>();
        List<String> open = new ArrayList<>();
        int size = 0;
        for (String text : texts) {
            int more = tokens(text);
            if (!open.isEmpty() && (open.size() >= properties.batchTexts() || size + more > properties.batchTokens())) {
                batches.add(List.copyOf(open));
                open.clear();
                size = 0;
            }
            open.add(text);
            size += more;
        }
        if (!open.isEmpty()) {
            batches.add(List.copyOf(open));
        }
        return batches;
    }

    private Embedded inTurn(List<String> batch) throws InterruptedException {
        places.acquire();
        try {
            return request(batch);
        } finally {
            places.release();
        }
    }

    private Embedded request(List<String> texts) {
        EmbeddingProtocol.Answer answer;
        try {
            answer = protocol.read(http.post(protocol.request(model, properties.dimensions(), texts)), texts.size());
        } catch (RetryingHttp.TooMuch refused) {
            if (texts.size() == 1) {
                throw new AgentException(
                        Kind.BAD_INPUT,
                        "embeddings-refused",
                        "The embedding provider refuses a text of about " + tokens(texts.getFirst()) + " tokens (" + refused.getMessage() + ").",
                        "Check likeminds.embeddings.model and likeminds.embeddings.dimensions, or lower likeminds.embeddings.max-tokens.",
                        refused);
            }
            // Providers differ in how much they take at once and say so only like this.
            Embedded first = request(texts.subList(0, texts.size() / 2));
            Embedded second = request(texts.subList(texts.size() / 2, texts.size()));
            List<float[]> both = new ArrayList<>(first.vectors());
            both.addAll(second.vectors());
            return new Embedded(both, first.billedTokens() + second.billedTokens());
        }
        if (answer.vectors().size() != texts.size()) {
            throw unusable(texts.size() + " texts were sent and " + answer.vectors().size() + " vectors came back");
        }
        normalise(answer.vectors());
        return new Embedded(answer.vectors(), answer.tokens());
    }

    private synchronized void normalise(List<float[]> vectors) {
        int expected = dimensions == 0 ? vectors.getFirst().length : dimensions;
        for (float[] vector : vectors) {
            double length = Vectors.normalise(vector);
            if (vector.length == 0 || !(length > 0) || Double.isInfinite(length)) {
                throw unusable("a vector is missing or is not made of numbers");
            }
            if (vector.length != expected) {
                throw unusable("a vector has " + vector.length + " dimensions instead of " + expected);
            }
        }
        // Only an answer that is right as a whole says how long the model's vectors are.
        dimensions = expected;
    }

    private AgentException unusable(String what) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "embeddings-unusable",
                "The embedding provider's answer for the model " + model + " cannot be used: " + what + ".",
                "Check likeminds.embeddings.model and likeminds.embeddings.dimensions.");
    }

    @Override
    public void close() {
        pool.shutdownNow();
        http.close();
    }
}
