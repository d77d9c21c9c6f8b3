package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The part of a file that a page takes in: a region of code, a section of a page, some of its lines. */
final class Snippets {

    private static final Pattern MARK = Pattern.compile(
            "[^\\w\\[]{0,40}(?:(region|endregion)\\b|(ANCHOR(?:_END)?):|8<-{1,8}\\s{1,4}\\[(start|end):)\\s{0,4}([\\w.-]{0,80}).{0,200}");
    private static final Pattern LINES = Pattern.compile("(\\d{0,6})(?:[,-](\\d{0,6}))?");
    private static final Pattern HEADING = Pattern.compile("\\s{0,3}(#{1,6})\\s+(.*)");

    private Snippets() {}

    /**
     * @param part a region's or section's name, or lines as {@code 2:5}; empty for all
     * @param braces lines as {@code 2,5}, or empty
     */
    static String[] of(String[] lines, String part, String braces, boolean code) {
        if (part.matches("\\d{0,6}:\\d{0,6}")) {
            return lines(lines, part.replace(':', ','));
        }
        if (code) {
            return region(lines, part);
        }
        String[] section = part.isEmpty() ? lines : section(lines, part);
        return lines(section == lines && !part.isEmpty() ? region(lines, part) : section, braces);
    }

    /** The lines of a region, the lines between two marks of regions or, without a name, all but the marks. */
    private static String[] region(String[] lines, String name) {
        List<String> part = new ArrayList<>();
        int depth = name.isEmpty() ? 1 : 0;
        boolean found = name.isEmpty();
        for (String line : lines) {
            Matcher mark = line.contains("region") || line.contains("ANCHOR") || line.contains("8<") ? MARK.matcher(line) : null;
            if (mark == null || !mark.matches()) {
                if (depth > 0) {
                    part.add(line);
                }
                continue;
            }
            boolean opens = "region".equals(mark.group(1)) || "ANCHOR".equals(mark.group(2)) || "start".equals(mark.group(3));
            boolean own = mark.group(4).equals(name);
            found |= own;
            if (!name.isEmpty()) {
                depth = opens ? depth > 0 || own ? depth + 1 : 0 : Math.max(0, depth - 1);
            }
            if (found && depth == 0) {
                break;
            }
        }
        return found ? part.toArray(String[]::new) : lines;
    }

    /** The section of a page whose heading has an id or these words. */
    private static String[] section(String[] lines, String id) {
        int from = -1;
        int level = 0;
        for (int i = 0; i < lines.length; i++) {
            Matcher heading = HEADING.matcher(lines[i]);
            if (!heading.matches()) {
                continue;
            }
            if (from >= 0 && heading.group(1).length() <= level) {
                return Arrays.copyOfRange(lines, from, i);
            }
            boolean named = heading.group(2).contains("{#" + id + "}") || slug(heading.group(2)).equals(id);
            if (from < 0 && named) {
                from = i;
                level = heading.group(1).length();
            }
        }
        return from < 0 ? lines : Arrays.copyOfRange(lines, from, lines.length);
    }

    private static String slug(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}\\s_-]", "").strip().replaceAll("\\s+", "-");
    }

    /** Lines from one to another, counted from 1, each of them optional: {@code 2,5}, {@code 2,}, {@code ,5}. */
    private static String[] lines(String[] lines, String range) {
        Matcher bounds = LINES.matcher(range.strip());
        if (range.isBlank() || !bounds.matches()) {
            return lines;
        }
        int from = bounds.group(1).isEmpty() ? 1 : Integer.parseInt(bounds.group(1));
        String last = bounds.group(2) == null ? bounds.group(1) : bounds.group(2);
        int to = last.isEmpty() ? lines.length : Math.min(lines.length, Integer.parseInt(last));
        return from < 1 || from > to ? lines : Arrays.copyOfRange(lines, from - 1, to);
    }
}
