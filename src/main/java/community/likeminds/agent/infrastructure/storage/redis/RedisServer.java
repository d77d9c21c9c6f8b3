package community.likeminds.agent.infrastructure.storage.redis;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import io.lettuce.core.ClientOptions;
import io.lettuce.core.RedisClient;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.RedisException;
import io.lettuce.core.RedisURI;
import io.lettuce.core.SocketOptions;
import io.lettuce.core.TimeoutOptions;
import io.lettuce.core.api.StatefulRedisConnection;
import io.lettuce.core.api.sync.RedisCommands;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One connection to the server. When it does not answer, whoever asked waits for the time limit, and whoever asks within the next second not at
 * all: a cache that hangs would be worse than none.
 */
final class RedisServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RedisServer.class);
    private static final long PAUSE_NANOS = 1_000_000_000;

    private final RedisSettings settings;
    private final RedisClient client;
    private final ReentrantLock connecting = new ReentrantLock();
    private final AtomicBoolean away = new AtomicBoolean();
    private volatile @Nullable StatefulRedisConnection<String, String> connection;
    private volatile @Nullable Long pausedUntil;

    RedisServer(RedisSettings settings) {
        this.settings = settings;
        try {
            RedisURI address = RedisURI.create(settings.url());
            address.setTimeout(settings.answerLimit());
            address.setClientName("likeminds");
            this.client = RedisClient.create(address);
        } catch (IllegalArgumentException invalid) {
            throw new AgentException(
                    Kind.BAD_INPUT,
                    "redis-url-invalid",
                    "likeminds.storage.redis.url is not the address of a Redis server.",
                    "Set it to something like redis://127.0.0.1:6379.",
                    invalid);
        }
        client.setOptions(ClientOptions.builder()
                .disconnectedBehavior(ClientOptions.DisconnectedBehavior.REJECT_COMMANDS)
                .timeoutOptions(TimeoutOptions.enabled(settings.answerLimit()))
                .socketOptions(SocketOptions.builder().connectTimeout(settings.connectLimit()).keepAlive(true).build())
                .build());
    }

    /**
     * Asks the server.
     *
     * @throws AgentException {@code cache-unreachable}
     */
    <T extends @Nullable Object> T ask(Function<RedisCommands<String, String>, T> question) {
        if (paused()) {
            throw unreachable(null);
        }
        try {
            T answer = question.apply(connected().sync());
            pausedUntil = null;
            if (away.compareAndSet(true, false)) {
                LOG.info("The Redis server at {} answers again.", settings.shown());
            }
            return answer;
        } catch (RedisCommandExecutionException answered) {
            throw answered;
        } catch (RedisException failure) {
            pause();
            if (away.compareAndSet(false, true)) {
                LOG.warn("The Redis server at {} does not answer; nothing is cached until it does. {}", settings.shown(), failure.getMessage());
            }
            throw unreachable(failure);
        }
    }

    private StatefulRedisConnection<String, String> connected() {
        StatefulRedisConnection<String, String> open = connection;
        if (open != null) {
            return open;
        }
        // One connects; those who ask meanwhile wait for it, as the first questions of a process come at once.
        try {
            if (!connecting.tryLock(settings.connectLimit().toMillis(), TimeUnit.MILLISECONDS)) {
                throw unreachable(null);
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw unreachable(interrupted);
        }
        try {
            StatefulRedisConnection<String, String> made = connection;
            if (made != null) {
                return made;
            }
            if (paused()) {
                throw unreachable(null);
            }
            StatefulRedisConnection<String, String> fresh = client.connect();
            connection = fresh;
            return fresh;
        } catch (RedisException failure) {
            pause();
            throw failure;
        } finally {
            connecting.unlock();
        }
    }

    private boolean paused() {
        Long until = pausedUntil;
        return until != null && System.nanoTime() - until < 0;
    }

    private void pause() {
        pausedUntil = System.nanoTime() + PAUSE_NANOS;
    }

    private AgentException unreachable(@Nullable Exception cause) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "cache-unreachable",
                "No Redis server answers at " + settings.shown() + ".",
                "Start it, or set likeminds.storage.redis.url to where it is.",
                cause);
    }

    @Override
    public void close() {
        client.close();
    }
}
