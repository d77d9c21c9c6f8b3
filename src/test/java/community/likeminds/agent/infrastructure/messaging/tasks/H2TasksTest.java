package community.likeminds.agent.infrastructure.messaging.tasks;

import community.likeminds.agent.infrastructure.messaging.Database;

class H2TasksTest extends TasksContract {

    private final Database database = Database.h2();

    @Override
    Database database() {
        return database;
    }
}
