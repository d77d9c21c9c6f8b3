package community.likeminds.agent.registry.jdbc;

import community.likeminds.agent.infrastructure.messaging.Database;

class H2ServiceRegistryTest extends JdbcServiceRegistryContract {

    private final Database database = Database.h2();

    @Override
    Database database() {
        return database;
    }
}
