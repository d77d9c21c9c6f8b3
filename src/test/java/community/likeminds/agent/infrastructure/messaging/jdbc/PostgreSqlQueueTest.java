package community.likeminds.agent.infrastructure.messaging.jdbc;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class PostgreSqlQueueTest extends JdbcQueueContract {

    private final Database database;

    PostgreSqlQueueTest(RealService server) {
        database = Database.postgreSql(server);
    }

    @Override
    protected Database database() {
        return database;
    }
}
