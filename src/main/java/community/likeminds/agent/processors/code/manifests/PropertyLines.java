package community.likeminds.agent.processors.code.manifests;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Entries of a {@code .properties} text in order, each with the comment lines above it. */
record PropertyLines(String key, String value, List<String> comments) {

    private static final Pattern ENTRY = Pattern.compile("^\\s*([^\\s=:#!][^\\s=:]*)\\s*[=:]\\s*(.*)$");

    static List<PropertyLines> of(String text) {
        List<PropertyLines> found = new ArrayList<>();
        List<String> comments = new ArrayList<>();
        StringBuilder joined = new StringBuilder();
        for (String line : text.replace("\r\n", "\n").split("\n", -1)) {
            joined.append(joined.isEmpty() ? line : "\n" + line);
            if (line.endsWith("\\") && !line.strip().startsWith("#")) {
                continue;
            }
            String whole = joined.toString();
            joined.setLength(0);
            Matcher entry = ENTRY.matcher(whole.contains("\n") ? whole.replace("\n", "\u0000") : whole);
            if (whole.strip().startsWith("#") || whole.strip().startsWith("!")) {
                if (!whole.contains("...") && !whole.contains("…")) {
                    comments.add(whole.strip());
                }
            } else if (entry.matches() && !entry.group(1).startsWith("...")) {
                found.add(new PropertyLines(entry.group(1), entry.group(2).replace('\u0000', '\n').stripTrailing(), List.copyOf(comments)));
                comments.clear();
            } else {
                comments.clear();
            }
        }
        return found;
    }

    /** The key as a framework compares it: case and separators do not count. */
    static String canonical(String key) {
        return key.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    }
}
