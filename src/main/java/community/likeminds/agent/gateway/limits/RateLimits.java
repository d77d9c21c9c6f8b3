package community.likeminds.agent.gateway.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import community.likeminds.agent.gateway.limits.CachedBuckets.Key;
import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.BucketConfiguration;
import io.github.bucket4j.ConsumptionProbe;
import io.github.bucket4j.TimeMeter;
import io.github.bucket4j.distributed.proxy.optimization.Optimizations;
import io.github.bucket4j.util.concurrent.batch.BatchHelper;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts requests in buckets of tokens that fill up evenly. Where the cache is shared, all gateways count together. While its server is away each of
 * them counts for itself: callers may then have up to as many times their limit as there are gateways, which is better than none or all.
 */
final class RateLimits {

    private static final Logger LOG = LoggerFactory.getLogger(RateLimits.class);
    private static final Duration PERIOD = Duration.ofMinutes(1);
    /** A bucket that was not asked for longer than this is full again. */
    private static final Caches.Region REGION = new Caches.Region("rate-limits", PERIOD.multipliedBy(2), 100_000);

    private final CachedBuckets buckets;
    private final Cache<Key, Bucket> shared;
    private final Cache<Key, Bucket> local;
    private final TimeMeter clock;
    private final AtomicBoolean alone = new AtomicBoolean();

    RateLimits(Caches caches, TimeMeter clock) {
        this.buckets = new CachedBuckets(caches.of(REGION), REGION, clock);
        this.shared = Caffeine.newBuilder().maximumSize(REGION.most()).expireAfterAccess(REGION.lifetime()).build();
        this.local = Caffeine.newBuilder().maximumSize(REGION.most()).expireAfterAccess(REGION.lifetime()).build();
        this.clock = clock;
    }

    /**
     * What is left after one request.
     *
     * @param resetSeconds until everything is there again
     * @param retrySeconds until there is something again, when the request was one too many
     */
    record Count(boolean allowed, long limit, long remaining, long resetSeconds, long retrySeconds) {}

    /** @param limit requests a minute, more than 0 */
    Count count(TenantId tenant, String name, long limit) {
        Key key = new Key(tenant, name + ":" + limit);
        BucketConfiguration configuration = BucketConfiguration.builder()
                .addLimit(bandwidth -> bandwidth.capacity(limit).refillGreedy(limit, PERIOD))
                .build();
        ConsumptionProbe probe;
        try {
            probe = shared.get(key, absent -> together(absent, configuration)).tryConsumeAndReturnRemaining(1);
            if (alone.compareAndSet(true, false)) {
                LOG.info("Requests are counted together with the other gateways again.");
            }
        } catch (AgentException | BatchHelper.BatchFailedException away) {
            if (alone.compareAndSet(false, true)) {
                LOG.warn("Requests are counted by this process alone until the cache answers.", away);
            }
            probe = local.get(key, absent -> Bucket.builder()
                            .addLimit(configuration.getBandwidths()[0])
                            .withCustomTimePrecision(clock)
                            .build())
                    .tryConsumeAndReturnRemaining(1);
        }
        return new Count(
                probe.isConsumed(), limit, probe.getRemainingTokens(), seconds(probe.getNanosToWaitForReset()), seconds(probe.getNanosToWaitForRefill()));
    }

    /** Requests that wait for the same bucket at the same time are counted by one question to the cache; each for itself would spoil the others' attempts. */
    private Bucket together(Key key, BucketConfiguration configuration) {
        return buckets.builder().withOptimization(Optimizations.batching()).build(key, () -> configuration);
    }

    /** Whether the cache is away, so that this process counts for itself. */
    boolean isAlone() {
        return alone.get();
    }

    private static long seconds(long nanos) {
        return (nanos + 999_999_999) / 1_000_000_000;
    }
}
