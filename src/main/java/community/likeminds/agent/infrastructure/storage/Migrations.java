package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.AgentException.Kind;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.springframework.boot.flyway.autoconfigure.FlywayConfigurationCustomizer;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Brings the database to the version of this program, or says why it cannot. */
@Configuration(proxyBeanMethods = false)
class Migrations {

    @Bean
    static FlywayConfigurationCustomizer noNewerDatabases() {
        // Flyway would otherwise let an old program write into the tables of a newer one.
        return flyway -> flyway.ignoreMigrationPatterns(new String[0]);
    }

    @Bean
    static FlywayMigrationStrategy migrationsInSentences() {
        return flyway -> {
            try {
                flyway.migrate();
            } catch (FlywayValidateException mismatch) {
                throw new AgentException(
                        Kind.CONFLICT,
                        "database-mismatched",
                        "The database was set up by another version of this program.",
                        "Use the newest version that has worked with it, or name an empty database.",
                        mismatch);
            } catch (FlywayException failure) {
                throw known(failure);
            }
        };
    }

    private static AgentException known(FlywayException failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof AgentException known) {
                return known;
            }
        }
        String message = failure.getMessage() == null ? "" : failure.getMessage();
        return message.contains("non-empty schema")
                ? new AgentException(
                        Kind.CONFLICT,
                        "database-not-empty",
                        "The database holds tables of something else.",
                        "Name an empty database, or an empty schema of it.",
                        failure)
                : new AgentException(
                        Kind.UNAVAILABLE,
                        "database-not-migrated",
                        "The tables of the database could not be set up: " + reason(failure) + ".",
                        "See that the user may make tables there, then try again.",
                        failure);
    }

    /** What Flyway was at and what the database said to it. */
    private static String reason(FlywayException failure) {
        StringBuilder reason = new StringBuilder();
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            String line = cause.getMessage() == null ? "" : cause.getMessage().lines().findFirst().orElse("").strip();
            if (!line.isEmpty() && reason.indexOf(line) < 0) {
                reason.append(reason.isEmpty() ? "" : ": ").append(line);
            }
        }
        return reason.isEmpty() ? "no reason was given" : reason.toString();
    }
}
