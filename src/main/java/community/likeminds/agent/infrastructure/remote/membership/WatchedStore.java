package community.likeminds.agent.infrastructure.remote.membership;

import community.likeminds.agent.infrastructure.storage.StoreHealth;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Asks a store once in a while, however often somebody looks, and keeps nobody waiting for one that does not answer. */
final class WatchedStore {

    static final Duration FRESH = Duration.ofSeconds(2);
    /** Probes of orchestrators give up after a few seconds at most. */
    static final Duration PATIENCE = Duration.ofMillis(1_500);

    private final StoreHealth store;
    private final Executor executor;
    private final LongSupplier nanos;
    private @Nullable Question last;

    WatchedStore(StoreHealth store) {
        this(store, task -> Thread.ofVirtual().name("health-" + store.adapter()).start(task), System::nanoTime);
    }

    WatchedStore(StoreHealth store, Executor executor, LongSupplier nanos) {
        this.store = store;
        this.executor = executor;
        this.nanos = nanos;
    }

    /** What was asked and when. */
    private record Question(CompletableFuture<StoreHealth.State> answer, long at) {}

    StoreHealth store() {
        return store;
    }

    /** Asks in the background, unless an answer is fresh or on its way. */
    synchronized CompletableFuture<StoreHealth.State> ask() {
        long now = nanos.getAsLong();
        Question known = last;
        if (known == null || known.answer.isDone() && now - known.at > FRESH.toNanos()) {
            known = new Question(CompletableFuture.supplyAsync(store::check, executor), now);
            last = known;
        }
        return known.answer;
    }

    /** As it is now or was two seconds ago; one that is silent is said to be. */
    StoreHealth.State state() {
        CompletableFuture<StoreHealth.State> answer = ask();
        try {
            return answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException silent) {
            return missing("It does not answer.");
        } catch (ExecutionException unexpected) {
            return missing(String.valueOf(unexpected.getCause()));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return missing("It could not be asked.");
        }
    }

    private StoreHealth.State missing(String why) {
        return new StoreHealth.State(store.store(), store.adapter(), store.needed(), false, why);
    }
}
