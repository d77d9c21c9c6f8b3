package community.likeminds.agent.infrastructure.storage.h2;

import com.zaxxer.hikari.HikariDataSource;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import community.likeminds.agent.infrastructure.storage.NamedLocks;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.relational", havingValue = "h2", matchIfMissing = true)
class H2Configuration {

    private static final String FILES = "db";

    // Of org.h2.api.ErrorCode, which is not there to compile against.
    private static final int DATABASE_ALREADY_OPEN = 90020;
    private static final int IO_EXCEPTION = 90028;
    private static final int IO_EXCEPTION_OF = 90031;
    private static final int DATABASE_IS_READ_ONLY = 90097;

    @Bean(destroyMethod = "close")
    DataSource dataSource(DataFolder folder, UpgradeGuard upgrades) {
        HikariDataSource pool = open(folder);
        // Asked at once: what is wrong with the folder is told before anything has begun to rely on it.
        try (Connection first = pool.getConnection()) {
            upgrades.takeBackInterrupted(first);
            return pool;
        } catch (SQLException | IOException | RuntimeException failure) {
            pool.close();
            throw unusable(folder, failure);
        }
    }

    @Bean
    UpgradeGuard upgradeGuard(DataFolder folder, NamedLocks locks) {
        return new UpgradeGuard(folder.folder(FILES), locks);
    }

    private static AgentException unusable(DataFolder folder, Exception failure) {
        SQLException cause = null;
        for (Throwable one = failure; one != null; one = one.getCause()) {
            cause = one instanceof SQLException known ? known : cause;
        }
        return switch (cause == null ? 0 : cause.getErrorCode()) {
            case DATABASE_ALREADY_OPEN -> new AgentException(
                    Kind.CONFLICT,
                    "data-folder-busy",
                    "The database of the data folder " + folder.root() + " is held by another program.",
                    "End that program, or name another folder with --data.",
                    failure);
            case IO_EXCEPTION, IO_EXCEPTION_OF, DATABASE_IS_READ_ONLY -> new AgentException(
                    Kind.BAD_INPUT,
                    "data-folder-unusable",
                    "The database of the data folder " + folder.root() + " cannot be read or written.",
                    "Check the permissions and the free space, or name another folder with --data.",
                    failure);
            default -> new AgentException(
                    Kind.BAD_INPUT,
                    "data-folder-damaged",
                    "The database of the data folder " + folder.root() + " cannot be opened; it is damaged or of another version.",
                    "Move the folder " + folder.root().resolve(FILES) + " away and ingest again, or name another folder with --data.",
                    failure);
        };
    }

    /** Opens nothing yet: the database starts with the first connection. */
    static HikariDataSource open(DataFolder folder) {
        // The server part of AUTO_SERVER would otherwise listen on every network address of the machine.
        if (System.getProperty("h2.bindAddress") == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("likeminds");
        pool.setJdbcUrl("jdbc:h2:file:" + folder.folder(FILES).resolve("agent")
                + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH"
                // The second process that opens the folder talks to the first one.
                + ";AUTO_SERVER=TRUE"
                // What is committed survives a killed process.
                + ";WRITE_DELAY=0");
        pool.setUsername("sa");
        pool.setPassword("");
        pool.setMaximumPoolSize(8);
        pool.setMinimumIdle(1);
        return pool;
    }
}
