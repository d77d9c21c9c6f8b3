package community.likeminds.agent.processors.code.outline;

import java.util.BitSet;

/** A text with what is known about its lines: indentation, line endings, lines that begin inside a literal. */
public final class Source {

    private final String text;
    private final String unit;
    private final String eol;
    private final BitSet frozen;
    private final BitSet gaps = new BitSet();

    /**
     * @param usual one level of indentation where the text shows none
     * @param frozen offsets of line starts inside literals: such lines are never indented anew
     */
    public Source(String text, String usual, BitSet frozen) {
        this.text = text;
        this.frozen = frozen;
        this.unit = unit(text, usual);
        int line = text.indexOf('\n');
        this.eol = line > 0 && text.charAt(line - 1) == '\r' ? "\r\n" : "\n";
    }

    public String text() {
        return text;
    }

    String unit() {
        return unit;
    }

    String eol() {
        return eol;
    }

    boolean frozen(int lineStart) {
        return frozen.get(lineStart);
    }

    /** Takes note of a mark for left-out code. */
    public void gap(int offset) {
        gaps.set(offset);
    }

    boolean gapIn(int from, int to) {
        int next = gaps.nextSetBit(from);
        return next >= 0 && next < to;
    }

    /** The smallest indentation of a line, which is one level wherever something stands on the first one. */
    private static String unit(String text, String usual) {
        if (usual.isEmpty()) {
            return "";
        }
        String least = "";
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
                end++;
            }
            boolean comment = end < text.length() && text.charAt(end) == '*';
            boolean blank = end == text.length() || text.charAt(end) == '\n' || text.charAt(end) == '\r';
            if (end > at && !blank && !comment && (least.isEmpty() || end - at < least.length())) {
                least = text.substring(at, end);
            }
            int next = text.indexOf('\n', end);
            at = next < 0 ? text.length() : next + 1;
        }
        if (least.startsWith("\t")) {
            return "\t";
        }
        return least.length() < 2 ? usual : least;
    }

    int lineStart(int offset) {
        return text.lastIndexOf('\n', offset - 1) + 1;
    }

    /** Offset of the end of a line, before its line ending. */
    int lineEnd(int offset) {
        int end = text.indexOf('\n', offset);
        int at = end < 0 ? text.length() : end;
        return at > offset && text.charAt(at - 1) == '\r' ? at - 1 : at;
    }

    /** The white space that the line of an offset begins with. */
    String indentAt(int offset) {
        int start = lineStart(offset);
        int end = start;
        while (end < text.length() && (text.charAt(end) == ' ' || text.charAt(end) == '\t')) {
            end++;
        }
        return text.substring(start, end);
    }

    boolean firstOnLine(int offset) {
        return text.substring(lineStart(offset), offset).isBlank();
    }

    boolean lastOnLine(int offset) {
        return text.substring(offset, lineEnd(offset)).isBlank();
    }

    boolean blankLineBetween(int from, int to) {
        int lines = 0;
        for (int i = from; i < to; i++) {
            char at = text.charAt(i);
            if (at == '\n' && ++lines > 1) {
                return true;
            }
            if (!Character.isWhitespace(at)) {
                lines = 0;
            }
        }
        return false;
    }

    boolean sameLine(int from, int to) {
        return text.substring(from, to).indexOf('\n') < 0;
    }

    /** A range of this text for another place: the first line at the column of the place, the others as deep below it as they were. */
    String moved(int from, int to, Source into, String indent) {
        String own = indentAt(from);
        StringBuilder moved = new StringBuilder();
        int at = from;
        while (at < to) {
            int end = text.indexOf('\n', at);
            int next = end < 0 || end >= to ? to : end + 1;
            String line = text.substring(at, next);
            boolean kept = at == from || frozen(at);
            String bare = line.replace("\r\n", "\n");
            moved.append(kept ? bare : deeper(bare, own, into, indent));
            at = next;
        }
        return moved.toString().replace("\n", into.eol);
    }

    private String deeper(String line, String own, Source into, String indent) {
        if (line.isBlank()) {
            return line.endsWith("\n") ? "\n" : "";
        }
        String rest = line.startsWith(own) ? line.substring(own.length()) : line.stripLeading();
        int levels = 0;
        while (!unit.isEmpty() && rest.startsWith(unit)) {
            rest = rest.substring(unit.length());
            levels++;
        }
        return indent + into.unit.repeat(levels) + rest;
    }
}
