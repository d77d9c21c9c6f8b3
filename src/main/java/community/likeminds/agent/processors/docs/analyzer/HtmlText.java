package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text of the few HTML elements that become blocks. */
final class HtmlText {

    private static final Pattern ROW = Pattern.compile("(?i)<tr\\b[^<>]*+>");
    private static final Pattern CELL = Pattern.compile("(?i)<t[dh]\\b[^<>]*+>");
    private static final Pattern LANGUAGE = Pattern.compile("(?:language|lang)-([a-zA-Z0-9]{1,20})");
    private static final Pattern TAG = Pattern.compile("</?[a-zA-Z][^<>]{0,500}+>");

    /** @param language as a class of the element gives it, or empty */
    record Code(String text, String language) {}

    private HtmlText() {}

    static Code code(String html) {
        Matcher language = LANGUAGE.matcher(html.substring(0, Math.min(300, html.length())));
        String name = language.find() ? language.group(1).toLowerCase(Locale.ROOT) : "";
        String text = TAG.matcher(html).replaceAll("")
                .replace("&lt;", "<").replace("&gt;", ">").replace("&quot;", "\"").replace("&#39;", "'").replace("&nbsp;", " ")
                .replace("&amp;", "&");
        return new Code(text.strip().isEmpty() ? "" : withoutBlankEnds(text), name);
    }

    private static String withoutBlankEnds(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            start = text.charAt(i) == '\n' ? i + 1 : start;
        }
        return text.substring(start).stripTrailing();
    }

    static List<List<String>> rows(String html) {
        List<List<String>> rows = new ArrayList<>();
        for (String row : ROW.split(html)) {
            List<String> cells = new ArrayList<>();
            String[] parts = CELL.split(row);
            for (int i = 1; i < parts.length; i++) {
                cells.add(parts[i].strip());
            }
            if (!cells.isEmpty()) {
                rows.add(cells);
            }
        }
        return rows;
    }
}
