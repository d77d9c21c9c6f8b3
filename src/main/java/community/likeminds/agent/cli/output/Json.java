package community.likeminds.agent.cli.output;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** JSON as machines read it: fields in the order of the records, one trailing line feed added by who prints it. */
public final class Json {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .disable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
            .build();

    private static final JsonMapper INDENTED = MAPPER.rebuild()
            .enable(SerializationFeature.INDENT_OUTPUT)
            .build();

    private Json() {}

    /** One line. */
    public static String line(Object value) {
        return MAPPER.writeValueAsString(value);
    }

    /** Many lines, for files that people open as well. */
    public static String indented(Object value) {
        return INDENTED.writeValueAsString(value);
    }

    /** Throws {@link tools.jackson.core.JacksonException} for what is no JSON. */
    public static JsonNode read(String text) {
        return MAPPER.readTree(text);
    }
}
