package community.likeminds.agent.agents.documentation.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The places of a page that a link can lead to.
 *
 * <p>Site generators make slugs of headings in slightly different ways (GitHub keeps underscores and doubled hyphens, VitePress and MkDocs do
 * not), so slugs are compared by their letters and digits; explicit ids are compared as they are.
 *
 * @param slugs of headings, as GitHub makes them
 * @param ids that are written out
 * @param open whether the page shows components or other pages whose headings are not known
 */
record Anchors(Set<String> slugs, Set<String> ids, boolean open) {

    private static final Pattern HEADING = Pattern.compile("^(?:[ >]{0,8}|\\s*(?:[-*+]|\\d+[.)])\\s+)(#{1,6})\\s+(.*?)\\s*#*\\s*$");
    private static final Pattern EXPLICIT = Pattern.compile("\\\\?\\{\\s*(?:/\\*\\s*)?#([^\\s}*]+)[^}]*\\}\\s*$|\\[#([^\\]\\s]+)\\]\\s*$");
    private static final Pattern ID = Pattern.compile("(?<![\\w-])(?:id|name|slug|path|anchor|headingId)=(?:\\{\\s*)?[\"'`]([^\"'`]+)[\"'`]");
    private static final Pattern TITLE = Pattern.compile("<[A-Z][\\w.]*\\s[^>]*?(?:title|heading|label|header)=(?:\\{\\s*)?[\"'`]([^\"'`]+)[\"'`]");
    private static final Pattern HTML_HEADING = Pattern.compile("<(?:h[1-6]|summary|dt|Heading\\w*|H[1-6])\\b[^>]*>(.*?)</");
    /** Components that show something and have no headings. */
    private static final String SHOWN = "(?:Image|Img|Picture|Figure|Video|YouTube|Youtube|Embed|Icon|Badge|Button|Link|Frame|Screenshot)\\b";
    private static final Pattern INCLUDED = Pattern.compile(
            "<(?!" + SHOWN + ")([A-Z][\\w.]*)(?:\\s[^<>]*)?/>|<!--\\s*@include|\\{%\\s*(?:include|partial)|<\\$?Partial|<Include|^\\s*:::\\s*include|--8<--|\\{\\{<?\\s*include");
    /** A component whose attributes go on in the next line. */
    private static final Pattern UNFINISHED_TAG = Pattern.compile("^\\s{0,40}<(?!" + SHOWN + ")[A-Z][\\w.]*(?:\\s[^<>]*)?$");
    private static final Pattern LINK = Pattern.compile("!?\\[((?:[^\\[\\]]|\\[[^\\]]*\\])*)\\]\\((?:[^()]|\\([^()]*\\))*\\)");

    static Anchors of(PageText page) {
        Set<String> slugs = new LinkedHashSet<>();
        Set<String> ids = new HashSet<>();
        boolean open = false;
        boolean withinTag = false;
        String before = "";
        for (String line : page.prose()) {
            Matcher heading = HEADING.matcher(line);
            if (heading.matches()) {
                heading(heading.group(2), slugs, ids);
            } else if (!before.isBlank() && line.matches("\\s{0,3}(=+|-{2,})\\s*")) {
                heading(before.strip(), slugs, ids);
            }
            before = line;
            if (line.indexOf('<') >= 0 || line.indexOf('{') >= 0 || line.indexOf('-') >= 0) {
                open |= INCLUDED.matcher(line).find();
                withinTag |= UNFINISHED_TAG.matcher(line).find();
                Matcher html = HTML_HEADING.matcher(line);
                while (html.find()) {
                    heading(html.group(1).replaceAll("<[^>]*>", ""), slugs, ids);
                }
            }
            if (withinTag && line.contains(">")) {
                open |= line.contains("/>");
                withinTag = UNFINISHED_TAG.matcher(line).find();
            }
            Matcher id = ID.matcher(line);
            while (id.find()) {
                ids.add(id.group(1));
            }
            Matcher title = TITLE.matcher(line);
            while (title.find()) {
                slugs.add(slug(title.group(1)));
            }
        }
        slugs.add(slug(page.page().title()));
        return new Anchors(slugs, ids, open);
    }

    private static void heading(String raw, Set<String> slugs, Set<String> ids) {
        Matcher explicit = EXPLICIT.matcher(raw);
        String text = raw;
        if (explicit.find()) {
            ids.add(explicit.group(1) == null ? explicit.group(2) : explicit.group(1));
            text = raw.substring(0, explicit.start());
        }
        String slug = slug(LINK.matcher(text).replaceAll(match -> Matcher.quoteReplacement(match.group(1))));
        String unique = slug;
        for (int i = 1; !slugs.add(unique); i++) {
            unique = slug + "-" + i;
        }
    }

    /** GitHub's rule: lower case, punctuation dropped, spaces become hyphens. */
    static String slug(String heading) {
        StringBuilder slug = new StringBuilder();
        String text = heading.replaceAll("</?[a-zA-Z][^>]*>", "").replaceAll("&(?:[a-z]+|#\\d+);", "").replaceAll("\\{\\{?[^}]*\\}?\\}", "").strip().toLowerCase(Locale.ROOT);
        text.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '_' || c == '-') {
                slug.appendCodePoint(c);
            } else if (c == ' ') {
                slug.append('-');
            }
        });
        return slug.toString();
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }

    boolean has(String anchor) {
        if (anchor.isEmpty() || anchor.equals("top") || ids.contains(anchor) || slugs.contains(anchor)) {
            return true;
        }
        // Text fragments, line anchors and routes of single-page sites are no headings.
        if (anchor.startsWith(":~:") || anchor.startsWith("/") || anchor.startsWith("!") || anchor.matches("L\\d+(-L?\\d+)?")) {
            return true;
        }
        String wanted = letters(anchor);
        boolean same = slugs.stream().anyMatch(slug -> letters(slug).equals(wanted))
                || ids.stream().anyMatch(id -> letters(id).equals(wanted));
        return same && anchor.equals(anchor.toLowerCase(Locale.ROOT));
    }

    /** Anchors that may have been meant, nearest first, three at most. */
    List<String> nearest(String anchor) {
        List<String> all = new ArrayList<>(ids);
        all.addAll(slugs);
        return Nearest.of(anchor, all, 3);
    }
}
