package community.likeminds.agent.infrastructure.storage.postgresql;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A pool whose failures to connect are said in a sentence, whoever asked. */
final class PostgreSqlDataSource extends DelegatingDataSource implements AutoCloseable {

    private final HikariDataSource pool;
    private final PostgreSqlErrors errors;

    PostgreSqlDataSource(PostgreSqlSettings settings) {
        this.errors = new PostgreSqlErrors(settings);
        this.pool = new HikariDataSource();
        pool.setPoolName("likeminds");
        pool.setJdbcUrl(settings.url());
        pool.setDataSourceProperties(settings.forDriver());
        pool.setMaximumPoolSize(settings.pool());
        pool.setMinimumIdle(1);
        pool.setConnectionTimeout(settings.connectLimit().toMillis());
        pool.setValidationTimeout(Math.min(2_000, settings.connectLimit().toMillis()));
        setTargetDataSource(pool);
    }

    @Override
    public Connection getConnection() throws SQLException {
        try {
            return pool.getConnection();
        } catch (SQLException | RuntimeException failure) {
            throw errors.of(failure);
        }
    }

    @Override
    public void close() {
        pool.close();
    }
}
