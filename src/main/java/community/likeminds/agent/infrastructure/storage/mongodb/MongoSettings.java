package community.likeminds.agent.infrastructure.storage.mongodb;

import java.time.Duration;

/**
 * How a MongoDB server is spoken to.
 *
 * @param url connection string, with credentials if there are any
 * @param database that holds the documents
 * @param connectLimit most time to find a server and to connect
 * @param answerLimit most time for one answer
 */
record MongoSettings(String url, String database, Duration connectLimit, Duration answerLimit) {

    /** The address without credentials; fit to be shown. */
    String shown() {
        int at = url.lastIndexOf('@');
        String hosts = at < 0 ? url.replaceFirst("^[a-z+]+://", "") : url.substring(at + 1);
        return hosts.replaceFirst("[/?].*$", "");
    }
}
