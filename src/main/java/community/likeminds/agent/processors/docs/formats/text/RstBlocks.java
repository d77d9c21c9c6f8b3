package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Reads blocks of reStructuredText: sections, paragraphs, items, fields, definitions and tables; directives read what they hold with it. */
final class RstBlocks {

    static final int DEEPEST = 20;
    private static final int LONGEST_TABLE = 2_000;

    private final String[] lines;
    private final int[] numbers;
    private final RstInline inline;
    private final Rendering out;
    private final RstDirectives directives;
    private final List<String> adornments = new ArrayList<>();

    RstBlocks(TextLines lines, RstInline inline, Rendering out) {
        this.lines = lines.text();
        this.numbers = lines.numbers();
        this.inline = inline;
        this.out = out;
        this.directives = new RstDirectives(this);
    }

    void run() {
        read(0, lines.length, 0, 0);
    }

    /** Reads lines from an indentation on. */
    void read(int from, int to, int indent, int depth) {
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
                i = directives.read(line, i, to, indent, depth);
            } else if (line.stripLeading().startsWith(">>> ")) {
                i = session(i, to, indent);
            } else if (RstTables.begins(line)) {
                i = table(i, to, indent);
            } else {
                i = paragraph(i, to, indent, depth);
            }
        }
    }

    String line(int i) {
        return lines[i];
    }

    /** A line without the indentation of what holds it. */
    String text(int i, int indent) {
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

    void section(String title, String mark, int first, int last) {
        if (!adornments.contains(mark)) {
            adornments.add(mark);
        }
        out.blank("");
        put("#".repeat(Math.min(6, adornments.indexOf(mark) + 1)) + " " + inline.of(title), first, last);
        out.blank("");
    }

    /** End of what is indented more than a line: the index of the first line behind it. */
    int end(int first, int to, int indent) {
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

    int indentOf(int i) {
        return lines[i].length() - lines[i].stripLeading().length();
    }

    int firstText(int from, int to) {
        int i = from;
        while (i < to - 1 && lines[i].isBlank()) {
            i++;
        }
        return i;
    }

    private void put(String line, int first, int last) {
        out.line(line, numbers[first], numbers[Math.min(last, numbers.length - 1)]);
    }

    void tag(String tag, int i) {
        out.blank("");
        put(tag, i, i);
        out.blank("");
    }

    /** Words of a directive, as a paragraph of their own. */
    void words(String words, int i) {
        if (!words.isBlank()) {
            out.blank("");
            put(Markdown.paragraph(inline.of(words)), i, i);
            out.blank("");
        }
    }

    void strong(String words, int i) {
        if (!words.isBlank()) {
            out.blank("");
            put("**" + inline.of(words) + "**", i, i);
            out.blank("");
        }
    }

    String substituted(String text) {
        return inline.substituted(text);
    }

    /** @param info what follows the fence */
    void code(int from, int to, int indent, String info, boolean substitutes) {
        int first = firstText(from, to);
        List<String> code = new ArrayList<>();
        for (int i = first; i < to; i++) {
            code.add(substitutes ? inline.substituted(text(i, indent)).replace("\\ ", "") : text(i, indent));
        }
        while (!code.isEmpty() && code.getLast().isBlank()) {
            code.removeLast();
        }
        if (code.isEmpty()) {
            return;
        }
        String fence = Markdown.fence(code);
        out.blank("");
        put(fence + info, first, first);
        for (int i = 0; i < code.size(); i++) {
            put(code.get(i), first + i, first + i);
        }
        put(fence, first + code.size() - 1, first + code.size() - 1);
        out.blank("");
    }

    /** A session with Python's prompt. */
    private int session(int first, int to, int indent) {
        int end = first;
        while (end < to && !lines[end].isBlank()) {
            end++;
        }
        code(first, end, indentOf(first), "python", false);
        return end;
    }

    private int table(int first, int to, int indent) {
        List<String> block = IntStream.range(first, Math.min(to, first + LONGEST_TABLE)).mapToObj(i -> text(i, indent)).toList();
        RstTables.Table table = RstTables.at(block, 0);
        if (table == null) {
            return paragraph(first, to, indent, DEEPEST);
        }
        rows(table.rows(), first, first + table.end() - 1);
        return first + table.end();
    }

    void rows(List<List<String>> rows, int first, int last) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        boolean head = true;
        out.blank("");
        for (List<String> row : rows) {
            List<String> cells = RstTables.padded(row, columns).stream().map(cell -> inline.of(cell).replaceAll("(?<!\\\\)\\|", "\\\\|")).toList();
            put("| " + String.join(" | ", cells) + " |", first, last);
            if (head) {
                put("|" + " --- |".repeat(columns), first, last);
            }
            head = false;
        }
        out.blank("");
    }

    /** A paragraph, an item, a field or a term; a pair of colons at its end announces code. */
    private int paragraph(int first, int to, int indent, int depth) {
        String start = text(first, indent);
        boolean listed = item(start.strip().replaceFirst("^#\\. ", "1. "));
        if (!listed && !start.startsWith(":") && depth < DEEPEST && first + 1 < to && !lines[first + 1].isBlank() && indentOf(first + 1) > indentOf(first)
                && !start.endsWith("::") && !Character.isWhitespace(start.charAt(0))) {
            int end = end(first + 1, to, indentOf(first));
            strong(start.replaceFirst("^\\| ", ""), first);
            read(first + 1, end, indentOf(first + 1), depth + 1);
            return end;
        }
        int i = first;
        boolean literal = false;
        while (i < to && !text(i, indent).isBlank()) {
            String line = text(i, indent);
            if (i > first && line.startsWith("..") || i > first && i + 1 < to && underline(text(i + 1, indent), line) && !Character.isWhitespace(line.charAt(0))) {
                break;
            }
            literal = line.endsWith("::");
            String words = literal ? line.equals("::") ? "" : line.substring(0, line.length() - 1) : line;
            String spaces = words.substring(0, words.length() - words.stripLeading().length());
            String plain = words.strip().replaceFirst("^#\\. ", "1. ").replaceFirst("^\\| ", "");
            boolean item = item(plain);
            String marked = item ? plain.substring(0, plain.indexOf(' ') + 1).replace('•', '-') + inline.of(plain.substring(plain.indexOf(' ') + 1))
                    : field(plain) ? "- **" + Markdown.escaped(plain.substring(1, plain.indexOf(": "))) + "**: " + inline.of(plain.substring(plain.indexOf(": ") + 2))
                    : i == first ? Markdown.paragraph(inline.of(plain)) : inline.of(plain);
            if (!plain.isEmpty()) {
                // Deep indentation would read as code.
                put((item || spaces.length() < 4 ? spaces : "   ") + marked, i, i);
            }
            i++;
        }
        if (literal && i < to) {
            int end = end(i, to, indentOf(first));
            if (end > i) {
                code(i, end, indentOf(firstText(i, end)), directives.language(), false);
                return end;
            }
        }
        return Math.max(i, first + 1);
    }

    private static boolean item(String line) {
        return line.matches("(?:[-*+•]|\\d{1,3}[.)]) .*");
    }

    private static boolean field(String line) {
        return line.matches(":[\\w][\\w ,*~.-]{0,80}: .*");
    }
}
