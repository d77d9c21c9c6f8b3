package community.likeminds.agent.gateway.idempotency;

import community.likeminds.agent.infrastructure.messaging.Database;

class H2IdempotencyTest extends IdempotencyContract {

    private final Database database = Database.h2();

    @Override
    Database database() {
        return database;
    }
}
