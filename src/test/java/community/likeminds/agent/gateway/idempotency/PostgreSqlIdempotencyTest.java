package community.likeminds.agent.gateway.idempotency;

import community.likeminds.agent.infrastructure.messaging.Database;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class PostgreSqlIdempotencyTest extends IdempotencyContract {

    private final Database database;

    PostgreSqlIdempotencyTest(RealService server) {
        database = Database.postgreSql(server);
    }

    @Override
    Database database() {
        return database;
    }
}
