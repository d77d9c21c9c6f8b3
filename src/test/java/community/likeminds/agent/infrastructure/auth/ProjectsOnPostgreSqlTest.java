package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.infrastructure.storage.TestDatabase;
import community.likeminds.agent.services.RealPostgreSql;
import community.likeminds.agent.services.RealService;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(RealPostgreSql.class)
class ProjectsOnPostgreSqlTest extends ProjectsContract {

    ProjectsOnPostgreSqlTest(RealService server) {
        super(TestDatabase.postgreSql(server));
    }
}
