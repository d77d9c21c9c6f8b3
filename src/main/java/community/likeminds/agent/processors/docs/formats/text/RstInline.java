package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.formats.Markdown;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Text within a line of reStructuredText, with what the page and its site define for names. */
final class RstInline {

    private static final Pattern INLINE = Pattern.compile(
            "``((?:[^`]|`(?!`)){1,2000}?)``|:([\\w:+.-]{1,40}):`([^`<]{0,500}?)(?:\\s{0,4}<([^>`]{0,500})>)?`|`([^`<]{1,500}?)\\s{0,4}<([^>`]{1,1000})>`__?|`([^`]+)`(_{0,2})|\\b([A-Za-z0-9][\\w.-]{0,60})_(?![\\w_])|\\s?\\[#?[\\w-]{0,30}\\]_|\\\\ ");
    private static final Pattern NAME = Pattern.compile("\\|([^|\\s](?:[^|]{0,60}[^|\\s])?)\\|_{0,2}");
    private static final Pattern REPLACED = Pattern.compile("\\s*\\.\\. \\|([^|]{1,60})\\| replace::\\s*(.*)");
    private static final Pattern TARGET = Pattern.compile("\\s*\\.\\. _`?([^:`]{1,200})`?:\\s+(\\S+)\\s*");
    /** Roles whose text is said rather than typed. */
    private static final Set<String> SPOKEN = Set.of("ref", "doc", "term", "abbr", "guilabel", "menuselection", "numref", "download", "any", "index", "strong", "emphasis", "pep", "rfc", "kbd");

    /** Characters that values may add to a page. */
    private static final int MOST_GROWN = 1_000_000;

    private static final int LONGEST = 500;

    private long grown;
    private final Map<String, String> words = new HashMap<>();
    private final Map<String, String> targets = new HashMap<>();

    /** @param site values that the site's configuration gives to names */
    RstInline(String[] lines, Map<String, String> site) {
        words.putAll(site);
        for (String line : lines) {
            if (line.contains(".. ")) {
                define(line);
            }
        }
    }

    private void define(String line) {
        Matcher replaced = REPLACED.matcher(line);
        Matcher target = TARGET.matcher(line);
        if (replaced.matches()) {
            words.putIfAbsent(replaced.group(1), replaced.group(2).strip().substring(0, Math.min(LONGEST, replaced.group(2).strip().length())));
        } else if (target.matches()) {
            targets.putIfAbsent(target.group(1).strip().toLowerCase(Locale.ROOT), target.group(2));
        }
    }

    /** The text with values in the place of names between bars. */
    String substituted(String text) {
        if (text.indexOf('|') < 0 || words.isEmpty() || grown > MOST_GROWN) {
            return text;
        }
        String whole = NAME.matcher(text).replaceAll(name -> Matcher.quoteReplacement(words.getOrDefault(name.group(1), name.group())));
        grown += Math.max(0, whole.length() - text.length());
        return whole;
    }

    /** Text as Markdown. */
    String of(String raw) {
        String text = substituted(raw);
        StringBuilder out = new StringBuilder();
        Matcher matcher = INLINE.matcher(text);
        int last = 0;
        while (matcher.find()) {
            out.append(plain(text.substring(last, matcher.start())));
            last = matcher.end();
            if (matcher.group(1) != null) {
                out.append(Markdown.code(matcher.group(1)));
            } else if (matcher.group(2) != null) {
                out.append(role(matcher.group(2), matcher.group(3), matcher.group(4)));
            } else if (matcher.group(5) != null) {
                String target = matcher.group(6);
                boolean named = target.endsWith("_");
                out.append(named ? reference(matcher.group(5), target.substring(0, target.length() - 1)) : Markdown.link(plain(matcher.group(5)), target));
            } else if (matcher.group(7) != null) {
                out.append(matcher.group(8).isEmpty() ? plain(matcher.group(7)) : reference(matcher.group(7), matcher.group(7)));
            } else if (matcher.group(9) != null) {
                boolean known = targets.containsKey(matcher.group(9).toLowerCase(Locale.ROOT));
                out.append(known ? reference(matcher.group(9), matcher.group(9)) : plain(matcher.group()));
            }
        }
        return out.append(plain(text.substring(last))).toString();
    }

    private String reference(String text, String name) {
        String target = targets.get(name.strip().toLowerCase(Locale.ROOT));
        return target == null ? plain(text) : Markdown.link(plain(text), target);
    }

    private static String role(String name, String text, @Nullable String target) {
        String own = name.substring(name.lastIndexOf(':') + 1);
        String shown = text.isBlank() && target != null ? target : text;
        if (own.equals("doc")) {
            String page = target == null ? text : target;
            return Markdown.link(plain(target == null ? page.substring(page.lastIndexOf('/') + 1) : text), page.endsWith(".rst") ? page : page + ".rst");
        }
        return SPOKEN.contains(own) ? plain(shown.replaceFirst("^[~!]", "")) : Markdown.code(shown.replaceFirst("^[~!]", ""));
    }

    /** Emphasis is written as in Markdown; everything else is text. */
    private static String plain(String text) {
        return Markdown.escaped(text).replace("\\*", "*");
    }
}
