package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads fenced and indented code. */
final class FenceReader {

    /** What was searched for in vain: a fence at least as long cannot be closed further down either. */
    private record Unclosed(int length, int indent) {}

    private static final Set<String> SHOWS_FENCES = Set.of("", "md", "mdx", "markdown", "text", "txt", "mdoc", "markdoc", "rst", "html", "astro", "vue", "diff");
    private static final Pattern LANGUAGE = Pattern.compile("[a-zA-Z][\\w+#-]{0,20}(?:\\s.*)?");

    private final PageScan scan;
    private final String[] lines;
    private final Map<Character, Unclosed> unclosed = new HashMap<>();

    FenceReader(PageScan scan) {
        this.scan = scan;
        this.lines = scan.lines;
    }

    /** Reads the fence that opens on a line; gives the index of the next line to read. */
    int fence(int first, int at, int length, String title) {
        scan.flush();
        String s = lines[first];
        char mark = s.charAt(at);
        int indent = Text.column(s, at);
        int quotes = quotes();
        int end = closing(first, mark, length, indent, quotes);
        boolean closed = end >= 0;
        int next = nextOpening(first, closed ? end : lines.length, at, length, quotes);
        if (next >= 0) {
            closed = false;
            end = next;
        } else if (!closed) {
            end = openEnd(first, quotes);
        }
        if (!closed) {
            scan.notice("fence-open", first, Math.max(first, end - 1), "The code block is never closed; it is read up to "
                    + (end < lines.length ? "line " + scan.page.number(Math.max(first, end - 1)) + "." : "the end of the page."));
        }
        List<String> code = new ArrayList<>();
        for (int i = first + 1; i < end; i++) {
            code.add(dedented(lines[i], indent, quotes));
        }
        FenceInfo info = FenceInfo.of(s.substring(at + length));
        if (!title.isEmpty()) {
            info.metadata().putIfAbsent("title", title);
        }
        emit(code, info, first, closed ? end : Math.max(first, end - 1));
        return closed ? end + 1 : Math.max(first + 1, end);
    }

    /**
     * The line of another fence that opens, with a language, before this one ends: no code but Markdown's own holds one, so the author forgot
     * to close the first. Only where a closing line is left over for the second, or it would be a listing of fences.
     */
    private int nextOpening(int first, int end, int at, int length, int quotes) {
        String opening = lines[first];
        String language = FenceInfo.of(opening.substring(at + length)).language();
        if (quotes > 0 || SHOWS_FENCES.contains(language)) {
            return -1;
        }
        String mark = opening.substring(at, at + length);
        for (int i = first + 1; i < end; i++) {
            String line = lines[i];
            if (line.startsWith(mark, at) && Text.blankFrom(line.substring(0, at), 0) && Text.run(line, at, mark.charAt(0)) == length) {
                String info = line.substring(at + length).strip();
                return LANGUAGE.matcher(info).matches() ? i : -1;
            }
        }
        return -1;
    }

    private int quotes() {
        int quotes = 0;
        for (Scope one = scan.scope; one != null; one = one.parent) {
            quotes += one.form == Scope.Form.QUOTE ? 1 : 0;
        }
        return quotes;
    }

    /** Index of the closing line, or -1. */
    private int closing(int first, char mark, int length, int indent, int quotes) {
        Unclosed known = unclosed.get(mark);
        if (known != null && length >= known.length() && indent <= known.indent()) {
            return -1;
        }
        for (int i = first + 1; i < lines.length; i++) {
            String line = lines[i];
            int start = afterQuotes(line, quotes);
            if (start < 0) {
                return -1;
            }
            int p = Text.skipSpaces(line, start);
            int run = p < line.length() && line.charAt(p) == mark ? Text.run(line, p, mark) : 0;
            if (run >= length && Text.blankFrom(line, p + run) && Text.column(line, p) <= indent + 3) {
                return i;
            }
        }
        unclosed.put(mark, new Unclosed(length, indent));
        return -1;
    }

    /** Where a fence that nothing closes ends: with what holds it, else with the page. */
    private int openEnd(int first, int quotes) {
        Scope holder = scan.scope;
        while (holder.parent != null && holder.form != Scope.Form.TAG && holder.form != Scope.Form.DIRECTIVE
                && holder.form != Scope.Form.ITEM) {
            holder = holder.parent;
        }
        for (int i = first + 1; i < lines.length; i++) {
            String line = lines[i];
            int start = afterQuotes(line, quotes);
            if (start < 0) {
                return i;
            }
            int p = Text.skipSpaces(line, start);
            if (p >= line.length()) {
                continue;
            }
            boolean ends = switch (holder.form) {
                case TAG -> line.regionMatches(true, p, "</" + holder.name, 0, holder.name.length() + 2);
                case DIRECTIVE -> line.startsWith("::", p) && Text.blankFrom(line, p + Text.run(line, p, ':'));
                case ITEM -> Text.column(line, p) <= holder.markerIndent;
                case ROOT, QUOTE, SINGLE -> false;
            };
            if (ends) {
                return i;
            }
        }
        return lines.length;
    }

    private static int afterQuotes(String line, int quotes) {
        int at = 0;
        for (int k = 0; k < quotes; k++) {
            int p = Text.skipSpaces(line, at);
            if (p >= line.length() || line.charAt(p) != '>') {
                return -1;
            }
            at = p + 1;
            at += at < line.length() && line.charAt(at) == ' ' ? 1 : 0;
        }
        return at;
    }

    private static String dedented(String line, int indent, int quotes) {
        int start = Math.max(0, afterQuotes(line, quotes));
        int at = start;
        while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t') && Text.column(line, at) < indent) {
            at++;
        }
        return line.substring(at);
    }

    /** Reads code that is only indented; gives the index of the next line to read. */
    int indented(int first, int base) {
        int end = first;
        for (int i = first; i < lines.length; i++) {
            int p = Text.skipSpaces(lines[i], 0);
            if (p < lines[i].length()) {
                if (Text.column(lines[i], p) < base + 4) {
                    break;
                }
                end = i;
            }
        }
        List<String> code = new ArrayList<>();
        for (int i = first; i <= end; i++) {
            code.add(dedented(lines[i], base + 4, 0));
        }
        emit(code, FenceInfo.of(""), first, end);
        return end + 1;
    }

    /** Reads what is left of the page as one piece of code. */
    void bare(int first) {
        int start = first;
        int end = lines.length - 1;
        while (start < end && lines[start].isBlank()) {
            start++;
        }
        while (end > start && lines[end].isBlank()) {
            end--;
        }
        List<String> code = List.of(lines).subList(start, end + 1);
        emit(code, FenceInfo.of(BareCode.language(code)), start, end);
    }

    private void emit(List<String> code, FenceInfo info, int start, int end) {
        code(code, info, start, end, scan.scope.role == Scope.Role.CODE_GROUP || scan.scope.role == Scope.Role.TABS ? scan.scope : null);
    }

    void code(List<String> code, FenceInfo info, int start, int end, @Nullable Scope group) {
        CodeMarks marks = CodeMarks.of(code, info);
        String text = String.join("\n", marks.lines());
        StraightQuotes.Result quotes = StraightQuotes.of(marks.lines(), info.language());
        if (quotes.changed()) {
            scan.notice("curly-quotes", start, end, "The code has curly quotes around strings; they are read as straight ones.");
        } else if (quotes.open()) {
            scan.notice("curly-quotes-open", start, end, "The code has curly quotes of which it cannot be told where the string ends.");
        }
        Draft draft = scan.emit(Block.Kind.CODE, text, "", start, end, 0, List.of());
        draft.info = info;
        draft.code = marks.with(quotes.lines());
        if (group != null) {
            Scope tab = new Scope(draft.scope, Scope.Form.SINGLE, "");
            tab.kind = Container.Kind.TAB;
            tab.group = group.group;
            tab.label = info.label().isEmpty()
                    ? group.children < group.labels.size() ? group.labels.get(group.children) : info.language()
                    : info.label();
            group.children++;
            draft.scope = tab;
        }
    }
}
