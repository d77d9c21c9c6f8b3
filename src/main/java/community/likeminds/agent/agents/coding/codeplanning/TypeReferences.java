package community.likeminds.agent.agents.coding.codeplanning;

import java.util.List;
import java.util.regex.Pattern;

/** Triple-slash directives, which bring declarations of types into a project. */
final class TypeReferences {

    private static final Pattern ONLY = Pattern.compile("\\s*(?:///\\s*<reference\\s[^>\\n]*/>\\s*)+");

    private TypeReferences() {}

    /** Whether a text is nothing else. */
    static boolean only(String text) {
        return ONLY.matcher(text).matches();
    }

    /** The file with the directives that it does not have, behind those that it has: they hold only above all code. */
    static String added(String file, String references) {
        List<String> missing = references.lines().map(String::strip).filter(line -> !line.isEmpty() && !file.contains(line)).toList();
        if (missing.isEmpty()) {
            return file;
        }
        String end = file.contains("\r\n") ? "\r\n" : "\n";
        int at = 0;
        for (int next = file.indexOf("/// <reference"); next >= 0; next = file.indexOf("/// <reference", at)) {
            int line = file.indexOf('\n', next);
            at = line < 0 ? file.length() : line + 1;
        }
        String before = file.substring(0, at);
        return before + (before.isEmpty() || before.endsWith("\n") ? "" : end) + String.join(end, missing) + end + file.substring(at);
    }
}
