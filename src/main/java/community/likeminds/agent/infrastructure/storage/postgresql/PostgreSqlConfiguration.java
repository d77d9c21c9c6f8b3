package community.likeminds.agent.infrastructure.storage.postgresql;

import community.likeminds.agent.infrastructure.storage.NamedLocks;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.relational", havingValue = "postgresql")
class PostgreSqlConfiguration {

    /** First of the versions that are tested against and that sort and lock as this product expects. */
    static final int OLDEST = 13;

    @Bean
    PostgreSqlSettings postgreSqlSettings(
            @Value("${likeminds.storage.postgresql.url:postgresql://127.0.0.1:5432/likeminds}") String url,
            @Value("${likeminds.storage.postgresql.user:likeminds}") String user,
            @Value("${likeminds.storage.postgresql.password:}") String password,
            @Value("${likeminds.storage.postgresql.pool:10}") int pool,
            @Value("${likeminds.storage.postgresql.connect-limit:5s}") Duration connectLimit,
            @Value("${likeminds.storage.postgresql.answer-limit:60s}") Duration answerLimit) {
        return new PostgreSqlSettings(url, user, password, pool, connectLimit, answerLimit);
    }

    @Bean(destroyMethod = "close")
    DataSource dataSource(PostgreSqlSettings settings) throws SQLException {
        PostgreSqlDataSource pool = new PostgreSqlDataSource(settings);
        // Asked at once: what is wrong with the server is told before anything has begun to rely on it.
        try {
            check(pool, new PostgreSqlErrors(settings));
            return pool;
        } catch (SQLException | RuntimeException failure) {
            pool.close();
            throw failure;
        }
    }

    private static void check(DataSource pool, PostgreSqlErrors errors) throws SQLException {
        try (Connection connection = pool.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select current_setting('server_encoding'), current_schema()")) {
            int version = connection.getMetaData().getDatabaseMajorVersion();
            if (version < OLDEST) {
                throw errors.tooOld(version);
            }
            row.next();
            if (!"UTF8".equals(row.getString(1))) {
                throw errors.notUnicode(row.getString(1));
            }
            if (row.getString(2) == null) {
                throw errors.noSchema();
            }
        }
    }

    @Bean(destroyMethod = "close")
    NamedLocks namedLocks(PostgreSqlSettings settings) {
        return new AdvisoryLocks(settings);
    }
}
