package community.likeminds.agent.infrastructure.storage.postgresql;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import java.sql.SQLException;

/** What can go wrong with the connection to a PostgreSQL server, by the SQL state that it sends. */
final class PostgreSqlErrors {

    static final String UNREACHABLE = "database-unreachable";

    private final PostgreSqlSettings settings;

    PostgreSqlErrors(PostgreSqlSettings settings) {
        this.settings = settings;
    }

    /** @param failure of getting a connection */
    AgentException of(Exception failure) {
        String state = "";
        for (Throwable one = failure; one != null; one = one.getCause()) {
            if (one instanceof SQLException known && known.getSQLState() != null) {
                state = known.getSQLState();
            }
        }
        return switch (state) {
            case "28P01", "28000" -> new AgentException(
                    Kind.BAD_INPUT,
                    "database-forbidden",
                    "The PostgreSQL server at " + settings.shown() + " does not let the user '" + settings.user() + "' in.",
                    "Set likeminds.storage.postgresql.user and likeminds.storage.postgresql.password to what it knows.",
                    failure);
            case "3D000" -> new AgentException(
                    Kind.BAD_INPUT,
                    "database-unknown",
                    "The PostgreSQL server at " + settings.shown() + " has no database of that name.",
                    "Make an empty one (createdb), or correct likeminds.storage.postgresql.url.",
                    failure);
            case "53300" -> new AgentException(
                    Kind.UNAVAILABLE,
                    "database-full",
                    "The PostgreSQL server at " + settings.shown() + " has no connection left.",
                    "Raise its max_connections, or lower likeminds.storage.postgresql.pool of the processes that share it.",
                    failure);
            default -> state.isEmpty() || state.startsWith("08") || state.startsWith("57P") ? unreachable(failure) : failed(state, failure);
        };
    }

    private AgentException unreachable(Exception failure) {
        return new AgentException(
                Kind.UNAVAILABLE,
                UNREACHABLE,
                "No PostgreSQL server answers at " + settings.shown() + ".",
                "Start it, or set likeminds.storage.postgresql.url to where it is.",
                failure);
    }

    private AgentException failed(String state, Exception failure) {
        return new AgentException(
                Kind.UNAVAILABLE,
                "database-failed",
                "The PostgreSQL server at " + settings.shown() + " refused a connection or a lock with the state " + state + ".",
                "Look into its log, then try again.",
                failure);
    }

    AgentException tooOld(int version) {
        return AgentException.badInput(
                "database-too-old",
                "The server at " + settings.shown() + " is PostgreSQL " + version + ", which is too old.",
                "Use PostgreSQL " + PostgreSqlConfiguration.OLDEST + " or newer.");
    }

    AgentException notUnicode(String encoding) {
        return AgentException.badInput(
                "database-not-unicode",
                "The database at " + settings.shown() + " stores text as " + encoding + ", which cannot hold every document.",
                "Make one with the encoding UTF8 and set likeminds.storage.postgresql.url to it.");
    }

    AgentException noSchema() {
        return AgentException.badInput(
                "database-without-schema",
                "The database at " + settings.shown() + " has no schema that this user may work in.",
                "Make the one that currentSchema in likeminds.storage.postgresql.url names, or leave that out.");
    }
}
