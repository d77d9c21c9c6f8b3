package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Notice;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is known while a page is read from top to bottom: open scopes, the heading path, the paragraph at hand. */
final class PageScan {

    /** Deeper nesting is read as text: no page for people has it, and it bounds the work on a line. */
    static final int DEEPEST = 48;
    private static final int MOST_NOTICES = 1000;

    private record Heading(int level, String text) {}

    /** A place on the page, both from 0. */
    record Place(int line, int column) {}

    private record Found(Place from, @Nullable Place place) {}

    final PageLines page;
    final String[] lines;
    final boolean mdx;
    final Tag.Reader tags;
    final List<Draft> drafts = new ArrayList<>();
    final List<Notice> notices = new ArrayList<>();
    final Scope root = new Scope(null, Scope.Form.ROOT, "");
    final List<Scope.Items> lists = new ArrayList<>();
    private final Map<String, String> references;
    private final Map<String, Integer> closers = new HashMap<>();
    private final Map<String, Found> found = new HashMap<>();
    private List<Heading> path = List.of();
    private List<String> headings = List.of();
    private final Map<Scope, List<Heading>> before = new HashMap<>();
    private final StringBuilder paragraph = new StringBuilder();
    private int paragraphStart;
    private int paragraphEnd;
    private int paragraphLines;
    private int depth;
    private int groups;
    Scope scope = root;

    PageScan(PageLines page, boolean mdx) {
        this.page = page;
        this.lines = page.text();
        this.mdx = mdx;
        this.tags = new Tag.Reader(lines);
        this.references = references(lines);
        for (String line : lines) {
            countClosers(line);
        }
    }

    private static Map<String, String> references(String[] lines) {
        Map<String, String> references = new HashMap<>();
        for (String line : lines) {
            int at = Text.skipSpaces(line, 0);
            int end = at < line.length() && line.charAt(at) == '[' ? line.indexOf("]:", at) : -1;
            if (end > at + 1 && end - at < 200 && line.charAt(at + 1) != '^') {
                String target = line.substring(end + 2).strip();
                int space = target.indexOf(' ');
                references.putIfAbsent(
                        line.substring(at + 1, end).strip().toLowerCase(Locale.ROOT), space > 0 ? target.substring(0, space) : target);
            }
        }
        return references;
    }

    private void countClosers(String line) {
        for (int at = line.indexOf("</"); at >= 0; at = line.indexOf("</", at + 2)) {
            int end = at + 2;
            while (end < line.length() && end - at < 82 && Tag.Reader.nameCharacter(line.charAt(end))) {
                end++;
            }
            closers.merge(line.substring(at + 2, end).toLowerCase(Locale.ROOT), 1, Integer::sum);
        }
        int brace = line.indexOf("{%");
        if (brace >= 0 && Switches.CLOSING.matcher(line).region(brace, Math.min(line.length(), brace + 40)).lookingAt()) {
            closers.merge(Switches.BRANCH, 1, Integer::sum);
        }
        String text = line.strip();
        if (text.startsWith("::") && text.chars().allMatch(c -> c == ':')) {
            closers.merge(":::", 1, Integer::sum);
        }
    }

    /** Whether the page still has more closings of this name than are open. */
    boolean willClose(String name) {
        int open = 0;
        for (Scope one = scope; one != null; one = one.parent) {
            open += one.name.equals(name) ? 1 : 0;
        }
        return closers.getOrDefault(name, 0) > open;
    }

    void closed(String name) {
        closers.computeIfPresent(name, (key, left) -> left - 1);
    }

    String newGroup(String prefix, int line) {
        return prefix + "-" + (line + 1) + "-" + ++groups;
    }

    boolean tooDeep() {
        return depth >= DEEPEST;
    }

    Scope open(Scope.Form form, String name) {
        flush();
        Scope parent = scope;
        Scope opened = new Scope(parent, form, name);
        before.put(opened, path);
        scope = opened;
        depth++;
        return opened;
    }

    /** Closes this scope and everything in it. */
    void close(Scope last) {
        flush();
        while (scope.parent != null) {
            Scope closing = scope;
            scope = closing.parent == null ? root : closing.parent;
            depth--;
            if (closing.item != null) {
                closing.item.draftsAtClose = drafts.size();
            }
            List<Heading> restored = before.remove(closing);
            if (closing.restoresHeadings && restored != null) {
                setPath(restored);
            }
            if (closing == last) {
                return;
            }
        }
    }

    boolean paragraphOpen() {
        return paragraphLines > 0;
    }

    int paragraphLines() {
        return paragraphLines;
    }

    void text(int line, String text) {
        if (paragraphLines == 0) {
            paragraphStart = line;
        } else {
            paragraph.append('\n');
        }
        if (line != paragraphEnd || paragraphLines == 0) {
            paragraphLines++;
        }
        paragraph.append(text);
        paragraphEnd = line;
    }

    /** Ends the paragraph at hand. */
    void flush() {
        if (paragraphLines == 0) {
            return;
        }
        String raw = paragraph.toString();
        int start = paragraphStart;
        int end = paragraphEnd;
        paragraph.setLength(0);
        paragraphLines = 0;
        prose(raw, start, end);
    }

    /** Turns the paragraph at hand into a heading. */
    void paragraphToHeading(int level, int underline) {
        String raw = paragraph.toString();
        int start = paragraphStart;
        paragraph.setLength(0);
        paragraphLines = 0;
        heading(level, raw, start, underline);
    }

    void prose(String raw, int start, int end) {
        InlineText.Result inline = inline(raw);
        if (!inline.text().isBlank()) {
            emit(Block.Kind.PROSE, inline.text(), raw, start, end, 0, inline.links());
        }
    }

    InlineText.Result inline(String raw) {
        // Lines of a paragraph are one text; a line break that is meant stays.
        StringBuilder joined = new StringBuilder(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            boolean meant = c == '\n' && i >= 2 && (raw.charAt(i - 1) == '\\' || raw.charAt(i - 1) == ' ' && raw.charAt(i - 2) == ' ');
            joined.append(c == '\n' && !meant ? ' ' : c);
        }
        return InlineText.of(joined.toString(), mdx, references);
    }

    void heading(int level, String raw, int start, int end) {
        String anchorless = Headings.withoutId(raw.strip());
        InlineText.Result inline = inline(anchorless);
        String text = inline.text().replace('\n', ' ').replace("`", "").strip();
        if (text.isEmpty()) {
            return;
        }
        List<Heading> next = new ArrayList<>();
        for (Heading one : path) {
            if (one.level() >= level) {
                break;
            }
            next.add(one);
        }
        next.add(new Heading(level, text));
        setPath(List.copyOf(next));
        emit(Block.Kind.HEADING, text, anchorless, start, end, level, inline.links());
    }

    /** @param start index of its first line, {@code end} of its last */
    void notice(String code, int start, int end, String text) {
        if (notices.size() < MOST_NOTICES) {
            notices.add(new Notice(code, new LineRange(page.number(start), page.number(end)), text));
        }
    }

    private void setPath(List<Heading> headingPath) {
        path = headingPath;
        headings = headingPath.stream().map(Heading::text).toList();
    }

    Draft emit(Block.Kind kind, String text, String raw, int start, int end, int level, List<String> links) {
        Scope holder = scope.role == Scope.Role.STEPS && scope.lastStep != null ? scope.lastStep : scope;
        Draft draft = new Draft(kind, text, raw, page.number(start), page.number(end), level, headings, links, holder, page.partial(start));
        drafts.add(draft);
        return draft;
    }

    /** The place just behind the next occurrence of a text, case-insensitive; every text is searched for once per stretch. */
    @Nullable Place behind(String needle, int line, int column) {
        Found known = found.get(needle);
        Place from = new Place(line, column);
        if (known != null && !before(from, known.from())) {
            if (known.place() == null) {
                return null;
            }
            if (!before(new Place(known.place().line(), known.place().column() - needle.length()), from)) {
                return known.place();
            }
        }
        Place place = null;
        for (int i = line; i < lines.length && place == null; i++) {
            int at = indexOf(lines[i], needle, i == line ? column : 0);
            place = at < 0 ? null : new Place(i, at + needle.length());
        }
        found.put(needle, new Found(from, place));
        return place;
    }

    static boolean before(Place a, Place b) {
        return a.line() < b.line() || a.line() == b.line() && a.column() < b.column();
    }

    private static int indexOf(String s, String needle, int from) {
        for (int at = s.indexOf(needle.charAt(0), from); at >= 0; at = s.indexOf(needle.charAt(0), at + 1)) {
            if (s.regionMatches(true, at, needle, 0, needle.length())) {
                return at;
            }
        }
        return -1;
    }

    /** Text between two places, lines joined with line feeds. */
    String between(int line, int column, Place end, int behind) {
        if (line == end.line()) {
            return lines[line].substring(Math.min(column, lines[line].length()), Math.max(column, end.column() - behind));
        }
        StringBuilder text = new StringBuilder(lines[line].substring(Math.min(column, lines[line].length())));
        for (int i = line + 1; i < end.line(); i++) {
            text.append('\n').append(lines[i]);
        }
        return text.append('\n').append(lines[end.line()], 0, end.column() - behind).toString();
    }
}
