package community.likeminds.agent.agents.documentation.ingestion;

import community.likeminds.agent.infrastructure.storage.TestDatabase;

class IngestionRecordsOnH2Test extends IngestionRecordsContract {

    IngestionRecordsOnH2Test() {
        super(TestDatabase.H2);
    }
}
