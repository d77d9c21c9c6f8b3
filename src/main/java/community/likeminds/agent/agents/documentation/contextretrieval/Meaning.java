package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.processors.docs.Embeddings;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.CircuitBreaker;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.stereotype.Component;

/**
 * Vectors for questions, as long as there is a model that makes them. When it cannot be loaded or its provider is down, a question is answered by words
 * alone rather than not at all; the model is asked again after a while.
 */
@Component
public class Meaning {

    /** What people are told when there was no model. */
    public static final String NOTICE =
            "The embedding model cannot be reached, so this was found by words alone and is less sure. Meaning is used again as soon as the model answers.";

    private static final Logger LOG = LoggerFactory.getLogger(Meaning.class);
    private static final int FAILURES = 2;
    private static final int CHARACTERS_OF_TOKEN = 4;

    private final Embeddings embeddings;
    private final QuestionVectors known;
    private final Duration patience;
    private final CircuitBreaker breaker;

    /**
     * @param patience {@code likeminds.embeddings.question-timeout}: how long a question waits for a provider, its retries included
     * @param pause {@code likeminds.embeddings.question-pause}: after failures, how long no question asks it
     */
    @Autowired
    Meaning(
            Embeddings embeddings,
            QuestionVectors known,
            @Value("${likeminds.embeddings.question-timeout:5s}") String patience,
            @Value("${likeminds.embeddings.question-pause:30s}") String pause) {
        this(embeddings, known, DurationStyle.detectAndParse(patience), new CircuitBreaker("embeddings", FAILURES, DurationStyle.detectAndParse(pause)));
    }

    Meaning(Embeddings embeddings, QuestionVectors known, Duration patience, CircuitBreaker breaker) {
        this.embeddings = embeddings;
        this.known = known;
        this.patience = patience;
        this.breaker = breaker;
    }

    /** Name of the model. */
    public String model() {
        return embeddings.model();
    }

    /** A unit-length vector, or null when there is no model to make it. */
    public float @Nullable [] ofQuestion(String text) {
        Optional<float[]> before = known.find(embeddings.model(), text);
        if (before.isPresent()) {
            return before.get();
        }
        float[] made = attempt(() -> embeddings.embedQuery(text));
        if (made != null) {
            known.keep(embeddings.model(), text, made);
        }
        return made;
    }

    /** Unit-length vectors in the order of the texts, or null when there is no model to make them. */
    public @Nullable List<float[]> ofPassages(List<String> texts) {
        return attempt(() -> embeddings.embedPassages(texts));
    }

    /** Tokens of a text; about as many when the model's tokenizer cannot be loaded. */
    public int tokens(String text) {
        try {
            return embeddings.tokens(text);
        } catch (AgentException | LinkageError unloadable) {
            LOG.debug("Tokens are estimated: {}", unloadable.getMessage());
            return Math.ceilDiv(text.length(), CHARACTERS_OF_TOKEN);
        }
    }

    private <T> @Nullable T attempt(Supplier<T> call) {
        if (!breaker.lets()) {
            return null;
        }
        try {
            T made = embeddings.remote() ? inTime(call) : call.get();
            breaker.succeeded();
            return made;
        } catch (CancellationException cancelled) {
            breaker.abandoned();
            throw cancelled;
        } catch (AgentException | LinkageError | TimeoutException failure) {
            if (breaker.failed()) {
                LOG.warn("Questions are answered by words alone for a while: {}", reason(failure));
            }
            return null;
        } catch (RuntimeException | Error unexpected) {
            breaker.failed();
            throw unexpected;
        }
    }

    private <T> T inTime(Supplier<T> call) throws TimeoutException {
        FutureTask<T> task = new FutureTask<>(call::get);
        Thread.ofVirtual().start(task);
        try {
            return task.get(patience.toNanos(), TimeUnit.NANOSECONDS);
        } catch (InterruptedException interrupted) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            CancellationException cancelled = new CancellationException("The question was interrupted.");
            cancelled.initCause(interrupted);
            throw cancelled;
        } catch (TimeoutException late) {
            task.cancel(true);
            throw late;
        } catch (ExecutionException failed) {
            throw switch (failed.getCause()) {
                case RuntimeException cause -> cause;
                case Error cause -> throw cause;
                case null, default -> new IllegalStateException(failed);
            };
        }
    }

    private String reason(Throwable failure) {
        return switch (failure) {
            case AgentException known -> known.fact();
            case TimeoutException late -> "the model did not answer within " + patience.toMillis() + " ms.";
            default -> "the model cannot be loaded: " + failure.getMessage();
        };
    }
}
