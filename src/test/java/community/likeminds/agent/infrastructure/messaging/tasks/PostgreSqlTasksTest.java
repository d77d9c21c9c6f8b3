package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class PostgreSqlTasksTest extends TasksContract {

    private final Database database;

    PostgreSqlTasksTest(RealService server) {
        database = Database.postgreSql(server);
    }

    @Override
    Database database() {
        return database;
    }
}
