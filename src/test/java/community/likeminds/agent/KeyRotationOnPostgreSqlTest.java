package community.likeminds.agent;

import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class KeyRotationOnPostgreSqlTest extends KeyRotationContract {

    KeyRotationOnPostgreSqlTest(RealService server) {
        super(TestDatabase.postgreSql(server));
    }
}
