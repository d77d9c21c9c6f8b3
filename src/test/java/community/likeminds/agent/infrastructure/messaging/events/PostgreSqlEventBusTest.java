package community.likeminds.agent.infrastructure.messaging.events;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class PostgreSqlEventBusTest extends EventBusContract {

    private final Database database;

    PostgreSqlEventBusTest(RealService server) {
        database = Database.postgreSql(server);
    }

    @Override
    Database database() {
        return database;
    }
}
