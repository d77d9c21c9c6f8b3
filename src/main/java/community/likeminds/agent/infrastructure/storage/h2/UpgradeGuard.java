package community.likeminds.agent.infrastructure.storage.h2;

import community.likeminds.agent.infrastructure.storage.NamedLocks;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Makes an upgrade of the tables all or nothing.
 *
 * <p>H2 commits after every statement that makes or changes a table, so a process that is killed in the middle of a script would leave half of it,
 * and the script could not run again. What the database holds is therefore written beside it before the first script and read back by the next
 * start when the upgrade did not come to its end. The lock tells an upgrade that was interrupted from one that another process is at.
 */
final class UpgradeGuard implements Callback {

    private static final Logger LOG = LoggerFactory.getLogger(UpgradeGuard.class);
    private static final long ASK_AGAIN_MILLIS = 50;

    private static final String LOCK = "database-upgrade";

    private final Path before;
    private final NamedLocks locks;
    private NamedLocks.@Nullable Held upgrading;

    /** @param folder of the database's files */
    UpgradeGuard(Path folder, NamedLocks locks) {
        before = folder.resolve("before-upgrade.sql");
        this.locks = locks;
    }

    /** Brings the tables back that were there before an upgrade that was interrupted. */
    void takeBackInterrupted(Connection connection) throws SQLException, IOException {
        while (Files.exists(before)) {
            Optional<NamedLocks.Held> free = locks.tryAcquire(LOCK);
            if (free.isEmpty()) {
                pause();
                continue;
            }
            NamedLocks.Held held = free.get();
            try {
                takeBack(connection);
            } finally {
                held.close();
            }
        }
    }

    private void takeBack(Connection connection) throws SQLException, IOException {
        // Whoever had the lock may have come to the end of its upgrade.
        if (Files.exists(before)) {
            LOG.info("An upgrade of the database was interrupted; it begins anew.");
            try (Statement statement = connection.createStatement()) {
                statement.execute("drop all objects");
            }
            withFile(connection, "runscript from ? charset 'UTF-8'", before);
            Files.delete(before);
        }
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.BEFORE_EACH_MIGRATE || event == Event.AFTER_MIGRATE || event == Event.AFTER_MIGRATE_ERROR;
    }

    @Override
    public void handle(Event event, Context context) {
        try {
            switch (event) {
                case BEFORE_EACH_MIGRATE -> keep(context.getConnection());
                case AFTER_MIGRATE -> end(true);
                default -> end(false);
            }
        } catch (SQLException | IOException failure) {
            throw new FlywayException("What the database held before its upgrade could not be kept: " + failure.getMessage(), failure);
        }
    }

    private void keep(Connection connection) throws SQLException, IOException {
        if (upgrading != null) {
            return;
        }
        // Flyway lets one process upgrade at a time: whoever had the lock has ended.
        upgrading = locks.tryAcquire(LOCK).orElseThrow(() -> new IOException("another process is at it"));
        Path written = before.resolveSibling("before-upgrade.part");
        withFile(connection, "script nosettings to ? charset 'UTF-8'", written);
        Files.move(written, before, StandardCopyOption.ATOMIC_MOVE);
    }

    private void end(boolean done) throws IOException {
        NamedLocks.Held held = upgrading;
        if (held == null) {
            return;
        }
        try {
            if (done) {
                Files.delete(before);
            }
        } finally {
            upgrading = null;
            held.close();
        }
    }

    private static void withFile(Connection connection, String sql, Path file) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, file.toString());
            statement.execute();
        }
    }

    private static void pause() {
        try {
            Thread.sleep(ASK_AGAIN_MILLIS);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new UncheckedIOException(new IOException("interrupted while another process upgrades the database", interrupted));
        }
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "upgrade-guard";
    }
}
