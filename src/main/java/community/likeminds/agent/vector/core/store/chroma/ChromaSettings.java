package community.likeminds.agent.vector.core.store.chroma;

import java.net.URI;
import java.time.Duration;

/**
 * How a Chroma server is spoken to.
 *
 * @param url of the server, without a path
 * @param prefix of the names of this installation's tenants on the server, letters, digits and hyphens
 * @param token sent as {@code x-chroma-token}, or empty
 * @param connectLimit most time to connect
 * @param requestLimit most time for one request
 * @param lease how long a writer that has died keeps others out
 * @param patience how long a writer waits for another
 */
public record ChromaSettings(
        URI url,
        String prefix,
        String token,
        Duration connectLimit,
        Duration requestLimit,
        Duration lease,
        Duration patience) {

    /** The usual limits. */
    public static ChromaSettings of(URI url, String prefix, String token) {
        return new ChromaSettings(
                url,
                prefix,
                token,
                Duration.ofSeconds(5),
                Duration.ofSeconds(60),
                Duration.ofSeconds(90),
                Duration.ofSeconds(120));
    }

    /** The same with other limits for writers. */
    public ChromaSettings withLease(Duration otherLease, Duration otherPatience) {
        return new ChromaSettings(url, prefix, token, connectLimit, requestLimit, otherLease, otherPatience);
    }
}
