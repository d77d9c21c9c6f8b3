package community.likeminds.agent.vector.analytics.jdbc;

import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class SearchAnalyticsOnPostgreSqlTest extends SearchAnalyticsContract {

    SearchAnalyticsOnPostgreSqlTest(RealService server) {
        super(TestDatabase.postgreSql(server));
    }
}
