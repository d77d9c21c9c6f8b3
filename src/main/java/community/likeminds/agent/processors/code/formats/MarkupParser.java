package community.likeminds.agent.processors.code.formats;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads XML and HTML into elements with offsets; what is no tag stays text. */
final class MarkupParser {

    private static final Set<String> VOID = Set.of(
            "area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr");
    private static final Pattern BLOCK = Pattern.compile("\\{[#@]\\w|@(?:if|for|switch|defer|let)\\b[^{}<]*\\{");
    private static final Pattern ATTRIBUTE = Pattern.compile("([^\\s=/>\"']+)(?:\\s*=\\s*(\"[^\"]*\"|'[^']*'|[^\\s>\"']+))?");

    private final String text;
    private final boolean html;
    private final boolean template;
    private final Element root;
    private String error = "";

    MarkupParser(String text, MarkupKind kind) {
        this.text = text;
        this.html = kind.html();
        this.template = kind == MarkupKind.TEMPLATE;
        this.root = new Element(text, "", null, 0);
        root.close = text.length();
        root.end = text.length();
        parse();
    }

    /** A nameless element that holds everything. */
    Element root() {
        return root;
    }

    String error() {
        return error;
    }

    private void parse() {
        Element in = root;
        int at = next(0);
        while (at >= 0 && error.isEmpty()) {
            if (text.charAt(at) != '<') {
                at = block(in, at);
            } else if (text.startsWith("<!--", at)) {
                at = leaf(in, "!--", at, "-->");
            } else if (text.startsWith("<![CDATA[", at)) {
                at = after("]]>", at);
            } else if (text.startsWith("<!", at) || text.startsWith("<?", at)) {
                at = leaf(in, text.substring(at + 1, at + 2), at, ">");
            } else if (text.startsWith("</", at)) {
                in = closed(in, at);
                at = after(">", at);
            } else if (at + 1 < text.length() && Character.isLetter(text.charAt(at + 1))) {
                Element one = opened(in, at);
                at = one.open;
                boolean raw = html && (one.name().equals("script") || one.name().equals("style"));
                if (raw && !one.empty) {
                    int end = text.indexOf("</" + one.name(), at);
                    at = end < 0 ? -1 : end;
                    error = end < 0 ? "`<" + one.name() + ">` is not closed." : error;
                }
                in = one.empty ? in : one;
            } else {
                at++;
            }
            at = at < 0 || at >= text.length() ? -1 : next(at);
        }
        if (in != root && error.isEmpty()) {
            error = "`<" + in.name() + ">` is not closed.";
        }
    }

    /** The next tag, or in a template the next block of its own language. */
    private int next(int from) {
        int tag = text.indexOf('<', from);
        if (!template) {
            return tag;
        }
        Matcher block = BLOCK.matcher(text).region(from, tag < 0 ? text.length() : tag);
        return block.find() ? block.start() : tag;
    }

    /** A block of a template's own language, such as {@code {#if …}…{/if}} or {@code @if (…) {…}}, is one piece whatever it holds. */
    private int block(Element in, int at) {
        int end;
        if (text.charAt(at) == '@') {
            end = braces(text.indexOf('{', at));
        } else if (text.startsWith("{#", at)) {
            Matcher tags = Pattern.compile("\\{#\\w+|\\{/\\w+\\s*\\}").matcher(text);
            int depth = 0;
            end = -1;
            int from = at;
            while (end < 0 && tags.find(from)) {
                depth += tags.group().startsWith("{#") ? 1 : -1;
                end = depth == 0 ? tags.end() : -1;
                from = tags.end();
            }
        } else {
            end = braces(at);
        }
        error = end < 0 ? "a block is not closed." : error;
        Element one = new Element(text, "{" + text.substring(at, Math.max(at, end)), in, at);
        one.empty = true;
        one.end = end < 0 ? text.length() : end;
        one.open = one.end;
        one.close = one.end;
        one.nameEnd = one.end;
        in.children().add(one);
        return end;
    }

    private int braces(int from) {
        int depth = 0;
        for (int i = from; i >= 0 && i < text.length(); i++) {
            char c = text.charAt(i);
            depth += c == '{' ? 1 : c == '}' ? -1 : 0;
            if (depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    private int after(String mark, int from) {
        int found = text.indexOf(mark, from);
        error = found < 0 ? "a tag is not closed." : error;
        return found < 0 ? -1 : found + mark.length();
    }

    private int leaf(Element in, String name, int at, String mark) {
        int end = after(mark, at);
        Element one = new Element(text, name, in, at);
        one.empty = true;
        one.end = end < 0 ? text.length() : end;
        in.children().add(one);
        return end;
    }

    private Element closed(Element in, int at) {
        int end = text.indexOf('>', at);
        String name = end < 0 ? "" : text.substring(at + 2, end).strip();
        if (!in.name().equals(name)) {
            error = "`</" + name + ">` closes nothing.";
            return in;
        }
        in.close = at;
        in.end = end + 1;
        @Nullable Element parent = in.parent();
        return parent == null ? root : parent;
    }

    private Element opened(Element in, int at) {
        int end = at + 1;
        while (end < text.length() && !Character.isWhitespace(text.charAt(end)) && text.charAt(end) != '>' && text.charAt(end) != '/') {
            end++;
        }
        Element one = new Element(text, text.substring(at + 1, end), in, at);
        one.nameEnd = end;
        int stop = end;
        while (stop < text.length() && text.charAt(stop) != '>') {
            char c = text.charAt(stop);
            int close = c == '"' || c == '\'' ? text.indexOf(c, stop + 1) : template && c == '{' ? braces(stop) - 1 : stop;
            close = close < stop ? -1 : close;
            stop = close < 0 ? text.length() : close + 1;
        }
        if (stop >= text.length()) {
            error = "`<" + one.name() + "` is not closed.";
        }
        Matcher attribute = ATTRIBUTE.matcher(text).region(end, stop);
        while (attribute.find()) {
            String value = attribute.group(2) == null ? "" : attribute.group(2).replaceAll("^[\"']|[\"']$", "");
            one.attributes().add(new Element.Attribute(attribute.group(1), value, attribute.start(), attribute.end()));
        }
        one.empty = stop > 0 && text.charAt(stop - 1) == '/' || html && VOID.contains(template ? one.name() : one.name().toLowerCase(Locale.ROOT));
        one.open = Math.min(stop + 1, text.length());
        one.close = one.open;
        one.end = one.open;
        in.children().add(one);
        return one;
    }
}
