package community.likeminds.agent.infrastructure.messaging.events;

import community.likeminds.agent.infrastructure.messaging.Database;

class H2EventBusTest extends EventBusContract {

    private final Database database = Database.h2();

    @Override
    Database database() {
        return database;
    }
}
