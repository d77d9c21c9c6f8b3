package community.likeminds.agent.infrastructure.storage.postgresql;

import community.likeminds.agent.shared.AgentException;
import java.time.Duration;
import java.util.Properties;

/**
 * How a PostgreSQL server is spoken to.
 *
 * @param url {@code jdbc:postgresql://host:port/database}, with or without {@code jdbc:} and parameters of the driver, without credentials
 * @param user who connects
 * @param password of the user, or empty
 * @param pool most connections at a time
 * @param connectLimit most time to get a connection
 * @param answerLimit most time for the answer to one statement
 */
record PostgreSqlSettings(String url, String user, String password, int pool, Duration connectLimit, Duration answerLimit) {

    private static final String SCHEME = "jdbc:postgresql:";

    PostgreSqlSettings {
        url = url.startsWith("jdbc:") ? url : "jdbc:" + url;
        if (!url.startsWith(SCHEME + "//") || url.indexOf('@') >= 0) {
            throw AgentException.badInput(
                    "database-url-invalid",
                    "likeminds.storage.postgresql.url is not the address of a PostgreSQL database.",
                    "Set it to something like postgresql://127.0.0.1:5432/likeminds; user and password are settings of their own.");
        }
        if (pool < 1) {
            throw AgentException.badInput(
                    "database-pool-invalid",
                    "likeminds.storage.postgresql.pool is " + pool + ", so nothing could be stored.",
                    "Set it to the most connections that this process may have, 10 for example.");
        }
    }

    /** The address without the driver's parameters; fit to be shown. */
    String shown() {
        int parameters = url.indexOf('?');
        return (parameters < 0 ? url : url.substring(0, parameters)).substring("jdbc:".length());
    }

    /** What the driver is told beside the address: a server that does not answer never holds anybody for ever. */
    Properties forDriver() {
        Properties properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password);
        properties.setProperty("connectTimeout", Long.toString(Math.max(1, connectLimit.toSeconds())));
        properties.setProperty("loginTimeout", Long.toString(Math.max(1, connectLimit.toSeconds())));
        properties.setProperty("socketTimeout", Long.toString(Math.max(1, answerLimit.toSeconds())));
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("ApplicationName", "likeminds");
        return properties;
    }
}
