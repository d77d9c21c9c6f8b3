package community.likeminds.agent.processors.docs.sources.web;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/**
 * What a server answered.
 *
 * @param address that it came from in the end, behind all redirects
 * @param status of HTTP
 * @param type media type in lower case, without parameters, or empty
 * @param charset as declared, or empty
 * @param body at most as many bytes as were wanted
 * @param cut whether there was more
 * @param etag or empty
 * @param lastModified or empty
 */
record Response(URI address, int status, String type, String charset, byte[] body, boolean cut, String etag, String lastModified) {

    boolean ok() {
        return status == 200;
    }

    boolean unchanged() {
        return status == 304;
    }

    boolean html() {
        return type.equals("text/html") || type.equals("application/xhtml+xml") || type.isEmpty() && looksLikeHtml();
    }

    /** The text of a file that a tool wrote, in UTF-8. */
    String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    boolean looksLikeHtml() {
        String head = new String(body, 0, Math.min(body.length, 1000), StandardCharsets.UTF_8).stripLeading().toLowerCase(Locale.ROOT);
        return head.startsWith("<!doctype html") || head.startsWith("<html") || head.startsWith("<head") || head.startsWith("<body");
    }

    /** The body, unpacked when it is a compressed file. */
    byte[] unpacked(int limit) throws IOException {
        boolean packed = body.length > 2 && (body[0] & 0xFF) == 0x1F && (body[1] & 0xFF) == 0x8B;
        if (!packed) {
            return body;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(limit);
        }
    }
}
