package community.likeminds.agent.infrastructure.storage.backup;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/** The database of a data folder, opened by this process alone: while it is held, no other process can use the folder. */
final class HeldDatabase implements AutoCloseable {

    static final String FILE = "db/agent.mv.db";

    // Of org.h2.api.ErrorCode, which is not there to compile against.
    private static final int DATABASE_ALREADY_OPEN = 90020;
    private static final int LOCK_TIMEOUT = 8000;

    private final @Nullable Connection connection;

    private HeldDatabase(@Nullable Connection connection) {
        this.connection = connection;
    }

    /** @param folder a data folder, with a database in it or not */
    static HeldDatabase of(Path folder) {
        if (!Files.isRegularFile(folder.resolve(FILE))) {
            return new HeldDatabase(null);
        }
        try {
            return new HeldDatabase(DriverManager.getConnection(
                    "jdbc:h2:file:" + folder.resolve("db/agent") + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;IFEXISTS=TRUE",
                    "sa",
                    ""));
        } catch (SQLException failure) {
            if (failure.getErrorCode() == DATABASE_ALREADY_OPEN || failure.getErrorCode() == LOCK_TIMEOUT) {
                throw new AgentException(
                        Kind.CONFLICT,
                        "data-folder-busy",
                        "The data folder " + folder + " is in use by another process of this program.",
                        "End the server and the commands that use it, then try again.",
                        failure);
            }
            throw new AgentException(
                    Kind.BAD_INPUT,
                    "data-folder-damaged",
                    "The database of the data folder " + folder + " cannot be opened.",
                    "Restore an older backup, or ingest again with another folder.",
                    failure);
        }
    }

    boolean there() {
        return connection != null;
    }

    /** Writes a consistent copy as a ZIP file with one entry. */
    void copyTo(Path zip) throws SQLException {
        if (connection != null) {
            try (Statement statement = connection.createStatement()) {
                statement.execute("backup to '" + zip.toString().replace("'", "''") + "'");
            }
        }
    }

    @Override
    public void close() {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
    }
}
