package community.likeminds.agent.processors.docs.analyzer;

import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Values that stand for names in double braces. Names that nobody gave a value stay as they are: they are the reader's to fill in.
 *
 * @param given values that are meant for this text: an include's, the page's own list; they hold in code as well
 * @param front the page's front matter
 * @param site values of the whole site
 */
record Variables(Map<String, String> given, Map<String, String> front, Map<String, String> site) {

    private static final List<String> LISTS = List.of("variables.", "vars.", "substitutions.", "myst.substitutions.", "params.", "data.");
    private static final List<String> QUALIFIERS = List.of("page.", "$frontmatter.", "frontmatter.", "frontMatter.", "$page.frontmatter.", ".Params.", "metadata.", "meta.");
    private static final Pattern USE = Pattern.compile(
            "\\{\\{[<%-]?\\s{0,3}(?:var |variable |param )?\\s{0,3}[\"']?([.$]?[\\w$][\\w$.-]{0,80})[\"']?\\s{0,3}[>%-]?\\}\\}"
                    + "|\\{%-?\\s{0,3}\\$([\\w.]{1,80})\\s{0,3}/?%\\}|\\{props\\.(\\w{1,80})\\}|<(?:Var|Variable)\\s{1,3}name=[\"'{]{1,2}([\\w.-]{1,80})[\"'}]{1,2}\\s{0,3}/>");
    private static final Pattern VERSION = Pattern.compile("v?\\d+(?:\\.\\d+)*(?:[-+.][\\w.]+)?");

    /** The line with every known name replaced. */
    String in(String line, boolean code) {
        if (line.indexOf('{') < 0 && line.indexOf("<Var") < 0 || line.length() > 20_000) {
            return line;
        }
        Matcher matcher = USE.matcher(line);
        StringBuilder text = new StringBuilder();
        while (matcher.find()) {
            String name = "";
            for (int i = 1; i <= matcher.groupCount(); i++) {
                name = matcher.group(i) == null ? name : matcher.group(i);
            }
            String value = value(name, code);
            matcher.appendReplacement(text, Matcher.quoteReplacement(value == null ? matcher.group() : value));
        }
        return matcher.appendTail(text).toString();
    }

    private @Nullable String value(String written, boolean code) {
        String name = written.startsWith("$") && !written.startsWith("$frontmatter") && !written.startsWith("$page") || written.startsWith(".") && !written.startsWith(".Params")
                ? written.substring(1) : written;
        String own = given.get(name.startsWith("include.") ? name.substring(8) : name.startsWith("props.") ? name.substring(6) : name);
        if (own != null) {
            return own;
        }
        for (String qualifier : QUALIFIERS) {
            if (name.startsWith(qualifier)) {
                String bare = name.substring(qualifier.length());
                String value = front.get(bare);
                return value != null ? value : listed(bare);
            }
        }
        String listed = listed(name);
        if (listed != null) {
            return listed;
        }
        String plain = front.get(name);
        // In code, braces are as often a template's own: only a version is surely the page's.
        if (plain != null && !plain.isEmpty() && (!code || VERSION.matcher(plain).matches())) {
            return plain;
        }
        return site.get(name);
    }

    private @Nullable String listed(String name) {
        for (String list : LISTS) {
            String value = front.get(name.startsWith(list) ? name : list + name);
            if (value != null) {
                return value;
            }
        }
        return null;
    }
}
