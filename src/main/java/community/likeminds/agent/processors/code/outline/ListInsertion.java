package community.likeminds.agent.processors.code.outline;

import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.List;

/** Adds elements of a list that commas set apart, with the list's own manner of lines and trailing commas. */
final class ListInsertion {

    private static final int WIDTH = 120;

    private final Source source;
    private final TextEdits edits;
    private final Place place;
    private final Slot slot;
    private final List<Piece> pieces;

    ListInsertion(Source source, TextEdits edits, Place place, List<Piece> pieces) {
        this.source = source;
        this.edits = edits;
        this.place = place;
        this.slot = place.slot();
        this.pieces = pieces;
    }

    void write() {
        Piece anchor = place.anchor();
        if (anchor == null) {
            empty();
        } else if (place.after()) {
            behind(anchor);
        } else {
            before(anchor);
        }
    }

    private boolean lines() {
        return !slot.absent() && !slot.pieces().isEmpty() && source.firstOnLine(slot.pieces().getFirst().from())
                && !source.sameLine(slot.open(), slot.pieces().getFirst().from());
    }

    private void empty() {
        boolean lines = pieces.stream().anyMatch(one -> one.text().contains("\n"))
                || pieces.getFirst().source().firstOnLine(pieces.getFirst().from()) && slot.kind() == Slot.Kind.KEYED && !slot.absent();
        String indent = source.indentAt(slot.open()) + (lines ? source.unit() : "");
        String join = lines ? "," + source.eol() + indent : ", ";
        String body = String.join(join, pieces.stream().map(one -> moved(one, indent)).toList());
        String content = slot.absent() ? "" : source.text().substring(slot.open(), slot.close());
        if (!content.isBlank()) {
            int end = slot.open() + content.stripTrailing().length();
            edits.insert(end, source.eol() + source.indentAt(slot.open()) + source.unit() + body
                    + (content.stripTrailing().length() == content.length() ? source.eol() + source.indentAt(slot.open()) : ""));
            return;
        }
        String edge = lines ? source.eol() + indent : "";
        String end = lines ? source.eol() + source.indentAt(slot.open()) : "";
        boolean spaced = !lines && content.equals(" ");
        edits.replace(slot.open(), slot.close(), slot.before() + (spaced ? " " : edge) + body + (spaced ? " " : end) + slot.after());
    }

    private void before(Piece anchor) {
        boolean lines = lines();
        String indent = source.indentAt(anchor.from());
        StringBuilder text = new StringBuilder();
        for (Piece one : pieces) {
            text.append(moved(one, indent)).append(lines ? "," + source.eol() + indent : ", ");
        }
        edits.insert(anchor.from(), text.toString());
    }

    private void behind(Piece anchor) {
        boolean lines = lines();
        if (!lines && slot.pieces().getLast() == anchor && crowded()) {
            expanded();
            return;
        }
        String indent = source.indentAt(anchor.from());
        int comma = comma(anchor.end());
        boolean last = slot.pieces().getLast() == anchor;
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            boolean closing = i + 1 == pieces.size();
            text.append(lines ? source.eol() + indent : " ").append(moved(pieces.get(i), indent));
            text.append(!closing || comma >= 0 && (lines || !last) ? "," : "");
        }
        if (comma < 0) {
            edits.insert(anchor.end(), ",");
        }
        int behind = comma < 0 ? anchor.end() : comma + 1;
        edits.insert(lines ? behindComment(behind) : behind, text.toString());
    }

    /** Whether a list on one line becomes too long for it. */
    private boolean crowded() {
        String content = source.text().substring(slot.open(), slot.close());
        int width = source.lineEnd(slot.open()) - source.lineStart(slot.open()) + pieces.stream().mapToInt(one -> one.text().length() + 2).sum();
        boolean bracketed = slot.open() > 0 && "[{(".indexOf(source.text().charAt(slot.open() - 1)) >= 0;
        return bracketed && slot.kind() != Slot.Kind.FIXED && slot.name().matches("array|object") && !content.contains("\n")
                && (width > WIDTH || pieces.stream().anyMatch(one -> one.text().contains("\n")));
    }

    private void expanded() {
        String outer = source.indentAt(slot.open());
        String indent = outer + source.unit();
        StringBuilder text = new StringBuilder();
        for (Piece one : slot.pieces()) {
            text.append(source.eol()).append(indent).append(source.text(), one.start(), one.end()).append(',');
        }
        for (Piece one : pieces) {
            text.append(source.eol()).append(indent).append(moved(one, indent)).append(',');
        }
        edits.replace(slot.open(), slot.close(), text + source.eol() + outer);
    }

    /** Offset of the comma behind an element, or -1. */
    private int comma(int from) {
        String text = source.text();
        int at = from;
        while (at < slot.close()) {
            char c = text.charAt(at);
            if (c == ',') {
                return at;
            }
            if (text.startsWith("//", at) || c == '#') {
                at = source.lineEnd(at);
            } else if (text.startsWith("/*", at)) {
                int end = text.indexOf("*/", at);
                at = end < 0 ? slot.close() : end + 2;
            } else if (Character.isWhitespace(c)) {
                at++;
            } else {
                return -1;
            }
        }
        return -1;
    }

    /** Behind the comment on the line, when nothing but a comment follows there. */
    private int behindComment(int offset) {
        int end = source.lineEnd(offset);
        String rest = source.text().substring(offset, Math.max(offset, Math.min(end, slot.close()))).strip();
        boolean comment = rest.startsWith("//") || rest.startsWith("#") || rest.startsWith("/*") && rest.endsWith("*/");
        return comment && end <= slot.close() ? end : offset;
    }

    private String moved(Piece piece, String indent) {
        return piece.source().moved(piece.start(), piece.end(), source, indent);
    }
}
