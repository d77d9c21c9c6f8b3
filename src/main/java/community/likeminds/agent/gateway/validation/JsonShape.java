package community.likeminds.agent.gateway.validation;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.json.JsonFactory;

/** Whether a text is one JSON object of a size that can be handled; reads tokens only and builds nothing. */
final class JsonShape {

    static final int MOST_DEPTH = 32;
    static final int MOST_VALUES = 200_000;
    private static final int LONGEST_NAME = 500;
    private static final int LONGEST_NUMBER = 100;

    private final JsonFactory factory;

    /** @param longest text in characters */
    JsonShape(int longest) {
        factory = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxNestingDepth(MOST_DEPTH)
                        .maxNameLength(LONGEST_NAME)
                        .maxNumberLength(LONGEST_NUMBER)
                        .maxStringLength(longest)
                        .build())
                .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                .build();
    }

    /**
     * What is wrong.
     *
     * @param pointer where (RFC 6901)
     * @param fact full sentence
     */
    record Fault(String code, String pointer, String fact) {}

    /** As RFC 8259 asks; readers guess otherwise, or overlook what does not fit, each in its own way. */
    private static boolean utf8(byte[] body) {
        for (byte one : body) {
            if (one == 0) {
                return false;
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
            return true;
        } catch (CharacterCodingException other) {
            return false;
        }
    }

    /** Empty when nothing is wrong. */
    Optional<Fault> check(byte[] body) {
        if (!utf8(body)) {
            return Optional.of(new Fault("body-unreadable", "", "The request's body is no text in UTF-8."));
        }
        try (JsonParser parser = factory.createParser(tools.jackson.core.ObjectReadContext.empty(), body)) {
            String at = "";
            try {
                if (parser.nextToken() != JsonToken.START_OBJECT) {
                    return Optional.of(new Fault("body-unreadable", "", "The request's body is no JSON object."));
                }
                int values = 0;
                int depth = 1;
                while (depth > 0) {
                    JsonToken token = parser.nextToken();
                    at = parser.streamReadContext().pathAsPointer().toString();
                    if (token == null) {
                        return Optional.of(new Fault("body-unreadable", at, "The request's body ends before its JSON is complete."));
                    }
                    depth += token.isStructStart() ? 1 : token.isStructEnd() ? -1 : 0;
                    if (++values > MOST_VALUES) {
                        return Optional.of(new Fault("body-too-complex", at, "The request's body has more than " + MOST_VALUES + " parts."));
                    }
                }
                if (parser.nextToken() != null) {
                    return Optional.of(new Fault("body-unreadable", "", "The request's body goes on behind its JSON object."));
                }
                return Optional.empty();
            } catch (StreamConstraintsException tooMuch) {
                return Optional.of(new Fault(
                        "body-too-complex",
                        at,
                        "The request's body is nested deeper than " + MOST_DEPTH + " levels, or has a name or number that is too long."));
            } catch (JacksonException malformed) {
                String place = parser.streamReadContext().pathAsPointer().toString();
                return Optional.of(new Fault("body-unreadable", place, "The request's body is no well-formed JSON, or names a field twice."));
            }
        }
    }
}
