package community.likeminds.agent.infrastructure.storage.caffeine;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

final class CaffeineRegion implements Caches.Cache {

    private record Key(TenantId tenant, String key) {}

    /** @param counted whether it came from counting, which does not make a counter live longer */
    private record Value(String text, boolean counted) {}

    private final ConcurrentMap<Key, Value> values;

    CaffeineRegion(Caches.Region region) {
        this.values = Caffeine.newBuilder()
                .maximumSize(region.most())
                .expireAfter(new Lifetime(region.lifetime().toNanos()))
                .<Key, Value>build()
                .asMap();
    }

    private record Lifetime(long nanos) implements Expiry<Key, Value> {

        @Override
        public long expireAfterCreate(Key key, Value value, long now) {
            return nanos;
        }

        @Override
        public long expireAfterUpdate(Key key, Value value, long now, long left) {
            return value.counted() ? left : nanos;
        }

        @Override
        public long expireAfterRead(Key key, Value value, long now, long left) {
            return left;
        }
    }

    @Override
    public Optional<String> get(TenantId tenant, String key) {
        return Optional.ofNullable(values.get(new Key(tenant, key))).map(Value::text);
    }

    @Override
    public void put(TenantId tenant, String key, String value) {
        values.put(new Key(tenant, key), new Value(value, false));
    }

    @Override
    public boolean replace(TenantId tenant, String key, @Nullable String expected, String value) {
        AtomicBoolean replaced = new AtomicBoolean();
        values.compute(new Key(tenant, key), (same, there) -> {
            replaced.set(Objects.equals(there == null ? null : there.text(), expected));
            return replaced.get() ? new Value(value, false) : there;
        });
        return replaced.get();
    }

    @Override
    public long add(TenantId tenant, String key, long amount) {
        Value sum = values.compute(
                new Key(tenant, key),
                (same, there) -> new Value(Long.toString((there == null ? 0 : number(there.text())) + amount), true));
        return Long.parseLong(Objects.requireNonNull(sum).text());
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException somethingElse) {
            throw new AgentException(
                    AgentException.Kind.CONFLICT,
                    "cache-no-counter",
                    "What is cached under that key is no counter.",
                    "Count under another key.",
                    somethingElse);
        }
    }

    @Override
    public void remove(TenantId tenant, String key) {
        values.remove(new Key(tenant, key));
    }

    @Override
    public void clear(TenantId tenant) {
        values.keySet().removeIf(key -> key.tenant().equals(tenant));
    }
}
