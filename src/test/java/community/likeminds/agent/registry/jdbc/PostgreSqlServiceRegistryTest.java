package community.likeminds.agent.registry.jdbc;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.registry.RegisteredProcess;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class PostgreSqlServiceRegistryTest extends JdbcServiceRegistryContract {

    private final RealService server;
    private final Database database;

    PostgreSqlServiceRegistryTest(RealService server) {
        this.server = server;
        database = Database.postgreSql(server);
    }

    @Override
    Database database() {
        return database;
    }

    @Test
    void aProcessThatIsKilledIsNotFoundAfterFifteenSeconds() throws Exception {
        String schema = database.jdbc().queryForObject("select current_schema()", String.class);
        RegisteredProcess.vanishes(
                registry(), "jdbc", "jdbc:" + server.url() + "?user=" + server.user() + "&password=" + server.user() + "&currentSchema=" + schema);
    }
}
