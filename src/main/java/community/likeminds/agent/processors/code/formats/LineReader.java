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
import java.util.function.Function;

/** Reads files in which every line is an entry; a line that ends in a backslash goes on. */
final class LineReader implements Outline.Reader {

    private final Slot.Kind kind;
    private final Function<String, String> key;

    /** @param key the name of an entry by its line, or empty when only the whole line tells it */
    LineReader(Slot.Kind kind, Function<String, String> key) {
        this.kind = kind;
        this.key = key;
    }

    @Override
    public Outline read(String text, boolean snippet) {
        String code = snippet ? Gaps.commented(text, "#") : text;
        Source source = new Source(code, "  ", new BitSet());
        List<Piece> pieces = new ArrayList<>();
        int comments = -1;
        int at = 0;
        while (at < code.length()) {
            int end = lineEnd(code, at);
            while (end < code.length() && code.substring(at, end).stripTrailing().endsWith("\\")) {
                end = lineEnd(code, end + 1);
            }
            String line = code.substring(at, end).strip();
            int start = at + (code.substring(at, end).length() - code.substring(at, end).stripLeading().length());
            int stop = start + line.length();
            if (line.isEmpty()) {
                comments = -1;
            } else if (line.startsWith("#")) {
                comments = comments < 0 ? start : comments;
                if (snippet && Gaps.isMark(line)) {
                    source.gap(start);
                    pieces.add(Piece.gap(source, new Piece.Span(start, stop, start, stop)));
                    comments = -1;
                }
            } else {
                int from = comments < 0 ? start : comments;
                String bare = line.replaceFirst("\\s+#\\s.*$", "");
                pieces.add(new Piece(source, Role.PLAIN, key.apply(bare), new Piece.Span(start, stop, from, stop),
                        () -> Words.leaf(Words.of(bare, "\\s+"))));
                comments = -1;
            }
            at = end + 1;
        }
        return new Outline(source, new Slot("file", kind, Slot.Layout.LINES, 0, code.length(), pieces), "");
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }

    @Override
    public boolean valid(String text) {
        return true;
    }

    @Override
    public boolean lenient() {
        return true;
    }
}
