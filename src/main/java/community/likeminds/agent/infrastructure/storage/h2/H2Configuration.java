package community.likeminds.agent.infrastructure.storage.h2;

import com.zaxxer.hikari.HikariDataSource;
import community.likeminds.agent.infrastructure.storage.DataFolder;
import javax.sql.DataSource;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "likeminds.storage.database", havingValue = "h2", matchIfMissing = true)
class H2Configuration {

    @Bean(destroyMethod = "close")
    DataSource dataSource(DataFolder folder) {
        return open(folder);
    }

    /** Opens nothing yet: the database starts with the first connection. */
    static HikariDataSource open(DataFolder folder) {
        // The server part of AUTO_SERVER would otherwise listen on every network address of the machine.
        if (System.getProperty("h2.bindAddress") == null) {
            System.setProperty("h2.bindAddress", "127.0.0.1");
        }
        HikariDataSource pool = new HikariDataSource();
        pool.setPoolName("likeminds");
        pool.setJdbcUrl("jdbc:h2:file:" + folder.folder("db").resolve("agent")
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
