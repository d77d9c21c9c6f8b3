package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads AsciiDoc: sections, code, notes, lists, tables and links; what it does not know is text. */
public final class AsciiDocPages {

    private static final Pattern ATTRIBUTES = Pattern.compile("\\[{1,2}([^\\]\\[]{0,300})]{1,2}");
    private static final Pattern NOTE = Pattern.compile("(NOTE|TIP|WARNING|IMPORTANT|CAUTION):\\s+(.*)");
    private static final Pattern SECTION = Pattern.compile("(={1,6})\\s+(\\S.*)");
    private static final Pattern ITEM = Pattern.compile("\\s*([*.-]{1,5})\\s+(\\S.*)");
    private static final Pattern INLINE = Pattern.compile(
            "`\\+?([^`]+?)\\+?`|(?:link:|xref:)([^\\s\\[]{1,500})\\[([^\\]]{0,300})]|(https?://[^\\s\\[\\]]{1,500})\\[([^\\]]{0,300})]|<<([^,>]{1,200})(?:,([^>]{1,200}))?>>|\\*([^*\\s][^*]{0,200})\\*");

    private final String[] lines;
    private final Rendering out;
    private String language = "";
    private String style = "";
    private String title = "";
    private String openNote = "";

    private AsciiDocPages(String[] lines, Rendering out) {
        this.lines = lines;
        this.out = out;
    }

    public static Page read(RawPage raw) {
        Rendering out = new Rendering();
        String[] lines = Charsets.text(raw.bytes(), raw.charset()).split("\r\n|\r|\n", -1);
        new AsciiDocPages(lines, out).run();
        if (out.isEmpty()) {
            out.line("", 1, 1);
        }
        return out.page(raw.source(), raw.path(), raw.address(), raw.bytes());
    }

    private void run() {
        int i = 0;
        while (i < lines.length) {
            i = line(i);
        }
        if (!openNote.isEmpty()) {
            tag("</Admonition>", lines.length - 1);
        }
    }

    private int line(int i) {
        String line = lines[i].stripTrailing();
        Matcher matcher;
        if (line.isBlank()) {
            out.blank("");
        } else if (line.startsWith("//") && !line.equals("////") || line.matches(":!?[\\w-]{1,60}!?:.*") || line.matches("(include|image|toc|video)::.*")) {
            return i + 1;
        } else if (line.equals("////")) {
            return end(i, line) + 1;
        } else if ((matcher = SECTION.matcher(line)).matches()) {
            out.blank("");
            out.line("#".repeat(matcher.group(1).length()) + " " + inline(matcher.group(2)), i + 1, i + 1);
            out.blank("");
        } else if (line.matches("-{4,}|\\.{4,}|\\+{4,}") || line.startsWith("```")) {
            return code(i, line);
        } else if (line.matches("\\|={3,}")) {
            return table(i, line);
        } else if (line.matches("={4,}|\\*{4,}|_{4,}|--")) {
            delimiter(line, i);
        } else if ((matcher = ATTRIBUTES.matcher(line)).matches()) {
            attributes(matcher.group(1));
            return i + 1;
        } else if (line.matches("\\.[^\\s.].*")) {
            title = line.substring(1);
            return i + 1;
        } else if ((matcher = NOTE.matcher(line)).matches()) {
            tag("<Admonition type=\"" + matcher.group(1).toLowerCase(Locale.ROOT) + "\">", i);
            int end = i;
            out.line(Markdown.paragraph(inline(matcher.group(2))), i + 1, i + 1);
            while (end + 1 < lines.length && !lines[end + 1].isBlank()) {
                end++;
                out.line(inline(lines[end].strip()), end + 1, end + 1);
            }
            tag("</Admonition>", end);
            return end + 1;
        } else {
            return text(line, i);
        }
        forget();
        return i + 1;
    }

    private void forget() {
        style = "";
        language = "";
        title = "";
    }

    private int text(String line, int i) {
        Matcher item = ITEM.matcher(line);
        if (item.matches()) {
            int depth = item.group(1).startsWith("-") ? 0 : item.group(1).length() - 1;
            out.line("   ".repeat(depth) + (item.group(1).startsWith(".") ? "1. " : "- ") + inline(item.group(2)), i + 1, i + 1);
        } else if (!line.equals("+")) {
            boolean begins = i == 0 || lines[i - 1].isBlank() || lines[i - 1].strip().equals("+");
            out.line(begins ? Markdown.paragraph(inline(line.strip())) : inline(line.strip()), i + 1, i + 1);
        }
        return i + 1;
    }

    private void attributes(String list) {
        String[] parts = list.split(",");
        String first = parts[0].strip();
        if (first.startsWith("source") || first.isEmpty() && parts.length > 1) {
            language = parts.length > 1 && !parts[1].contains("=") ? parts[1].strip() : "";
        } else {
            style = first;
        }
    }

    private int end(int i, String mark) {
        for (int end = i + 1; end < lines.length; end++) {
            if (lines[end].stripTrailing().equals(mark)) {
                return end;
            }
        }
        return lines.length;
    }

    private int code(int i, String mark) {
        String closing = mark.startsWith("```") ? "```" : mark;
        int end = end(i, closing);
        List<String> code = new ArrayList<>();
        for (int k = i + 1; k < end; k++) {
            code.add(withoutCallout(lines[k].stripTrailing()));
        }
        String fence = Markdown.fence(code);
        out.blank("");
        out.line(fence + Markdown.info(mark.startsWith("```") ? mark.substring(3) : language, title), i + 1, i + 1);
        for (int k = 0; k < code.size(); k++) {
            out.line(code.get(k), i + k + 2, i + k + 2);
        }
        out.line(fence, Math.min(end + 1, lines.length), Math.min(end + 1, lines.length));
        out.blank("");
        forget();
        return end + 1;
    }

    /** Without the number in angle brackets at its end that a text below the code explains, and without the comment that holds nothing else. */
    private static String withoutCallout(String line) {
        int open = line.lastIndexOf('<');
        if (open < 0 || !line.substring(open).matches("<\\d+>")) {
            return line;
        }
        String before = line.substring(0, open).stripTrailing();
        for (String comment : List.of("//", "#", "--")) {
            if (before.endsWith(comment)) {
                return before.substring(0, before.length() - comment.length()).stripTrailing();
            }
        }
        return before;
    }

    private void delimiter(String mark, int i) {
        if (openNote.equals(mark)) {
            tag("</Admonition>", i);
            openNote = "";
        } else if (openNote.isEmpty() && style.matches("NOTE|TIP|WARNING|IMPORTANT|CAUTION")) {
            tag("<Admonition type=\"" + style.toLowerCase(Locale.ROOT) + "\">", i);
            openNote = mark;
        }
    }

    /** Rows are lines with several cells, or as many single cells as the first row has. */
    private int table(int i, String mark) {
        int end = end(i, mark);
        List<String> cells = new ArrayList<>();
        int columns = 0;
        int start = i + 1;
        out.blank("");
        boolean head = true;
        for (int k = i + 1; k < end; k++) {
            String line = lines[k].strip();
            if (line.startsWith("|")) {
                start = cells.isEmpty() ? k : start;
                for (String cell : line.substring(1).split("(?<!\\\\)\\|", -1)) {
                    cells.add(inline(cell.strip()).replaceAll("(?<!\\\\)\\|", "\\\\|"));
                }
                columns = columns == 0 ? cells.size() : columns;
            } else if (!line.isEmpty() && !cells.isEmpty()) {
                cells.set(cells.size() - 1, cells.getLast() + " " + inline(line));
            }
            boolean next = k + 1 >= end || lines[k + 1].isBlank() || lines[k + 1].strip().startsWith("|");
            if (columns > 0 && cells.size() >= columns && next) {
                out.line("| " + String.join(" | ", cells) + " |", start + 1, k + 1);
                if (head) {
                    out.line("|" + " --- |".repeat(columns), start + 1, k + 1);
                }
                head = false;
                cells.clear();
            }
        }
        out.blank("");
        forget();
        return end + 1;
    }

    private void tag(String tag, int i) {
        out.blank("");
        out.line(tag, i + 1, i + 1);
        out.blank("");
    }

    private static String inline(String text) {
        StringBuilder out = new StringBuilder();
        Matcher matcher = INLINE.matcher(text);
        int last = 0;
        while (matcher.find()) {
            out.append(Markdown.escaped(text.substring(last, matcher.start())));
            if (matcher.group(1) != null) {
                out.append(Markdown.code(matcher.group(1)));
            } else if (matcher.group(8) != null) {
                out.append("**").append(Markdown.escaped(matcher.group(8).stripTrailing())).append("**");
            } else {
                String target = matcher.group(2) != null ? matcher.group(2) : matcher.group(4) != null ? matcher.group(4) : "#" + matcher.group(6);
                String label = matcher.group(2) != null ? matcher.group(3) : matcher.group(4) != null ? matcher.group(5) : matcher.group(7);
                String shown = label == null || label.isBlank() ? target.replaceFirst("^#", "") : label.replaceFirst("[\\^,].*$", "");
                out.append(Markdown.link(Markdown.escaped(shown), target));
            }
            last = matcher.end();
        }
        return out.append(Markdown.escaped(text.substring(last))).toString();
    }
}
