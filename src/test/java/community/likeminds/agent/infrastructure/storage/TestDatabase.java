package community.likeminds.agent.infrastructure.storage;

import community.likeminds.agent.services.RealService;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.UUID;

/**
 * A relational store that a contract runs on.
 *
 * @param properties that choose it, as {@code name=value}
 */
public record TestDatabase(List<String> properties) {

    private static final String SORTED_BY_LANGUAGE = "likeminds_by_language";

    /** The embedded one, below the data folder of the test. */
    public static final TestDatabase H2 = new TestDatabase(List.of());

    /** An empty schema on a real server, in a database that sorts text by the rules of a language. */
    public static TestDatabase postgreSql(RealService server) {
        String base = "jdbc:postgresql://127.0.0.1:" + server.url().getPort() + "/";
        String schema = "test_" + UUID.randomUUID().toString().replace("-", "");
        try {
            try (Connection connection = DriverManager.getConnection(base + "likeminds", server.user(), server.user());
                    Statement statement = connection.createStatement()) {
                ResultSet there = statement.executeQuery("select 1 from pg_database where datname = '" + SORTED_BY_LANGUAGE + "'");
                if (!there.next()) {
                    statement.execute("create database " + SORTED_BY_LANGUAGE
                            + " template template0 locale_provider icu icu_locale 'en-US'");
                }
            }
            try (Connection connection = DriverManager.getConnection(base + SORTED_BY_LANGUAGE, server.user(), server.user());
                    Statement statement = connection.createStatement()) {
                statement.execute("create schema " + schema);
            }
        } catch (SQLException failure) {
            throw new IllegalStateException(failure);
        }
        return new TestDatabase(List.of(
                "likeminds.storage.relational=postgresql",
                "likeminds.storage.postgresql.url=postgresql://127.0.0.1:" + server.url().getPort() + "/" + SORTED_BY_LANGUAGE
                        + "?currentSchema=" + schema,
                "likeminds.storage.postgresql.user=" + server.user(),
                "likeminds.storage.postgresql.password=" + server.user()));
    }
}
