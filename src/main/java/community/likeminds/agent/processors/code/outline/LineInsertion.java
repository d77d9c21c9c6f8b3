package community.likeminds.agent.processors.code.outline;

import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Adds pieces on lines of their own. */
final class LineInsertion {

    private final Source source;
    private final TextEdits edits;
    private final Place place;
    private final Slot slot;
    private final List<Piece> pieces;
    private final String eol;
    private final String text;

    LineInsertion(Source source, TextEdits edits, Place place, List<Piece> pieces) {
        this.source = source;
        this.edits = edits;
        this.place = place;
        this.slot = place.slot();
        this.pieces = pieces;
        this.eol = source.eol();
        this.text = source.text();
    }

    void write(Set<Integer> expanded) {
        Piece anchor = place.anchor();
        if (anchor == null) {
            empty();
            return;
        }
        boolean delimited = slot.open() > 0 && slot.close() < text.length() && slot.open() < anchor.from();
        if (delimited && source.sameLine(slot.open(), slot.close()) && expanded.add(slot.open())) {
            expand();
        }
        if (place.after() && anchor.grouped() && pieces.stream().anyMatch(one -> one.prefix().isEmpty())) {
            apart(anchor);
        } else if (place.after()) {
            behind(anchor);
        } else {
            before(anchor);
        }
    }

    private String indent(@Nullable Piece sibling) {
        if (sibling != null && sibling.grouped() && source.firstOnLine(sibling.from())) {
            return source.indentAt(sibling.from());
        }
        for (Piece one : slot.pieces()) {
            if (source.firstOnLine(one.from()) && (slot.open() == 0 || slot.open() >= one.start() || !source.sameLine(slot.open(), one.from()))) {
                return source.indentAt(one.from());
            }
        }
        boolean root = slot.open() <= 0;
        return root ? "" : source.indentAt(slot.open()) + source.unit();
    }

    /** A slot on one line gets lines. */
    private void expand() {
        Piece first = slot.pieces().getFirst();
        Piece last = slot.pieces().getLast();
        edits.replace(slot.open(), first.from(), eol + indent(first));
        edits.replace(last.to(), slot.close(), eol + source.indentAt(slot.open()));
    }

    private void empty() {
        String indent = indent(null);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            lines.append(i == 0 ? "" : gap(pieces.get(i - 1), pieces.get(i), true)).append(i == 0 ? "" : indent).append(moved(pieces.get(i), indent));
        }
        if (slot.absent()) {
            edits.replace(slot.open(), slot.close(), slot.before() + eol + indent + lines + eol + source.indentAt(slot.open()) + slot.after());
            return;
        }
        String content = text.substring(slot.open(), slot.close());
        boolean root = slot.open() <= 1 && slot.close() == text.length();
        if (content.isEmpty() && !root && source.lastOnLine(slot.open())) {
            edits.insert(slot.open(), eol + indent + lines);
            return;
        }
        if (content.isBlank()) {
            edits.replace(slot.open(), slot.close(), root ? lines + eol : eol + indent + lines + eol + source.indentAt(slot.open()));
            return;
        }
        int end = slot.open() + content.stripTrailing().length();
        edits.insert(end, eol + indent + lines + (root || text.substring(end, slot.close()).contains("\n") ? "" : eol + source.indentAt(slot.open())));
    }

    /** What is no member of the anchor's group goes behind the group. */
    private void apart(Piece anchor) {
        List<Piece> members = pieces.stream().filter(one -> !one.prefix().isEmpty()).toList();
        if (!members.isEmpty()) {
            new LineInsertion(source, edits, place, members).behind(anchor);
        }
        StringBuilder lines = new StringBuilder();
        Piece previous = anchor;
        for (Piece one : pieces) {
            if (one.prefix().isEmpty()) {
                lines.append(gap(previous, one, true)).append(moved(one, ""));
                previous = one;
            }
        }
        Piece next = slot.pieces().stream().filter(one -> one.from() >= anchor.groupEnd()).findFirst().orElse(null);
        boolean blank = next != null && paragraph(previous, next) && !source.blankLineBetween(anchor.groupEnd(), next.from());
        edits.insert(anchor.groupEnd(), lines + (blank ? eol : ""));
    }

    private void behind(Piece anchor) {
        String indent = indent(anchor);
        StringBuilder lines = new StringBuilder();
        Piece previous = anchor;
        for (Piece one : pieces) {
            lines.append(gap(previous, one, previous != anchor || !source.sameLine(slot.open(), anchor.from()) || slot.open() == 0)).append(indent).append(moved(one, indent));
            previous = one;
        }
        Piece next = next(anchor);
        if (next != null && paragraph(previous, next) && !source.blankLineBetween(anchor.to(), next.from())) {
            lines.append(eol);
        }
        String rest = text.substring(anchor.to(), source.lineEnd(anchor.to()));
        if (rest.isBlank() || next == null && source.sameLine(slot.open(), slot.close())) {
            edits.insert(anchor.to(), lines.toString());
            return;
        }
        int blanks = rest.length() - rest.stripLeading().length();
        edits.replace(anchor.to(), anchor.to() + blanks, lines + eol + (next == null ? source.indentAt(slot.open()) : indent));
    }

    private void before(Piece anchor) {
        String indent = indent(anchor);
        StringBuilder lines = new StringBuilder();
        for (int i = 0; i < pieces.size(); i++) {
            Piece following = i + 1 < pieces.size() ? pieces.get(i + 1) : anchor;
            lines.append(i == 0 ? "" : indent).append(moved(pieces.get(i), indent)).append(gap(pieces.get(i), following, false));
        }
        Piece previous = previous(anchor);
        if (previous != null && slot.kind() == Slot.Kind.ORDERED && source.blankLineBetween(previous.to(), anchor.from()) && blankBelow(pieces.getLast())
                && !lines.toString().endsWith(eol + eol)) {
            lines.append(eol);
        }
        String blank = previous != null && paragraph(previous, pieces.getFirst()) && !source.blankLineBetween(previous.to(), anchor.from())
                ? eol + indent : "";
        boolean line = source.firstOnLine(anchor.from());
        String head = line || source.sameLine(slot.open(), anchor.from()) ? "" : eol + indent;
        edits.insert(anchor.from(), head + blank + lines + indent);
    }

    /** The line breaks between two pieces; the snippet's own blank lines stay. */
    private String gap(Piece previous, Piece one, boolean keep) {
        boolean blank = paragraph(previous, one)
                || keep && previous.source() == one.source() && source.text() != one.source().text()
                        && one.source().blankLineBetween(Math.min(previous.to(), one.from()), one.from())
                || keep && previous.source() != one.source() && blankAbove(one);
        return blank ? eol + eol : eol;
    }

    private static boolean blankBelow(Piece one) {
        String rest = one.source().text().substring(one.to());
        int content = rest.length() - rest.stripLeading().length();
        return content < rest.length() && one.source().blankLineBetween(one.to(), one.to() + content);
    }

    private static boolean blankAbove(Piece one) {
        String head = one.source().text().substring(0, one.from()).stripTrailing();
        boolean first = head.isEmpty() || head.endsWith("{") || head.endsWith(":");
        return !first && one.source().blankLineBetween(head.length(), one.from());
    }

    private static boolean paragraph(Piece left, Piece right) {
        boolean top = left.role().order() <= Role.IMPORT.order() != right.role().order() <= Role.IMPORT.order();
        return left.role().paragraph() || right.role().paragraph() || top;
    }

    private @Nullable Piece next(Piece anchor) {
        int at = slot.pieces().indexOf(anchor);
        return at + 1 < slot.pieces().size() ? slot.pieces().get(at + 1) : null;
    }

    private @Nullable Piece previous(Piece anchor) {
        int at = slot.pieces().indexOf(anchor);
        return at > 0 ? slot.pieces().get(at - 1) : null;
    }

    private String moved(Piece piece, String indent) {
        if (piece.prefix().isEmpty()) {
            return piece.source().moved(piece.from(), piece.to(), source, indent);
        }
        Piece anchor = place.anchor();
        String head = anchor != null && anchor.grouped() ? "" : piece.prefix();
        return head + piece.source().moved(piece.bare(), piece.to(), source, indent);
    }
}
