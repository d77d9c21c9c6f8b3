package community.likeminds.agent.processors.docs.analyzer;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Character references of HTML that documentation uses. */
final class Entities {

    private static final int LONGEST = 9;
    private static final Map<String, String> NAMED = Map.ofEntries(
            Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("quot", "\""),
            Map.entry("apos", "'"), Map.entry("nbsp", " "), Map.entry("ndash", "–"), Map.entry("mdash", "—"),
            Map.entry("hellip", "…"), Map.entry("copy", "©"), Map.entry("rarr", "→"), Map.entry("larr", "←"),
            Map.entry("check", "✓"), Map.entry("emsp", " "), Map.entry("ensp", " "), Map.entry("rsquo", "’"),
            Map.entry("lsquo", "‘"), Map.entry("ldquo", "“"), Map.entry("rdquo", "”"), Map.entry("times", "×"));

    /**
     * @param text what it stands for
     * @param end where it ends in the raw text
     */
    record Entity(String text, int end) {}

    private Entities() {}

    /** The reference whose ampersand stands at a place, or null. */
    static @Nullable Entity at(String raw, int at) {
        int end = raw.indexOf(';', at, Math.min(raw.length(), at + LONGEST));
        if (end <= at + 1) {
            return null;
        }
        String name = raw.substring(at + 1, end);
        String plain = NAMED.get(name);
        if (plain == null && name.startsWith("#")) {
            plain = numeric(name.substring(1));
        }
        return plain == null ? null : new Entity(plain, end + 1);
    }

    private static @Nullable String numeric(String digits) {
        try {
            int code = digits.startsWith("x") || digits.startsWith("X")
                    ? Integer.parseInt(digits.substring(1), 16)
                    : Integer.parseInt(digits);
            return code >= ' ' && Character.isValidCodePoint(code) && code != InlineOutput.GONE ? Character.toString(code) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }
}
