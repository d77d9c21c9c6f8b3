package community.likeminds.agent.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.shared.TenantId;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.ClientSideConfig;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AbstractCompareAndSwapBasedProxyManager;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.AsyncCompareAndSwapOperation;
import io.github.bucket4j.distributed.proxy.generic.compare_and_swap.CompareAndSwapOperation;
import io.github.bucket4j.distributed.remote.RemoteBucketState;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * Keeps buckets in a cache, so that all processes that share it count together. What this process wrote last is tried first: nothing is changed
 * unless the cache still holds just that, and a process that is alone with a bucket asks the cache once for each change.
 */
final class CachedBuckets extends AbstractCompareAndSwapBasedProxyManager<CachedBuckets.Key> {

    /** Whose bucket it is, and of what. */
    record Key(TenantId tenant, String name) {}

    private final Caches.Cache cache;
    private final Cache<Key, byte[]> written;

    CachedBuckets(Caches.Cache cache, Caches.Region region, TimeMeter clock) {
        super(ClientSideConfig.getDefault().withClientClock(clock));
        this.cache = cache;
        this.written = Caffeine.newBuilder().maximumSize(region.most()).expireAfterWrite(region.lifetime()).build();
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(Key key) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeout) {
                // Others only take tokens, so that what an older state refuses is refused by the present one as well.
                return Optional.ofNullable(written.getIfPresent(key))
                        .or(() -> cache.get(key.tenant, key.name).map(Base64.getDecoder()::decode));
            }

            @Override
            public boolean compareAndSwap(byte @Nullable [] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                Base64.Encoder text = Base64.getEncoder();
                written.invalidate(key);
                boolean swapped =
                        cache.replace(key.tenant, key.name, before == null ? null : text.encodeToString(before), text.encodeToString(after));
                if (swapped) {
                    written.put(key, after);
                }
                return swapped;
            }
        };
    }

    @Override
    protected AsyncCompareAndSwapOperation beginAsyncCompareAndSwapOperation(Key key) {
        throw new UnsupportedOperationException("Buckets are asked one after the other.");
    }

    @Override
    protected CompletableFuture<Void> removeAsync(Key key) {
        throw new UnsupportedOperationException("Buckets are asked one after the other.");
    }

    @Override
    public void removeProxy(Key key) {
        written.invalidate(key);
        cache.remove(key.tenant, key.name);
    }

    @Override
    public boolean isAsyncModeSupported() {
        return false;
    }

    @Override
    public boolean isExpireAfterWriteSupported() {
        return false;
    }
}
