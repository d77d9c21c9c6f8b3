package community.likeminds.agent.infrastructure.storage.mongodb;

import com.mongodb.MongoException;
import com.mongodb.MongoInterruptedException;
import com.mongodb.MongoSecurityException;
import com.mongodb.MongoSocketException;
import com.mongodb.MongoTimeoutException;
import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;

/** What can go wrong with a MongoDB server. */
final class MongoErrors {

    private final MongoSettings settings;

    MongoErrors(MongoSettings settings) {
        this.settings = settings;
    }

    AgentException of(MongoException failure) {
        return switch (failure) {
            case MongoSecurityException forbidden -> error(
                    "mongodb-forbidden",
                    "The MongoDB server at " + settings.shown() + " does not let this program in.",
                    "Set likeminds.storage.mongodb.url to an address with the user and the password that it knows.",
                    forbidden);
            case MongoInterruptedException stopped -> error("interrupted", "The work was interrupted.", "Run the command again.", stopped);
            case MongoTimeoutException gone -> unreachable(gone);
            case MongoSocketException gone -> unreachable(gone);
            default -> error(
                    "mongodb-failed",
                    "The MongoDB server at " + settings.shown() + " refused a request with the code " + failure.getCode() + ".",
                    "Look into its log, then try again.",
                    failure);
        };
    }

    private AgentException unreachable(MongoException failure) {
        return error(
                "mongodb-unreachable",
                "No MongoDB server answers at " + settings.shown() + ".",
                "Start it, or set likeminds.storage.mongodb.url to where it is.",
                failure);
    }

    private static AgentException error(String code, String fact, String remedy, Exception cause) {
        return new AgentException(Kind.UNAVAILABLE, code, fact, remedy, cause);
    }
}
