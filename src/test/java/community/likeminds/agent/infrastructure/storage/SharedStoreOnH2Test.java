package community.likeminds.agent.infrastructure.storage;

class SharedStoreOnH2Test extends SharedStoreContract {

    SharedStoreOnH2Test() {
        super(TestDatabase.H2);
    }
}
