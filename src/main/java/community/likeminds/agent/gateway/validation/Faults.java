package community.likeminds.agent.gateway.validation;

import com.networknt.schema.Error;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What differs from a schema, in the words of a problem: where, and what would be right. */
final class Faults {

    static final String UNKNOWN = "field-unknown";
    static final String INVALID = "field-invalid";
    private static final int MOST = 20;
    private static final int MOST_CHARACTERS = 200;

    private Faults() {}

    /** @param within pointer of what was compared, to which the places are added */
    static List<Map<String, String>> of(List<Error> errors, String within) {
        // One for each place: what is no text need not be told that it is too short.
        Map<String, Map<String, String>> byPlace = new LinkedHashMap<>();
        for (Error error : errors) {
            Map<String, String> fault = fault(error, within);
            byPlace.putIfAbsent(fault.get("pointer"), fault);
            if (byPlace.size() == MOST) {
                break;
            }
        }
        return List.copyOf(byPlace.values());
    }

    static Map<String, String> fault(String pointer, String code, String message) {
        Map<String, String> fault = new LinkedHashMap<>();
        fault.put("pointer", pointer);
        fault.put("code", code);
        fault.put("message", message);
        return fault;
    }

    private static Map<String, String> fault(Error error, String within) {
        String at = within + error.getInstanceLocation();
        return switch (error.getKeyword()) {
            case "required" -> fault(at + "/" + escaped(error.getProperty()), INVALID, "is missing");
            case "additionalProperties" -> fault(at + "/" + escaped(error.getProperty()), UNKNOWN, "is nothing that this operation reads");
            default -> fault(at, INVALID, message(error));
        };
    }

    private static String message(Error error) {
        JsonNode wanted = error.getSchemaNode();
        String value = wanted == null ? "" : wanted.isString() ? wanted.stringValue() : wanted.toString();
        return switch (error.getKeyword()) {
            case "type" -> "must be of the type " + value.replaceAll("[\"\\[\\]]", "").replace(",", " or ");
            case "minimum" -> "must be at least " + value;
            case "maximum" -> "must be at most " + value;
            case "minLength" -> value.equals("1") ? "must not be empty" : "must have at least " + value + " characters";
            case "maxLength" -> "must have at most " + value + " characters";
            case "minItems" -> value.equals("1") ? "must not be empty" : "must have at least " + value + " entries";
            case "maxItems", "maxProperties" -> "must have at most " + value + " entries";
            case "uniqueItems" -> "must have no entry twice";
            case "enum" -> "must be one of " + value.replaceAll("[\"\\[\\]]", "").replace(",", ", ");
            case "format" -> "must be a " + value;
            case "pattern" -> value.equals("\\S") ? "must not be blank" : "must match " + value;
            default -> shortened(error.getMessage());
        };
    }

    private static String shortened(String message) {
        return message.length() <= MOST_CHARACTERS ? message : message.substring(0, MOST_CHARACTERS) + "…";
    }

    /** RFC 6901. */
    private static String escaped(@Nullable String name) {
        return name == null ? "" : name.replace("~", "~0").replace("/", "~1");
    }
}
