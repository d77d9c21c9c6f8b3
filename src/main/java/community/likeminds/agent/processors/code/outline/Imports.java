package community.likeminds.agent.processors.code.outline;

import java.util.Comparator;
import java.util.List;

/** Puts imports beside those that they have most in common with, in the order of the file. */
final class Imports {

    private Imports() {}

    static Place place(Slot target, Piece piece) {
        String text = path(piece);
        List<Piece> own = target.pieces().stream()
                .filter(one -> one.role().equals(Role.IMPORT) && path(one).startsWith("static ") == text.startsWith("static ")).toList();
        if (own.isEmpty()) {
            return Placing.byRole(target, piece);
        }
        int closest = own.stream().mapToInt(one -> common(path(one), text)).max().orElse(0);
        boolean sorted = own.equals(own.stream().sorted(Comparator.comparing(Imports::path)).toList());
        if (closest == 0 && !sorted) {
            return new Place(target, own.getLast(), true);
        }
        Piece before = null;
        Piece first = null;
        for (Piece one : own) {
            if (common(path(one), text) == closest) {
                first = first == null ? one : first;
                before = path(one).compareTo(text) < 0 ? one : before;
            }
        }
        return before != null ? new Place(target, before, true) : new Place(target, first, false);
    }

    private static String path(Piece piece) {
        return piece.text().replaceFirst("^(?:import|from)\\s+", "").replaceFirst("[;\\s]+$", "");
    }

    /** How many segments two paths have in common from their beginning. */
    private static int common(String left, String right) {
        String[] one = left.split("[.\\s/]+");
        String[] other = right.split("[.\\s/]+");
        int count = 0;
        while (count < one.length && count < other.length && one[count].equals(other[count])) {
            count++;
        }
        return count;
    }
}
