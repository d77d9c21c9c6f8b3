package community.likeminds.agent.infrastructure.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import community.likeminds.agent.infrastructure.storage.Caches.Cache;
import community.likeminds.agent.infrastructure.storage.Caches.Region;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;

/** What every cache does. */
public abstract class CachesContract {

    protected static final TenantId ONE = new TenantId("one");
    protected static final TenantId OTHER = new TenantId("other");
    protected static final Region LONG = new Region("sessions", Duration.ofMinutes(10), 1_000);
    private static final Region SHORT = new Region("tokens", Duration.ofMillis(300), 1_000);

    /** The caches, empty at the start of each test. */
    protected abstract Caches caches();

    @Test
    void aValueIsFoundByTenantRegionAndKey() {
        Cache cache = caches().of(LONG);
        String odd = "ü 🦊 \u0000 \" {}: *";
        assertThat(cache.get(ONE, odd)).isEmpty();
        cache.put(ONE, odd, odd.repeat(10_000));
        cache.put(ONE, "empty", "");
        assertThat(caches().of(LONG).get(ONE, odd)).contains(odd.repeat(10_000));
        assertThat(cache.get(ONE, "empty")).contains("");
        assertThat(cache.get(OTHER, odd)).isEmpty();
        assertThat(caches().of(new Region("others", Duration.ofMinutes(10), 10)).get(ONE, odd)).isEmpty();
        cache.put(ONE, odd, "second");
        assertThat(cache.get(ONE, odd)).contains("second");
        cache.remove(ONE, odd);
        cache.remove(ONE, odd);
        assertThat(cache.get(ONE, odd)).isEmpty();
    }

    @Test
    void clearingForgetsATenantsValuesOnly() {
        Cache cache = caches().of(LONG);
        for (int i = 0; i < 100; i++) {
            cache.put(ONE, "k" + i, "v");
        }
        cache.add(ONE, "count", 7);
        cache.put(OTHER, "k1", "theirs");
        cache.clear(ONE);
        assertThat(cache.get(ONE, "k1")).isEmpty();
        assertThat(cache.get(ONE, "k99")).isEmpty();
        assertThat(cache.add(ONE, "count", 1)).isEqualTo(1);
        assertThat(cache.get(OTHER, "k1")).contains("theirs");
        cache.put(ONE, "k1", "anew");
        assertThat(cache.get(ONE, "k1")).contains("anew");
    }

    @Test
    void aValueIsReplacedWhenItIsTheExpectedOne() {
        Cache cache = caches().of(LONG);
        assertThat(cache.replace(ONE, "t", "any", "x")).isFalse();
        assertThat(cache.replace(ONE, "t", null, "first")).isTrue();
        assertThat(cache.replace(ONE, "t", null, "again")).isFalse();
        assertThat(cache.replace(ONE, "t", "", "x")).isFalse();
        assertThat(cache.replace(ONE, "t", "first", "")).isTrue();
        assertThat(cache.replace(ONE, "t", null, "x")).isFalse();
        assertThat(cache.replace(ONE, "t", "", "third")).isTrue();
        assertThat(cache.get(ONE, "t")).contains("third");
    }

    @Test
    void ofManyThatReplaceOneValueOneSucceeds() throws Exception {
        Cache cache = caches().of(LONG);
        cache.put(ONE, "token", "old");
        assertThat(together(8, number -> cache.replace(ONE, "token", "old", "new" + number)).stream().filter(one -> one)).hasSize(1);
    }

    @Test
    void noCountIsLost() throws Exception {
        Cache cache = caches().of(LONG);
        together(8, number -> {
            for (int i = 0; i < 100; i++) {
                cache.add(ONE, "n", 2);
            }
            return true;
        });
        assertThat(cache.add(ONE, "n", -600)).isEqualTo(1_000);
        assertThat(cache.get(ONE, "n")).contains("1000");
        cache.put(ONE, "text", "no number");
        assertThatThrownBy(() -> cache.add(ONE, "text", 1))
                .isInstanceOfSatisfying(AgentException.class, error -> assertThat(error.code()).isEqualTo("cache-no-counter"));
    }

    @Test
    void valuesEndWithTheirLifetime() throws Exception {
        Cache cache = caches().of(SHORT);
        cache.put(ONE, "v", "x");
        assertThat(cache.replace(ONE, "r", null, "x")).isTrue();
        until(() -> cache.get(ONE, "v").isEmpty() && cache.get(ONE, "r").isEmpty());
    }

    @Test
    void countingOnDoesNotMakeACounterLiveLonger() throws Exception {
        Cache cache = caches().of(SHORT);
        cache.add(ONE, "n", 1_000);
        // Counts more often than the lifetime is long; it ends all the same.
        until(() -> cache.add(ONE, "n", 1) < 1_000);
    }

    private static void until(BooleanSupplier done) throws InterruptedException {
        for (int tries = 0; !done.getAsBoolean(); tries++) {
            assertThat(tries).isLessThan(3_000);
            Thread.sleep(20);
        }
    }

    private interface Task {
        boolean run(int number);
    }

    private static List<Boolean> together(int many, Task task) throws Exception {
        try (ExecutorService threads = Executors.newFixedThreadPool(many)) {
            List<Future<Boolean>> running = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                int number = i;
                running.add(threads.submit(() -> task.run(number)));
            }
            List<Boolean> results = new ArrayList<>();
            for (Future<Boolean> one : running) {
                results.add(one.get());
            }
            return results;
        }
    }
}
