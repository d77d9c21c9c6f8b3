package community.likeminds.agent.agents.documentation.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Placeholders that are written where a value of the language should stand. */
final class PlaceholderText {

    /** Behind an assignment, a colon, an opening bracket or a comma: a value. */
    private static final String VALUE = "(?<=[=:(,\\[{]|return|=>)\\s*";
    private static final Pattern MIXED = Pattern.compile(VALUE + "(<\\s*([\"'`])[^\"'`<>\\n]*\\2\\s*>|([\"'])<[^\"'<>\\n]*>(?!\\3)(?=\\s*[,;)\\n]))");
    private static final Pattern BARE = Pattern.compile(VALUE + "(<[A-Za-z][A-Za-z0-9_ .'-]*>|\\{\\{\\s*[\\w .-]+\\s*\\}\\}|\\[[A-Z][A-Z_ ]{3,}\\])(?=\\s*[,;)\\]}\\n]|$)");

    /**
     * @param text as written
     * @param line from 1
     * @param mixed whether it is half a literal and half a placeholder
     */
    record Found(String text, int line, boolean mixed) {}

    private PlaceholderText() {}

    static List<Found> of(String code) {
        List<Found> found = new ArrayList<>();
        collect(MIXED, code, true, found);
        collect(BARE, code, false, found);
        return found;
    }

    private static void collect(Pattern pattern, String code, boolean mixed, List<Found> found) {
        Matcher matcher = pattern.matcher(code);
        while (matcher.find()) {
            int line = 1 + (int) code.substring(0, matcher.start(1)).chars().filter(c -> c == '\n').count();
            found.add(new Found(matcher.group(1), line, mixed));
        }
    }

    /** The code with every such placeholder replaced by a literal. */
    static String filled(String code) {
        return BARE.matcher(MIXED.matcher(code).replaceAll(" null")).replaceAll(" null");
    }

    /** What could be written instead. */
    static List<String> valid(String placeholder) {
        String words = placeholder.replaceAll("[^\\w]+", "_").replaceAll("^_+|_+$", "").toUpperCase(Locale.ROOT);
        return words.isEmpty() ? List.of() : List.of("\"" + words + "\"");
    }
}
