package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads reStructuredText: sections, code, notes, tabs, lists and references; what it does not know is text. */
public final class RstPages {

    private static final int DEEPEST = 20;
    private static final Pattern DIRECTIVE = Pattern.compile("\\.\\. ([\\w:.-]{1,60})::(?:\\s+(.*))?");
    private static final Pattern OPTION = Pattern.compile(":([\\w-]{1,40}):\\s*(.*)");
    private static final Pattern INLINE = Pattern.compile("``([^`]+)``|:[\\w:+.-]{1,40}:`([^`<]*)(?:\\s?<[^>`]*>)?`|`([^`<]+?)\\s*<([^>`]+)>`__?|`([^`]+)`_{0,2}");
    private static final Set<String> CODE = Set.of("code-block", "code", "sourcecode", "highlight-block", "parsed-literal", "prompt", "console");
    private static final Set<String> NOTES = Set.of(
            "note", "warning", "tip", "important", "caution", "danger", "hint", "attention", "error", "admonition", "deprecated", "versionadded", "versionchanged", "seealso");
    private static final Set<String> TABS = Set.of("tabs", "tab-set", "content-tabs");
    private static final Set<String> TAB = Set.of("tab", "tab-item", "group-tab", "code-tab", "tab-container");
    private static final Set<String> THROUGH = Set.of("container", "only", "rst-class", "topic", "sidebar", "rubric", "dropdown", "collapse");

    private final String[] lines;
    private final Rendering out;
    private final List<String> adornments = new ArrayList<>();

    private RstPages(String[] lines, Rendering out) {
        this.lines = lines;
        this.out = out;
    }

    public static Page read(RawPage raw) {
        Rendering out = new Rendering();
        String[] lines = Charsets.text(raw.bytes(), raw.charset()).split("\r\n|\r|\n", -1);
        // A page that begins with a rule must not look like one with a head.
        out.blank("");
        new RstPages(lines, out).blocks(0, lines.length, 0, 0);
        if (out.isEmpty()) {
            out.line("", 1, 1);
        }
        return out.page(raw.source(), raw.path(), raw.address(), raw.bytes());
    }

    private void blocks(int from, int to, int indent, int depth) {
        int i = from;
        while (i < to) {
            String line = text(i, indent);
            if (line.isBlank()) {
                out.blank("");
                i++;
            } else if (i + 1 < to && !Character.isWhitespace(line.charAt(0)) && underline(text(i + 1, indent), line)) {
                section(line, text(i + 1, indent).substring(0, 1), i, i + 1);
                i += 2;
            } else if (i + 2 < to && adornment(line) && underline(text(i + 2, indent), text(i + 1, indent).strip()) && line.charAt(0) == text(i + 2, indent).charAt(0)) {
                section(text(i + 1, indent).strip(), line.substring(0, 1) + line.charAt(0), i, i + 2);
                i += 3;
            } else if (line.startsWith("..")) {
                i = directive(line, i, to, indent, depth);
            } else {
                i = paragraph(i, to, indent);
            }
        }
    }

    private String text(int i, int indent) {
        String line = lines[i];
        int at = 0;
        while (at < indent && at < line.length() && Character.isWhitespace(line.charAt(at))) {
            at++;
        }
        return line.substring(at).stripTrailing();
    }

    private static boolean adornment(String line) {
        return line.length() > 2 && "=-`:'\"~^_*+#<>.".indexOf(line.charAt(0)) >= 0 && line.chars().allMatch(c -> c == line.charAt(0));
    }

    private static boolean underline(String line, String title) {
        return adornment(line) && !title.isBlank() && line.length() >= Math.min(title.length(), 200) - 1 && !adornment(title);
    }

    private void section(String title, String mark, int first, int last) {
        if (!adornments.contains(mark)) {
            adornments.add(mark);
        }
        out.blank("");
        out.line("#".repeat(Math.min(6, adornments.indexOf(mark) + 1)) + " " + inline(title), first + 1, last + 1);
        out.blank("");
    }

    /** End of what is indented more than a line: the index of the first line behind it. */
    private int end(int first, int to, int indent) {
        int end = first;
        for (int i = first; i < to; i++) {
            if (!lines[i].isBlank()) {
                if (indentOf(i) <= indent) {
                    break;
                }
                end = i + 1;
            }
        }
        return Math.max(first, end);
    }

    private int indentOf(int i) {
        int at = 0;
        while (at < lines[i].length() && Character.isWhitespace(lines[i].charAt(at))) {
            at++;
        }
        return at;
    }

    private int directive(String line, int i, int to, int indent, int depth) {
        int end = end(i + 1, to, indent);
        Matcher matcher = DIRECTIVE.matcher(line);
        if (!matcher.matches()) {
            return end;
        }
        String name = matcher.group(1).toLowerCase(Locale.ROOT);
        String argument = matcher.group(2) == null ? "" : matcher.group(2).strip();
        int body = i + 1;
        String caption = "";
        for (Matcher option = OPTION.matcher(""); body < end && (option.reset(lines[body].strip()).matches()); body++) {
            caption = option.group(1).equals("caption") || option.group(1).equals("name") && caption.isEmpty() && option.group(2).contains(".") ? option.group(2) : caption;
        }
        int inner = body < end ? indentOf(firstText(body, end)) : 0;
        if (CODE.contains(name)) {
            code(body, end, inner, argument, caption);
        } else if (name.equals("code-tab")) {
            tag("<TabItem label=\"" + Markdown.attribute(argument) + "\">", i);
            code(body, end, inner, argument.split(" ")[0], "");
            tag("</TabItem>", Math.max(i, end - 1));
        } else if (NOTES.contains(name) && depth < DEEPEST) {
            String kind = name.equals("admonition") ? "note" : name;
            tag("<Admonition type=\"" + kind + "\"" + (name.equals("admonition") ? " title=\"" + Markdown.attribute(argument) + "\"" : "") + ">", i);
            if (!argument.isEmpty() && !name.equals("admonition")) {
                out.line(Markdown.paragraph(inline(argument)), i + 1, i + 1);
                out.blank("");
            }
            blocks(body, end, inner, depth + 1);
            tag("</Admonition>", Math.max(i, end - 1));
        } else if ((TABS.contains(name) || TAB.contains(name)) && depth < DEEPEST) {
            String element = TABS.contains(name) ? "Tabs" : "TabItem";
            tag("<" + element + (TAB.contains(name) ? " label=\"" + Markdown.attribute(argument) + "\"" : "") + ">", i);
            blocks(body, end, inner, depth + 1);
            tag("</" + element + ">", Math.max(i, end - 1));
        } else if (THROUGH.contains(name) && depth < DEEPEST) {
            blocks(body, end, inner, depth + 1);
        } else if (name.matches("(?:\\w+:)?(?:function|method|class|data|attribute|module|property|exception|option|envvar|struct|type|enum)") && depth < DEEPEST) {
            section(argument, "signature", i, i);
            blocks(body, end, inner, depth + 1);
        }
        return end;
    }

    private int firstText(int from, int to) {
        int i = from;
        while (i < to - 1 && lines[i].isBlank()) {
            i++;
        }
        return i;
    }

    private void tag(String tag, int i) {
        out.blank("");
        out.line(tag, i + 1, i + 1);
        out.blank("");
    }

    private void code(int from, int to, int indent, String language, String title) {
        int first = firstText(from, to);
        List<String> code = new ArrayList<>();
        for (int i = first; i < to; i++) {
            code.add(text(i, indent));
        }
        while (!code.isEmpty() && code.getLast().isBlank()) {
            code.removeLast();
        }
        if (code.isEmpty()) {
            return;
        }
        String fence = Markdown.fence(code);
        out.blank("");
        out.line(fence + Markdown.info(language, title), first + 1, first + 1);
        for (int i = 0; i < code.size(); i++) {
            out.line(code.get(i), first + i + 1, first + i + 1);
        }
        out.line(fence, first + code.size(), first + code.size());
        out.blank("");
    }

    /** A paragraph, an item or a table's line; a pair of colons at its end announces code. */
    private int paragraph(int first, int to, int indent) {
        int i = first;
        boolean literal = false;
        while (i < to && !text(i, indent).isBlank()) {
            String line = text(i, indent);
            if (i > first && line.startsWith("..") || i > first && i + 1 < to && underline(text(i + 1, indent), line) && !Character.isWhitespace(line.charAt(0))) {
                break;
            }
            if (adornment(line.replace(" ", "").replace("+", "-")) && line.length() > 3 && (line.contains("+") || line.contains("=") || line.contains("- "))) {
                i++;
                continue;
            }
            literal = line.endsWith("::");
            String words = literal ? line.equals("::") ? "" : line.substring(0, line.length() - 1) : line;
            String spaces = words.substring(0, words.length() - words.stripLeading().length());
            String plain = words.strip().replaceFirst("^#\\. ", "1. ");
            boolean item = plain.matches("(?:[-*+•]|\\d{1,3}[.)]) .*");
            String marked = item ? plain.substring(0, plain.indexOf(' ') + 1).replace('•', '-') + inline(plain.substring(plain.indexOf(' ') + 1))
                    : i == first ? Markdown.paragraph(inline(plain)) : inline(plain);
            if (!plain.isEmpty()) {
                // Deep indentation would read as code.
                out.line((item || spaces.length() < 4 ? spaces : "   ") + marked, i + 1, i + 1);
            }
            i++;
        }
        if (literal && i < to) {
            int end = end(i, to, indentOf(first));
            if (end > i) {
                code(i, end, indentOf(firstText(i, end)), "", "");
                return end;
            }
        }
        return Math.max(i, first + 1);
    }

    private static String inline(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = INLINE.matcher(text);
        int last = 0;
        while (matcher.find()) {
            out.append(plain(text.substring(last, matcher.start())));
            if (matcher.group(1) != null || matcher.group(2) != null) {
                out.append(Markdown.code(matcher.group(1) != null ? matcher.group(1) : matcher.group(2).replaceFirst("^[~!]", "")));
            } else {
                out.append(matcher.group(3) != null ? Markdown.link(Markdown.escaped(matcher.group(3)), matcher.group(4)) : Markdown.escaped(matcher.group(5)));
            }
            last = matcher.end();
        }
        return out.append(plain(text.substring(last))).toString();
    }

    /** Emphasis is written as in Markdown; everything else is text. */
    private static String plain(String text) {
        return Markdown.escaped(text).replace("\\*", "*");
    }
}
