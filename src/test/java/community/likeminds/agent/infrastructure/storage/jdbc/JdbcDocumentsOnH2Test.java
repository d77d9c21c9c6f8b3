package community.likeminds.agent.infrastructure.storage.jdbc;

import community.likeminds.agent.infrastructure.storage.TestDatabase;

class JdbcDocumentsOnH2Test extends JdbcDocumentsContract {

    JdbcDocumentsOnH2Test() {
        super(TestDatabase.H2);
    }
}
