package community.likeminds.agent.processors.code.formats;

import community.likeminds.agent.processors.code.outline.Gaps;
import community.likeminds.agent.processors.code.outline.Outline;
import community.likeminds.agent.processors.code.outline.Piece;
import community.likeminds.agent.processors.code.outline.Role;
import community.likeminds.agent.processors.code.outline.Slot;
import community.likeminds.agent.processors.code.outline.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads TOML: tables, entries, arrays. */
final class TomlReader implements Outline.Reader {

    private static final Role ENTRY = new Role("entry", 30, false);
    private static final Role TABLE = new Role("table", 60, true);
    private static final Pattern KEY = Pattern.compile("^([\\w.\"'-]+(?:\\s*\\.\\s*[\\w\"'-]+)*)\\s*=\\s*");
    private static final Pattern REQUIREMENT = Pattern.compile("^[\"']([A-Za-z0-9][\\w.-]*)\\s*(?:\\[[^]]*])?\\s*(?:[<>=!~;@].*)?[\"']$");

    /** A table's header and what was read below it. */
    private static final class Open {

        private int start;
        private int from;
        private int head;
        private String name = "";
        private final List<Piece> pieces = new ArrayList<>();
    }

    @Override
    public Outline read(String text, boolean snippet) {
        String code = snippet ? Gaps.commented(text, "#") : text;
        Source source = new Source(code, "", new BitSet());
        List<Piece> root = new ArrayList<>();
        Open open = null;
        int comments = -1;
        int at = 0;
        while (at < code.length()) {
            int end = Scan.lineEnd(code, at);
            int start = Scan.skipBlanks(code, at, end);
            String line = code.substring(start, end).strip();
            if (line.isEmpty()) {
                comments = -1;
            } else if (line.startsWith("#")) {
                comments = comments < 0 ? start : comments;
                if (snippet && Gaps.isMark(line)) {
                    source.gap(start);
                    (open == null ? root : open.pieces).add(Piece.gap(source, new Piece.Span(start, start + line.length(), start, start + line.length())));
                    comments = -1;
                }
            } else if (line.startsWith("[")) {
                if (open != null) {
                    root.add(table(source, open));
                }
                open = new Open();
                open.start = start;
                open.from = comments < 0 ? start : comments;
                open.head = start + line.length();
                open.name = line.replaceFirst("\\s*#.*$", "");
                comments = -1;
            } else {
                Matcher key = KEY.matcher(line);
                if (!key.lookingAt()) {
                    return new Outline(source, slot(root, 0, code.length()), "`" + line + "` is no entry.");
                }
                int stop = Scan.valueEnd(code, start + key.end());
                end = Scan.lineEnd(code, stop);
                int to = start + code.substring(start, end).stripTrailing().length();
                Piece piece = entry(source, key.group(1), start, start + key.end(), stop, new Piece.Span(start, stop, comments < 0 ? start : comments, to));
                (open == null ? root : open.pieces).add(piece);
                comments = -1;
            }
            at = end + 1;
        }
        if (open != null) {
            root.add(table(source, open));
        }
        return new Outline(source, slot(root, 0, code.length()), "");
    }

    private static Slot slot(List<Piece> pieces, int open, int close) {
        return new Slot("body", Slot.Kind.KEYED, Slot.Layout.LINES, open, close, pieces);
    }

    private static Piece table(Source source, Open open) {
        int end = open.pieces.isEmpty() ? open.head : open.pieces.getLast().to();
        boolean several = open.name.startsWith("[[");
        String shape = Words.of(source.text().substring(open.start, end), "\\s+");
        return new Piece(source, TABLE, several ? "" : open.name.replaceAll("\\s", ""), new Piece.Span(open.start, end, open.from, end),
                () -> new Piece.Inside(several ? shape : open.name, shape, List.of(slot(open.pieces, open.head, end))));
    }

    private static Piece entry(Source source, String key, int start, int value, int stop, Piece.Span span) {
        String text = source.text();
        String shape = Words.of(text.substring(start, stop).replaceAll("(?m)(?<=\\s)#.*$", ""), "[\\s,]+");
        return new Piece(source, ENTRY, key.replace("\"", ""), span, () -> text.charAt(value) == '['
                ? new Piece.Inside(key, shape, List.of(array(source, value, stop))) : Words.leaf(shape));
    }

    private static Slot array(Source source, int open, int stop) {
        List<Piece> pieces = new ArrayList<>();
        for (int[] range : Scan.elements(source.text(), open + 1, stop - 1)) {
            String element = source.text().substring(range[0], range[1]);
            Matcher requirement = REQUIREMENT.matcher(element);
            String name = requirement.matches() && element.matches(".*[<>=!~;@].*") || requirement.matches() ? Names.requirement(requirement.group(1)) : "";
            pieces.add(new Piece(source, Role.PLAIN, name, new Piece.Span(range[0], range[1], range[0], range[1]),
                    () -> Words.leaf(Words.of(element, "[\\s,]+"))));
        }
        return new Slot("array", Slot.Kind.SET, Slot.Layout.COMMAS, open + 1, stop - 1, pieces);
    }

    @Override
    public boolean lenient() {
        return true;
    }
}
