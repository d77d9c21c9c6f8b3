package community.likeminds.agent.infrastructure.storage;

class TenantRowsOnH2Test extends TenantRowsContract {

    TenantRowsOnH2Test() {
        super(TestDatabase.H2);
    }
}
