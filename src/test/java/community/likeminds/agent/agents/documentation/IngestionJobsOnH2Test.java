package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.infrastructure.storage.TestDatabase;

class IngestionJobsOnH2Test extends IngestionJobsContract {

    IngestionJobsOnH2Test() {
        super(TestDatabase.H2);
    }
}
