package community.likeminds.agent.agents.coding.codeplanning;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The text of a page with markup put into its head or to the end of its body. */
final class MarkupText {

    /** What only looks like tags: comments, and what scripts and styles hold. */
    private static final Pattern OPAQUE = Pattern.compile("(?is)<!--.*?-->|(?<=>)(?:(?!<script\\b|<style\\b).)*?(?=</(?:script|style)\\s*>)");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final Pattern CHARSET = Pattern.compile("(?i)\\A\\s*<meta\\s+charset[^>]*>");
    private static final Pattern OPEN_HEAD = Pattern.compile("(?i)<head\\b[^>]*>");

    private MarkupText() {}

    /** Whether a page has an element, however it is indented and quoted, and whatever stands in the place of what it leaves open. */
    static boolean standing(String page, String element, List<String> open) {
        StringBuilder pattern = new StringBuilder();
        String wanted = plain(element);
        while (!wanted.isEmpty()) {
            int next = -1;
            String first = "";
            for (String one : open) {
                int at = wanted.indexOf(plain(one));
                if (at >= 0 && (next < 0 || at < next)) {
                    next = at;
                    first = plain(one);
                }
            }
            pattern.append(Pattern.quote(next < 0 ? wanted : wanted.substring(0, next))).append(next < 0 ? "" : "[^\"<>]*");
            wanted = next < 0 ? "" : wanted.substring(next + first.length());
        }
        return Pattern.compile(pattern.toString()).matcher(plain(COMMENT.matcher(page).replaceAll(""))).find();
    }

    private static String plain(String markup) {
        return markup.replaceAll("\\s+is:inline\\b", "").replace('\'', '"').replaceAll("\\s*/?>", ">").replaceAll("\\s+", "");
    }

    /**
     * The page with an element in its place, or an empty string where there is no such place.
     *
     * @param head into the head rather than to the end of the body
     * @param first before everything that the head has, but for the character set
     * @param inline whether scripts have to be marked so that they stay as they are
     */
    static String inserted(String page, String element, boolean head, boolean first, boolean inline) {
        String shown = OPAQUE.matcher(page).replaceAll(found -> Matcher.quoteReplacement(found.group().replaceAll("[^\\n]", " ")));
        int close = shown.toLowerCase(java.util.Locale.ROOT).lastIndexOf(head ? "</head" : "</body");
        if (close < 0) {
            return "";
        }
        String end = page.contains("\r\n") ? "\r\n" : "\n";
        String code = inline ? element.replaceFirst("(?i)^<(script|style)\\b(?![^>]*\\bis:inline)", "<$1 is:inline") : element;
        Matcher open = OPEN_HEAD.matcher(shown);
        if (head && first && open.find() && open.end() <= close) {
            Matcher charset = CHARSET.matcher(shown.substring(open.end(), close));
            int at = open.end() + (charset.find() ? charset.end() : 0);
            String indent = indent(page, at, close);
            return page.substring(0, at) + end + lines(code, indent, end) + page.substring(at);
        }
        int line = page.lastIndexOf('\n', close - 1) + 1;
        boolean own = page.substring(line, close).isBlank();
        int at = own ? line : close;
        String indent = own ? indent(page, page.lastIndexOf('\n', Math.max(0, line - 2)) + 1, close) : "";
        return page.substring(0, at) + (own ? "" : end) + lines(code, indent, end) + end + page.substring(at);
    }

    /** The indentation of what stands before a closing tag: of the line before it where that is deeper, else one level more than its own. */
    private static String indent(String page, int from, int close) {
        String own = leading(page.substring(page.lastIndexOf('\n', close - 1) + 1, close));
        int line = page.lastIndexOf('\n', close - 1);
        while (line > 0) {
            int start = page.lastIndexOf('\n', line - 1) + 1;
            String text = page.substring(start, line);
            if (!text.isBlank()) {
                String before = leading(text);
                return before.length() > own.length() && text.strip().startsWith("<") ? before : text.strip().matches("(?i)<(?:head|body)\\b.*") || !before.equals(own) ? own + (own.contains("\t") ? "\t" : "  ") : own;
            }
            line = start - 1;
        }
        return own;
    }

    private static String leading(String line) {
        return line.substring(0, line.length() - line.stripLeading().length());
    }

    /** The element's lines below an indentation; what its first line is indented by in the guide is not known, so the least of the others goes. */
    private static String lines(String code, String indent, String end) {
        List<String> all = code.lines().toList();
        int least = all.stream().skip(1).filter(line -> !line.isBlank()).mapToInt(line -> line.length() - line.stripLeading().length()).min().orElse(0);
        StringBuilder text = new StringBuilder(indent).append(all.getFirst());
        all.stream().skip(1).forEach(line -> text.append(end).append(line.isBlank() ? "" : indent + line.substring(least)));
        return text.toString();
    }
}
