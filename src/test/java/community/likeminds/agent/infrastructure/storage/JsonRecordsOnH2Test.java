package community.likeminds.agent.infrastructure.storage;

class JsonRecordsOnH2Test extends JsonRecordsContract {

    JsonRecordsOnH2Test() {
        super(TestDatabase.H2);
    }
}
