package community.likeminds.agent.infrastructure.messaging.jdbc;

import community.likeminds.agent.infrastructure.messaging.Database;

class H2QueueTest extends JdbcQueueContract {

    private final Database database = Database.h2();

    @Override
    protected Database database() {
        return database;
    }

}
