package community.likeminds.agent.processors.code.outline;

import java.util.List;

/**
 * A part of a text that holds pieces: a body, an argument list, the annotations of a method, the file itself.
 *
 * @param name tells it from the other slots of its owner
 * @param kind how its pieces are matched and placed
 * @param layout how its pieces are set apart
 * @param open offset of its content's beginning
 * @param close offset behind its content
 * @param pieces what it holds, marks for left-out code among them
 * @param before text to write before the first piece of a slot that does not exist yet
 * @param after text to write behind the last one
 */
public record Slot(
        String name, Kind kind, Layout layout, int open, int close, List<Piece> pieces, String before, String after) {

    /** How pieces are matched and placed. */
    public enum Kind {
        /** Order matters: a piece goes beside its neighbour. */
        ORDERED,
        /** Pieces have names: one without a neighbour goes to those of its role. */
        KEYED,
        /** Elements that are told apart by what they are. */
        SET,
        /** At most one. */
        SINGLE,
        /** Nothing is added: it belongs to the signature. */
        FIXED
    }

    /** How pieces are set apart. */
    public enum Layout {
        /** Each on lines of its own. */
        LINES,
        COMMAS,
        /** By blanks, or on lines of their own where their neighbours are. */
        SPACES
    }

    public Slot {
        pieces = List.copyOf(pieces);
    }

    public Slot(String name, Kind kind, Layout layout, int open, int close, List<Piece> pieces) {
        this(name, kind, layout, open, close, pieces, "", "");
    }

    boolean absent() {
        return !before.isEmpty();
    }

    boolean lazy() {
        return pieces.stream().anyMatch(Piece::gap);
    }
}
