package community.likeminds.agent.infrastructure.auth.oidc;

import community.likeminds.agent.infrastructure.storage.TestDatabase;

class OidcSignInOnH2Test extends OidcSignInContract {

    OidcSignInOnH2Test() {
        super(TestDatabase.H2);
    }
}
