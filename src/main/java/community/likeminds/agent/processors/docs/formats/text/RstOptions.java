package community.likeminds.agent.processors.docs.formats.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/** The options of a directive, one a line: {@code :caption: app.py}. */
final class RstOptions {

    private final Map<String, String> values = new HashMap<>();

    /** Takes an option in, if the line is one. */
    boolean read(Matcher line) {
        if (!line.matches()) {
            return false;
        }
        values.put(line.group(1), line.group(2).strip());
        return true;
    }

    @Nullable String get(String name) {
        return values.get(name);
    }

    /** The lines of a file that {@code :lines:}, {@code :start-after:}, {@code :pyobject:} and their like ask for, moved to the left. */
    List<String> part(List<String> file) {
        List<String> lines = file;
        String object = values.get("pyobject");
        if (object != null) {
            lines = object(lines, object);
        }
        int from = mark(lines, "start-after", 1, mark(lines, "start-at", 0, 0));
        List<String> rest = lines.subList(from, lines.size());
        int to = mark(rest, "end-before", 0, mark(rest, "end-at", 1, rest.size()));
        List<String> between = rest.subList(0, to);
        String ranges = values.get("lines");
        List<String> chosen = ranges == null ? between : Ranges.of(ranges, between.size()).stream().map(line -> between.get(line - 1)).toList();
        return chosen.isEmpty() || values.containsKey("dedent") || object != null ? flush(chosen) : chosen;
    }

    /** Index of the line that holds what an option says, and some lines further; a given one where there is none. */
    private int mark(List<String> lines, String option, int further, int otherwise) {
        String wanted = values.get(option);
        for (int i = 0; wanted != null && !wanted.isEmpty() && i < lines.size(); i++) {
            if (lines.get(i).contains(wanted)) {
                return i + further;
            }
        }
        return otherwise;
    }

    /** A class or function of Python by its name; a method by the name behind the last dot. */
    private static List<String> object(List<String> lines, String name) {
        String own = name.substring(name.lastIndexOf('.') + 1);
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.matches("(?:async )?(?:def|class) " + java.util.regex.Pattern.quote(own) + "\\b.*")) {
                int indent = indent(lines.get(i));
                int end = i + 1;
                while (end < lines.size() && (lines.get(end).isBlank() || indent(lines.get(end)) > indent)) {
                    end++;
                }
                return lines.subList(i, end);
            }
        }
        return lines;
    }

    private static List<String> flush(List<String> lines) {
        int least = lines.stream().filter(line -> !line.isBlank()).mapToInt(RstOptions::indent).min().orElse(0);
        return lines.stream().map(line -> line.isBlank() ? "" : line.substring(least)).toList();
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
