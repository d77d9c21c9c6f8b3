package community.likeminds.agent.processors.docs.formats;

/**
 * A file of a source as it is stored.
 *
 * @param source name of the source
 * @param path below the source's root, forward slashes
 * @param bytes its content
 * @param address where it is read on the web when only its reader knows that, else empty
 * @param charset as a server declared it, else empty
 */
public record RawPage(String source, String path, byte[] bytes, String address, String charset) {}
