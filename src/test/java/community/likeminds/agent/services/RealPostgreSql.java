package community.likeminds.agent.services;

/** Gives tests a PostgreSQL server. */
public final class RealPostgreSql extends RealServer {

    public RealPostgreSql() {
        super("postgresql");
    }
}
