package community.likeminds.agent.agents.documentation.review;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The links of a page's prose with their lines: Markdown links, images, references, {@code href}, {@code to} and {@code src}. */
final class PageLinks {

    private static final int LONGEST = 2000;
    private static final Pattern ATTRIBUTE = Pattern.compile("(?<![\\w-])(href|to|src)=(?:\\{\\s*)?([\"'])([^\"'{}<>\\n]{1,500})\\2");
    private static final Pattern REFERENCE = Pattern.compile("^ {0,3}\\[([^\\]^][^\\]]*)\\]:\\s*<?([^\\s>]+)>?.*$");

    /**
     * @param line from 1
     * @param target as written, without its title
     * @param asset whether it is shown rather than followed
     */
    record Link(int line, String target, boolean asset) {}

    private PageLinks() {}

    static List<Link> of(PageText page) {
        List<Link> links = new ArrayList<>();
        List<String> prose = page.prose();
        for (int i = 0; i < prose.size(); i++) {
            String line = withoutCode(prose.get(i));
            if (line.isBlank()) {
                continue;
            }
            inline(line, i + 1, links);
            Matcher attribute = ATTRIBUTE.matcher(line);
            while (attribute.find()) {
                links.add(new Link(i + 1, attribute.group(3).strip(), attribute.group(1).equals("src")));
            }
            Matcher reference = REFERENCE.matcher(line);
            if (reference.matches()) {
                links.add(new Link(i + 1, reference.group(2), false));
            }
        }
        return links;
    }

    /** The line with inline code blanked out; its marks stay where they are. */
    static String withoutCode(String line) {
        StringBuilder out = new StringBuilder(line);
        int at = 0;
        while ((at = line.indexOf('`', at)) >= 0) {
            int run = run(line, at);
            int close = at + run;
            while (close < line.length()) {
                close = line.indexOf('`', close);
                if (close < 0 || run(line, close) == run) {
                    break;
                }
                close += run(line, close);
            }
            if (close < 0 || close >= line.length()) {
                at += run;
                continue;
            }
            for (int i = at; i < close + run; i++) {
                out.setCharAt(i, '_');
            }
            at = close + run;
        }
        return out.toString();
    }

    private static int run(String line, int at) {
        int end = at;
        while (end < line.length() && line.charAt(end) == '`') {
            end++;
        }
        return end - at;
    }

    private static void inline(String line, int number, List<Link> links) {
        for (int at = line.indexOf("]("); at >= 0; at = line.indexOf("](", at + 2)) {
            int open = opening(line, at);
            if (open < 0 || open > 0 && line.charAt(open - 1) == '\\') {
                continue;
            }
            String target = target(line, at + 2);
            boolean image = open > 0 && line.charAt(open - 1) == '!';
            boolean holdsLink = !image && line.substring(open, at).contains("](") && !line.substring(open, at).contains("![");
            if (target != null && !holdsLink) {
                links.add(new Link(number, target, image));
            }
        }
    }

    /** Offset of the bracket that the one at an offset closes, or -1. */
    private static int opening(String line, int close) {
        int depth = 0;
        for (int i = close; i >= 0 && close - i < LONGEST; i--) {
            if (line.charAt(i) == ']') {
                depth++;
            } else if (line.charAt(i) == '[' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static @org.jspecify.annotations.Nullable String target(String line, int from) {
        int at = from;
        while (at < line.length() && line.charAt(at) == ' ') {
            at++;
        }
        if (at < line.length() && line.charAt(at) == '<') {
            int end = line.indexOf('>', at);
            return end < 0 ? null : line.substring(at + 1, end).strip();
        }
        int depth = 0;
        for (int i = at; i < line.length() && i - at < LONGEST; i++) {
            char c = line.charAt(i);
            if (c == '(') {
                depth++;
            } else if (c == ')' && depth-- == 0) {
                return line.substring(at, i).strip();
            } else if (c == ' ') {
                int rest = i;
                while (rest < line.length() && line.charAt(rest) == ' ') {
                    rest++;
                }
                boolean title = rest < line.length() && "\"'()".indexOf(line.charAt(rest)) >= 0;
                // A link within a link's target is meant as a link although Markdown takes none with a space.
                return title || line.charAt(at) == '[' && i > at ? line.substring(at, i) : null;
            }
        }
        return null;
    }
}
