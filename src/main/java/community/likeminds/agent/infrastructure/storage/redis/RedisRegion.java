package community.likeminds.agent.infrastructure.storage.redis;

import community.likeminds.agent.infrastructure.storage.Caches;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.ScriptOutputType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A region as keys {@code prefix:{tenant:region}:generation:key}. Forgetting a tenant's values raises the generation, and what was before is never
 * asked for again and ends with its lifetime; the scripts look the generation up, so that this costs no second question.
 */
final class RedisRegion implements Caches.Cache {

    private static final Logger LOG = LoggerFactory.getLogger(RedisRegion.class);

    private static final String KEY = "local k = KEYS[1] .. ':' .. (redis.call('get', KEYS[1]) or '0') .. ':' .. ARGV[1] ";
    private static final String GET = KEY + "return redis.call('get', k)";
    private static final String PUT = KEY + "return redis.call('set', k, ARGV[2], 'px', ARGV[3])";
    private static final String REMOVE = KEY + "return redis.call('del', k)";
    private static final String REPLACE = KEY
            + "local there = redis.call('get', k) "
            + "if (there == false and ARGV[4] == '0') or (there ~= false and ARGV[4] == '1' and there == ARGV[5]) "
            + "then redis.call('set', k, ARGV[2], 'px', ARGV[3]) return 1 end return 0";
    private static final String ADD = KEY
            + "local sum = redis.call('incrby', k, ARGV[2]) "
            + "if redis.call('pttl', k) < 0 then redis.call('pexpire', k, ARGV[3]) end return sum";

    private final RedisServer server;
    private final String prefix;
    private final Caches.Region region;
    private final String lifetime;

    RedisRegion(RedisServer server, String prefix, Caches.Region region) {
        this.server = server;
        this.prefix = prefix;
        this.region = region;
        this.lifetime = Long.toString(region.lifetime().toMillis());
    }

    @Override
    public Optional<String> get(TenantId tenant, String key) {
        try {
            return Optional.ofNullable(this.<@Nullable String>run(GET, ScriptOutputType.VALUE, tenant, key));
        } catch (AgentException away) {
            LOG.trace("Nothing is found while the cache is away.", away);
            return Optional.empty();
        }
    }

    @Override
    public void put(TenantId tenant, String key, String value) {
        quietly(() -> this.<String>run(PUT, ScriptOutputType.STATUS, tenant, key, value, lifetime));
    }

    @Override
    public boolean replace(TenantId tenant, String key, @Nullable String expected, String value) {
        Long replaced = run(
                REPLACE, ScriptOutputType.INTEGER, tenant, key, value, lifetime, expected == null ? "0" : "1", expected == null ? "" : expected);
        return replaced == 1;
    }

    @Override
    public long add(TenantId tenant, String key, long amount) {
        try {
            Long sum = run(ADD, ScriptOutputType.INTEGER, tenant, key, Long.toString(amount), lifetime);
            return sum;
        } catch (RedisCommandExecutionException somethingElse) {
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
        quietly(() -> this.<Long>run(REMOVE, ScriptOutputType.INTEGER, tenant, key));
    }

    @Override
    public void clear(TenantId tenant) {
        quietly(() -> server.ask(redis -> redis.incr(generation(tenant))));
    }

    private static void quietly(Runnable write) {
        try {
            write.run();
        } catch (AgentException away) {
            LOG.trace("Nothing is kept while the cache is away.", away);
        }
    }

    private <T extends @Nullable Object> T run(String script, ScriptOutputType type, TenantId tenant, String... arguments) {
        return server.ask(redis -> redis.<T>eval(script, type, new String[] {generation(tenant)}, arguments));
    }

    /** The braces keep the keys of a tenant's region on one node of a cluster. */
    private String generation(TenantId tenant) {
        return prefix + ":{" + tenant.value() + ":" + region.name() + "}";
    }
}
