package community.likeminds.agent.agents.coding.codeplanning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Markup of a guide that belongs into the head of a page or to the end of its body: scripts, styles, links.
 *
 * @param parts in their order
 */
record MarkupSnippet(List<Part> parts) {

    /** Where a page has it. */
    enum Place {
        HEAD,
        BODY_END,
        /** The snippet does not say. */
        UNSAID
    }

    /**
     * @param text as the guide writes it, indented as its first line is
     * @param place as the snippet itself says it
     */
    record Part(String text, Place place) {

        /** Whether a browser does not care where it stands. */
        boolean anywhere() {
            return !text.matches("(?is)<script\\b.*") || OPENING.matcher(text).results().allMatch(tag -> tag.group().matches("(?is).*\\b(?:async|defer|type=[\"']?module)\\b.*"));
        }

        boolean script() {
            return text.matches("(?is)<script\\b.*");
        }
    }

    private static final Pattern OPENING = Pattern.compile("(?is)<script\\b[^>]*>");
    private static final Pattern ELEMENT = Pattern.compile("(?is)<(script|style|noscript)\\b[^>]*>.*?</\\1\\s*>|<(?:link|meta)\\b[^>]*>");
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    /** What a guide repeats of a page to show where something goes. */
    private static final Pattern AROUND = Pattern.compile(
            "(?is)\\A(?:\\s|\\.{3}|…|<!doctype[^>]*>|</?(?:html|head|body)\\b[^>]*>|<title>[^<]*</title>|<meta\\s+(?:charset|name=[\"']viewport)[^>]*>)*\\z");
    private static final Pattern OF_PAGE = Pattern.compile("(?is)<meta\\s+(?:charset|name=[\"']viewport).*");
    private static final Pattern HEAD = Pattern.compile("(?i)</?head\\b");
    private static final Pattern BODY = Pattern.compile("(?i)<(/?)body\\b");

    /** The snippet, without parts when the code is other markup. */
    static MarkupSnippet of(String code) {
        String bare = COMMENT.matcher(code).replaceAll("");
        if (code.length() > 20_000 || !AROUND.matcher(ELEMENT.matcher(bare).replaceAll("")).matches()) {
            return new MarkupSnippet(List.of());
        }
        List<Part> parts = new ArrayList<>();
        Matcher element = ELEMENT.matcher(bare);
        while (element.find()) {
            if (!OF_PAGE.matcher(element.group()).matches()) {
                parts.add(new Part(element.group(), place(bare, element.start())));
            }
        }
        return new MarkupSnippet(parts);
    }

    private static Place place(String code, int at) {
        String before = ELEMENT.matcher(code.substring(0, at)).replaceAll("").toLowerCase(Locale.ROOT);
        String after = ELEMENT.matcher(code.substring(at)).replaceAll("").toLowerCase(Locale.ROOT);
        if (BODY.matcher(before).find() || after.matches("(?s)\\W*</body.*")) {
            return Place.BODY_END;
        }
        return HEAD.matcher(before).find() && !before.contains("</head") || after.matches("(?s)\\W*</head.*") ? Place.HEAD : Place.UNSAID;
    }

    boolean loads() {
        return parts.stream().anyMatch(Part::script);
    }
}
