package community.likeminds.agent.registry.jdbc;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class PostgreSqlServiceRegistryTest extends JdbcServiceRegistryContract {

    private final Database database;

    PostgreSqlServiceRegistryTest(RealService server) {
        database = Database.postgreSql(server);
    }

    @Override
    Database database() {
        return database;
    }
}
