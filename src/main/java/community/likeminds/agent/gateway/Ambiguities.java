package community.likeminds.agent.gateway;

import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds requests that another program on their way, or a later reader here, could read differently. */
final class Ambiguities {

    /** Headers of which a request has one at most, because readers choose differently among several. */
    private static final List<String> SINGLE = List.of("Authorization", "Content-Type", "Origin", "Idempotency-Key", "Last-Event-ID", "X-Request-Id");

    /**
     * What is wrong.
     *
     * @param fact full sentence, as the remedy
     */
    record Found(String code, String fact, String remedy) {}

    private Ambiguities() {}

    /** Empty when a request can be read in one way only. */
    static Optional<Found> of(HttpServletRequest request) {
        if (!request.getProtocol().startsWith("HTTP/1.") && !request.getProtocol().startsWith("HTTP/2")) {
            return Optional.of(new Found("protocol-unsupported", "The request is in a version of HTTP without headers.", "Send it in HTTP/1.1."));
        }
        if (twoWays(request.getRequestURI())) {
            return Optional.of(new Found(
                    "path-ambiguous", "The path of the request can be read in more than one way.",
                    "Send it without '..', '//', ';', backslashes and encoded separators."));
        }
        if (!decodable(request.getQueryString())) {
            return Optional.of(new Found("query-undecodable", "The query of the request is no text in UTF-8.", "Encode its values as UTF-8, then as RFC 3986 says."));
        }
        return SINGLE.stream()
                .filter(name -> Collections.list(request.getHeaders(name)).size() > 1)
                .findFirst()
                .map(name -> new Found("header-repeated", "The request has the header " + name + " more than once.", "Send it once."));
    }

    private static boolean twoWays(String path) {
        String lower = path.toLowerCase(Locale.ROOT);
        return lower.contains("//") || lower.contains(";") || lower.contains("\\") || lower.contains("%2f") || lower.contains("%5c")
                || lower.contains("%00") || lower.contains("%25") && lower.contains("%252")
                || List.of(lower.replace("%2e", ".").split("/")).stream().anyMatch(part -> part.equals("..") || part.equals("."));
    }

    private static boolean decodable(@Nullable String query) {
        if (query == null || query.indexOf('%') < 0) {
            return true;
        }
        try {
            byte[] bytes = URLDecoder.decode(query, StandardCharsets.ISO_8859_1).getBytes(StandardCharsets.ISO_8859_1);
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes));
            return true;
        } catch (IllegalArgumentException | CharacterCodingException undecodable) {
            return false;
        }
    }
}
