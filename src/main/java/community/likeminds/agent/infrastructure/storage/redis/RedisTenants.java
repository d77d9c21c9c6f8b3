package community.likeminds.agent.infrastructure.storage.redis;

import community.likeminds.agent.shared.TenantId;
import community.likeminds.agent.shared.TenantStore;
import io.lettuce.core.KeyScanCursor;
import io.lettuce.core.ScanArgs;
import io.lettuce.core.ScanCursor;

/** All cached values of an organisation, of every region and generation, and the generations themselves, which would stay for ever. */
final class RedisTenants implements TenantStore {

    private static final int AT_ONCE = 1_000;

    private final RedisServer server;
    private final String prefix;

    RedisTenants(RedisServer server, String prefix) {
        this.server = server;
        this.prefix = prefix;
    }

    @Override
    public String keeps() {
        return "cached values";
    }

    @Override
    public long forget(TenantId tenant) {
        String own = prefix + ":{" + tenant.value() + ":";
        ScanArgs all = ScanArgs.Builder.matches(escaped(own) + "*").limit(AT_ONCE);
        long forgotten = 0;
        ScanCursor at = ScanCursor.INITIAL;
        while (!at.isFinished()) {
            ScanCursor from = at;
            KeyScanCursor<String> found = server.ask(redis -> redis.scan(from, all));
            String[] keys = found.getKeys().toArray(String[]::new);
            if (keys.length > 0) {
                forgotten += server.<Long>ask(redis -> redis.unlink(keys));
            }
            at = found;
        }
        return forgotten;
    }

    /** What stands for itself in a pattern of Redis. */
    private static String escaped(String text) {
        return text.replaceAll("[\\\\*?\\[\\]^-]", "\\\\$0");
    }
}
