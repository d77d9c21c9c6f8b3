package community.likeminds.agent.infrastructure.storage.jdbc;

import community.likeminds.agent.infrastructure.storage.StoreHealth;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class RelationalHealth {

    private static final int ANSWER_SECONDS = 5;

    @Bean
    StoreHealth relationalStoreHealth(DataSource database, @Value("${likeminds.storage.relational:h2}") String adapter) {
        return StoreHealth.of("relational", adapter, true, () -> ask(database));
    }

    private static void ask(DataSource database) {
        try (Connection connection = database.getConnection()) {
            if (!connection.isValid(ANSWER_SECONDS)) {
                throw silent(null);
            }
        } catch (SQLException failure) {
            throw silent(failure);
        }
    }

    private static AgentException silent(@org.jspecify.annotations.Nullable SQLException failure) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "database-unreachable",
                "The database does not answer.",
                "Look into its log, and at the free space of the folder that it writes to.",
                failure);
    }
}
