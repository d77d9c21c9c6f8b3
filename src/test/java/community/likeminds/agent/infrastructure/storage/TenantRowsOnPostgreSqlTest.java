package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class TenantRowsOnPostgreSqlTest extends TenantRowsContract {

    TenantRowsOnPostgreSqlTest(RealService server) {
        super(TestDatabase.postgreSql(server));
    }
}
