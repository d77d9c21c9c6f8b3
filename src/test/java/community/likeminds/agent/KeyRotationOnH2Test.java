package community.likeminds.agent;

import community.likeminds.agent.infrastructure.storage.TestDatabase;

class KeyRotationOnH2Test extends KeyRotationContract {

    KeyRotationOnH2Test() {
        super(TestDatabase.H2);
    }
}
