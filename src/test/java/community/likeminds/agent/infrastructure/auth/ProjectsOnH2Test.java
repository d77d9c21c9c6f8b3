package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.infrastructure.storage.TestDatabase;

class ProjectsOnH2Test extends ProjectsContract {

    ProjectsOnH2Test() {
        super(TestDatabase.H2);
    }
}
