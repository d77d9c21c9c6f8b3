package community.likeminds.agent.infrastructure.storage.redis;

import java.time.Duration;

/**
 * How a Redis server is spoken to.
 *
 * @param url {@code redis://…} or {@code rediss://…}, with credentials if there are any
 * @param prefix of every key, so that several installations can share a server
 * @param connectLimit most time to connect
 * @param answerLimit most time for one answer
 */
record RedisSettings(String url, String prefix, Duration connectLimit, Duration answerLimit) {

    /** The address without credentials; fit to be shown. */
    String shown() {
        return url.replaceFirst("//.*@", "//").replaceFirst("[?].*$", "");
    }
}
