package community.likeminds.agent.processors.docs.formats.html;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jspecify.annotations.Nullable;

/**
 * The code of a {@code pre} element.
 *
 * @param lines the code
 * @param skipped lines of the element before the first of them
 * @param language as the highlighter's classes or attributes name it, or empty
 * @param title the file that it belongs to, or empty
 */
record CodeSample(List<String> lines, int skipped, String language, String title) {

    private static final int FAR = 4;
    private static final Pattern LANGUAGE = Pattern.compile("(?:^|\\s)(?:language|lang|highlight-source|highlight-text|sourceCode|highlight|brush:?)[-\\s:]\\s*([A-Za-z0-9+#.]{1,20})");
    private static final Set<String> NO_LANGUAGE = Set.of(
            "none", "plaintext", "plain", "text", "default", "notranslate", "nohighlight", "plain-text", "undefined", "wrapper", "block", "source");
    private static final Set<String> TITLES = Set.of(
            "code-block-title", "code-title", "filename", "file-name", "code-filename", "title", "code-block-caption", "caption-text", "prism-title",
            "remark-code-title", "gatsby-code-title", "code-header", "codeblock-title", "rehype-code-title");
    private static final Set<String> HIGHLIGHTERS = Set.of("hljs", "source-code", "shiki", "prettyprint");

    static CodeSample of(Element pre) {
        StringBuilder text = new StringBuilder();
        pre.filter(new Reader(text));
        List<String> lines = new ArrayList<>(List.of(text.toString().replace('\u00A0', ' ').replace("\r\n", "\n").replace("\u200B", "").split("\r|\n", -1)));
        int skipped = 0;
        while (!lines.isEmpty() && lines.getFirst().isBlank()) {
            lines.removeFirst();
            skipped++;
        }
        while (!lines.isEmpty() && lines.getLast().isBlank()) {
            lines.removeLast();
        }
        return new CodeSample(List.copyOf(lines), skipped, language(pre), title(pre));
    }

    /** Reads code as it stands, without line numbers and buttons. */
    private record Reader(StringBuilder text) implements NodeFilter {
        @Override
        public FilterResult head(Node node, int depth) {
            if (node instanceof TextNode words) {
                text.append(words.getWholeText());
            } else if (node instanceof Element element && depth > 0) {
                if (element.normalName().equals("br")) {
                    text.append('\n');
                } else if (Clutter.is(element) && !element.normalName().equals("span") || Classes.any(element, Set.of("lineno", "linenos", "line-number", "gutter"))) {
                    return FilterResult.SKIP_ENTIRELY;
                } else if (ownLine(element) && !text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
                    text.append('\n');
                }
            }
            return FilterResult.CONTINUE;
        }

        private static boolean ownLine(Element element) {
            return element.normalName().equals("div") || element.normalName().equals("li") || element.normalName().equals("tr");
        }
    }

    private static String language(Element pre) {
        Element code = pre.selectFirst("code");
        String named = code == null ? "" : language(code, true);
        Element one = pre;
        for (int far = 0; far < FAR && one != null && named.isEmpty(); far++) {
            named = language(one, far == 0);
            one = one.parent();
        }
        return named;
    }

    private static String language(Element element, boolean itself) {
        for (String attribute : List.of("data-language", "data-lang", "data-code-language", "lang")) {
            String value = element.attr(attribute);
            if (!value.isBlank() && (itself || !attribute.equals("lang"))) {
                return known(value);
            }
        }
        String classes = element.className();
        Matcher matcher = LANGUAGE.matcher(classes);
        while (matcher.find()) {
            String name = known(matcher.group(1));
            if (!name.isEmpty()) {
                return name;
            }
        }
        if (itself && Classes.any(element, HIGHLIGHTERS)) {
            for (String name : classes.split("\\s+")) {
                if (name.matches("[a-z][a-z0-9+#]{0,14}") && !HIGHLIGHTERS.contains(name)) {
                    return known(name);
                }
            }
        }
        return "";
    }

    private static String known(String name) {
        String lower = name.strip().toLowerCase(Locale.ROOT);
        return NO_LANGUAGE.contains(lower) ? "" : lower;
    }

    private static String title(Element pre) {
        Element one = pre;
        for (int far = 0; far < FAR && one != null; far++) {
            for (String attribute : List.of("data-title", "data-filename", "data-file", "data-rehype-pretty-code-title")) {
                if (!one.attr(attribute).isBlank()) {
                    return one.attr(attribute);
                }
            }
            Element before = one.previousElementSibling();
            if (before != null && isTitle(before)) {
                return before.text();
            }
            if (one != pre && one.select("pre").size() > 1) {
                return "";
            }
            one = one.parent();
        }
        return "";
    }

    /** Whether an element only says what the code below it is called. */
    static boolean isTitle(@Nullable Element element) {
        // What is cheap comes first: every element is asked, and the text of one holds that of all within it.
        if (element == null || !element.normalName().equals("figcaption") && !Classes.any(element, TITLES)) {
            return false;
        }
        Element next = element.nextElementSibling();
        return next != null && (next.normalName().equals("pre") || next.selectFirst("pre") != null)
                && element.selectFirst("pre") == null && element.text().length() <= 120;
    }
}
