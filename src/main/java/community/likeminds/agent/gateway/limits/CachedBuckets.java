package community.likeminds.agent.gateway.limits;

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

/** Keeps buckets in a cache, so that all processes that share it count together; every change compares with what was read. */
final class CachedBuckets extends AbstractCompareAndSwapBasedProxyManager<CachedBuckets.Key> {

    /** Whose bucket it is, and of what. */
    record Key(TenantId tenant, String name) {}

    private final Caches.Cache cache;

    CachedBuckets(Caches.Cache cache, TimeMeter clock) {
        super(ClientSideConfig.getDefault().withClientClock(clock));
        this.cache = cache;
    }

    @Override
    protected CompareAndSwapOperation beginCompareAndSwapOperation(Key key) {
        return new CompareAndSwapOperation() {
            @Override
            public Optional<byte[]> getStateData(Optional<Long> timeout) {
                return cache.get(key.tenant, key.name).map(Base64.getDecoder()::decode);
            }

            @Override
            public boolean compareAndSwap(byte @Nullable [] before, byte[] after, RemoteBucketState state, Optional<Long> timeout) {
                Base64.Encoder text = Base64.getEncoder();
                return cache.replace(key.tenant, key.name, before == null ? null : text.encodeToString(before), text.encodeToString(after));
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
