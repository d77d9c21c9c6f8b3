package community.likeminds.agent.infrastructure.messaging;

import com.zaxxer.hikari.HikariDataSource;
import community.likeminds.agent.services.RealService;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A database with the product's tables and nothing in them. */
public final class Database implements AutoCloseable {

    private final HikariDataSource pool;

    private Database(String url, String user, String password, String schema) {
        pool = new HikariDataSource();
        pool.setJdbcUrl(url);
        pool.setUsername(user);
        pool.setPassword(password);
        pool.setMaximumPoolSize(8);
        if (!schema.isEmpty()) {
            pool.setSchema(schema);
        }
        Flyway.configure().dataSource(pool).schemas(schema.isEmpty() ? new String[0] : new String[] {schema}).load().migrate();
    }

    public static Database h2() {
        return new Database(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;DEFAULT_NULL_ORDERING=HIGH;DB_CLOSE_DELAY=-1",
                "sa",
                "",
                "");
    }

    /** A schema of its own on the server. */
    public static Database postgreSql(RealService server) {
        return new Database(
                "jdbc:" + server.url(), server.user(), server.user(), "test_" + UUID.randomUUID().toString().replace('-', '_'));
    }

    public DataSource dataSource() {
        return pool;
    }

    public JdbcTemplate jdbc() {
        return new JdbcTemplate(pool);
    }

    public DataSourceTransactionManager transactions() {
        return new DataSourceTransactionManager(pool);
    }

    public TransactionTemplate transaction() {
        return new TransactionTemplate(transactions());
    }

    @Override
    public void close() {
        pool.close();
    }
}
