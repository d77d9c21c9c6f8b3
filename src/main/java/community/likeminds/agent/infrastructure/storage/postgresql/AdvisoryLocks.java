package community.likeminds.agent.infrastructure.storage.postgresql;

import community.likeminds.agent.infrastructure.storage.NamedLocks;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Advisory locks of the server: they hold between machines and end with the connection, hence with the process.
 *
 * <p>All locks of a process are on one connection of their own, as one each would soon be all that the server has. When that connection
 * is lost they are taken again on the next one; the server had let go of them in between.
 */
final class AdvisoryLocks implements NamedLocks, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(AdvisoryLocks.class);

    // Two installations in two schemas of one database do not lock each other out. A name may hold any character, a text there may not.
    private static final String KEY = "(hashtextextended(current_schema() || ':' || ?, 0))";
    private static final int VALID_SECONDS = 2;

    private final PostgreSqlSettings settings;
    private final Set<String> held = new HashSet<>();
    private @Nullable Connection connection;

    AdvisoryLocks(PostgreSqlSettings settings) {
        this.settings = settings;
    }

    @Override
    public synchronized Optional<Held> tryAcquire(String name) {
        // The server would give a lock to the same connection twice.
        if (held.contains(name)) {
            return Optional.empty();
        }
        try {
            if (!ask("select pg_try_advisory_lock" + KEY, name, connected())) {
                return Optional.empty();
            }
        } catch (SQLException failure) {
            throw new PostgreSqlErrors(settings).of(failure);
        }
        held.add(name);
        AtomicBoolean given = new AtomicBoolean();
        return Optional.of(() -> {
            if (!given.getAndSet(true)) {
                release(name);
            }
        });
    }

    private synchronized void release(String name) {
        held.remove(name);
        try {
            if (connection != null) {
                ask("select pg_advisory_unlock" + KEY, name, connection);
            }
        } catch (SQLException lost) {
            // The server gives back what a lost connection held.
            LOG.debug("The lock {} was given back with its connection.", name, lost);
        }
    }

    private Connection connected() throws SQLException {
        Connection open = connection;
        if (open != null && open.isValid(VALID_SECONDS)) {
            return open;
        }
        if (open != null) {
            open.close();
        }
        Connection fresh = DriverManager.getConnection(settings.url(), settings.forDriver());
        connection = fresh;
        for (String name : held) {
            if (!ask("select pg_try_advisory_lock" + KEY, name, fresh)) {
                LOG.warn("The connection to the database was lost, and somebody else has taken the lock {} since.", name);
            }
        }
        return fresh;
    }

    private static boolean ask(String sql, String name, Connection connection) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString());
            try (ResultSet row = statement.executeQuery()) {
                return row.next() && row.getBoolean(1);
            }
        }
    }

    @Override
    public synchronized void close() throws SQLException {
        if (connection != null) {
            connection.close();
            connection = null;
        }
    }
}
