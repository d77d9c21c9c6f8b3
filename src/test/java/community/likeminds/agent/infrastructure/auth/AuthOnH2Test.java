package community.likeminds.agent.infrastructure.auth;

import community.likeminds.agent.infrastructure.storage.TestDatabase;

class AuthOnH2Test extends AuthContract {

    AuthOnH2Test() {
        super(TestDatabase.H2);
    }
}
