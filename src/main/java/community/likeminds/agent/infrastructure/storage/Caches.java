package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.TenantId;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what can be made again, or matters for a short time only: results of searches, sessions, tokens, counters. Thread-safe.
 *
 * <p>A cache never fails and never holds its caller up: while its server is away, nothing is found and nothing is kept. Counting and comparing
 * are different, because their callers decide by the answer: they throw {@code cache-unreachable} then.
 */
public interface Caches {

    /** The cache of a region; the same one each time. */
    Cache of(Region region);

    /**
     * What values of one kind have in common.
     *
     * @param name small letters, digits and hyphens, 1 to 40 of them
     * @param lifetime how long a value is kept, at least a millisecond
     * @param most how many values a process keeps when the cache is embedded; the ones least used are dropped before
     */
    record Region(String name, Duration lifetime, int most) {

        public Region {
            if (!name.matches("[a-z0-9-]{1,40}") || lifetime.toMillis() < 1 || most < 1) {
                throw AgentException.badInput(
                        "cache-region-invalid",
                        "The cache region '" + name + "' is not valid.",
                        "Use 1 to 40 small letters, digits and hyphens, a lifetime and room for at least one value.");
            }
        }
    }

    /** Values of one region, by tenant and key. A key is any text; long ones are better hashed by the caller. */
    interface Cache {

        Optional<String> get(TenantId tenant, String key);

        /** Keeps a value for the lifetime of the region. */
        void put(TenantId tenant, String key, String value);

        /**
         * Keeps a value when what is there is what was expected.
         *
         * @param expected null when nothing must be there
         * @throws AgentException {@code cache-unreachable}
         */
        boolean replace(TenantId tenant, String key, @Nullable String expected, String value);

        /**
         * Adds to a counter that begins with 0 and ends when the lifetime has passed since its first count.
         *
         * @return the sum
         * @throws AgentException {@code cache-unreachable}, or {@code cache-no-counter} when the key holds something else
         */
        long add(TenantId tenant, String key, long amount);

        void remove(TenantId tenant, String key);

        /** Forgets all values of a tenant, for example because its documents were read again. */
        void clear(TenantId tenant);
    }
}
