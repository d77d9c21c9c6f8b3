package community.likeminds.agent.agents.coding.plans;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Writes maps, lists and strings as YAML in one way only, so that equal values are equal bytes: block style, literal blocks for
 * lines, quotes where a reader could take a string for something else.
 */
final class YamlText {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z/][\\w ./@()+,;'=-]*(?<! )|[0-9a-f]{64}|\\d+-\\d+");
    private static final Set<String> RESERVED = Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

    /** Line breaks and marks that a YAML reader changes or refuses inside a literal block. */
    private static final Pattern NOT_LITERAL = Pattern.compile("[^\\n\\t\\x20-\\x7e\\u00a0-\\u1fff\\u2010-\\u2027\\u2030-\\u205f\\u2070-\\ud7ff\\uf900-\\ufefe"
            + "\\uff00-\\ufffd\\x{10000}-\\x{10ffff}]");

    private final StringBuilder out = new StringBuilder();

    private YamlText() {}

    /** @param map of strings, lists and maps */
    static String of(Map<String, ?> map) {
        YamlText text = new YamlText();
        text.map(map, 0, false);
        return text.out.toString();
    }

    /** @param begun whether the first field stands on the present line, behind the dash of a list's element */
    private void map(Map<?, ?> map, int indent, boolean begun) {
        boolean inLine = begun;
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            out.append(inLine ? "" : " ".repeat(indent)).append(scalar(String.valueOf(entry.getKey()))).append(':');
            inLine = false;
            value(entry.getValue(), indent);
        }
    }

    private void value(Object value, int indent) {
        if (value instanceof Map<?, ?> map) {
            out.append('\n');
            map(map, indent + 2, false);
        } else if (value instanceof List<?> list) {
            out.append('\n');
            for (Object element : list) {
                out.append(" ".repeat(indent + 2)).append("- ");
                if (element instanceof Map<?, ?> map) {
                    map(map, indent + 4, true);
                } else {
                    out.append(scalar(String.valueOf(element))).append('\n');
                }
            }
        } else {
            text(String.valueOf(value), " ".repeat(indent + 2));
        }
    }

    private void text(String text, String indent) {
        if (text.indexOf('\n') < 0 || NOT_LITERAL.matcher(text).find()) {
            out.append(' ').append(scalar(text)).append('\n');
            return;
        }
        boolean open = !text.endsWith("\n");
        boolean more = text.endsWith("\n\n") || text.equals("\n");
        boolean blankStart = text.startsWith(" ") || text.startsWith("\n") || text.startsWith("\t");
        out.append(" |").append(blankStart ? "2" : "").append(open ? "-" : more ? "+" : "").append('\n');
        String body = open ? text : text.substring(0, text.length() - 1);
        for (String line : body.split("\n", -1)) {
            out.append(line.isEmpty() ? "" : indent + line).append('\n');
        }
    }

    static String scalar(String text) {
        return PLAIN.matcher(text).matches() && !RESERVED.contains(text.toLowerCase(Locale.ROOT)) ? text : quoted(text);
    }

    private static String quoted(String text) {
        StringBuilder quoted = new StringBuilder("\"");
        text.chars().forEach(c -> {
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\r' -> quoted.append("\\r");
                case '\t' -> quoted.append("\\t");
                default -> {
                    boolean shown = c >= 0x20 && c < 0x7f || c >= 0xa0 && c < 0x2000 && c != 0xad || c > 0x2070 && c < 0xd800 || c == 0x2026
                            || c == 0x2019 || c == 0x203a || c == 0x2013 || c == 0x2014;
                    quoted.append(shown ? String.valueOf((char) c) : String.format("\\u%04x", c));
                }
            }
        });
        return quoted.append('"').toString();
    }
}
