package community.likeminds.agent.processors.code.outline;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Says where the pieces of a snippet's slot that the file lacks belong: beside their neighbours, else to those of their role. */
final class Placing {

    /** What stands beside a piece in the snippet: a piece that the file has, a mark for left-out code, or nothing. */
    private record Side(@Nullable Piece own, boolean gap) {}

    private final Slot target;
    private final Slot shown;
    private final Pairs pairs;
    private final Map<Piece, Place> placed = new IdentityHashMap<>();

    Placing(Slot target, Slot shown, Pairs pairs) {
        this.target = target;
        this.shown = shown;
        this.pairs = pairs;
    }

    Place of(Piece piece) throws Conflict {
        Place place = target.kind() == Slot.Kind.ORDERED ? ordered(piece) : named(piece);
        placed.put(piece, place);
        return place;
    }

    private Place ordered(Piece piece) throws Conflict {
        int at = shown.pieces().indexOf(piece);
        if (at > 0 && placed.get(shown.pieces().get(at - 1)) instanceof Place same && !piece.role().equals(Role.LAST)) {
            return same;
        }
        Side left = side(at, -1);
        Side right = side(at, 1);
        Piece before = left.own();
        Piece behind = right.own();
        if (before != null && !before.role().equals(Role.LAST) && (unique(before) || behind == null && !repeated(before))) {
            return new Place(target, piece.role().equals(Role.IMPORT) ? before : behindImports(before), true);
        }
        if (behind != null && unique(behind)) {
            return new Place(target, behind, false);
        }
        if (before != null && !before.role().equals(Role.LAST) || behind != null) {
            throw new Conflict("It is not clear where " + piece.title() + " belongs: "
                    + Objects.requireNonNull(before != null ? before : behind).title() + " stands in the file more than once.");
        }
        if (left.gap() && right.gap()) {
            throw new Conflict("The documentation does not say where " + piece.title() + " belongs.");
        }
        return right.gap() ? first() : end(piece);
    }

    /** What follows an import follows those behind it as well: it may use what they bring in. */
    private Piece behindImports(Piece before) {
        Piece last = before;
        for (Piece one : target.pieces().subList(target.pieces().indexOf(before), target.pieces().size())) {
            if (!last.role().equals(Role.IMPORT) || !one.role().equals(Role.IMPORT)) {
                break;
            }
            last = one;
        }
        return last;
    }

    private Side side(int from, int step) {
        for (int i = from + step; i >= 0 && i < shown.pieces().size(); i += step) {
            Piece one = shown.pieces().get(i);
            if (one.gap()) {
                return new Side(null, true);
            }
            Piece own = pairs.of(one);
            if (own != null) {
                return new Side(own, false);
            }
        }
        return new Side(null, false);
    }

    private boolean unique(Piece own) {
        return target.pieces().stream().filter(one -> one.same(own)).count() == 1;
    }

    /** Whether the file has an equal piece behind this one. */
    private boolean repeated(Piece own) {
        return target.pieces().stream().anyMatch(one -> one.start() != own.start() && one.same(own));
    }

    private Place first() {
        for (Piece one : target.pieces()) {
            if (one.role().order() >= Role.PLAIN.order()) {
                return new Place(target, one, false);
            }
        }
        return target.pieces().isEmpty() ? new Place(target, null, true) : new Place(target, target.pieces().getLast(), true);
    }

    private Place end(Piece piece) throws Conflict {
        if (target.pieces().isEmpty()) {
            return new Place(target, null, true);
        }
        Piece last = target.pieces().getLast();
        String word = piece.key().indexOf(' ') > 0 ? piece.key().substring(0, piece.key().indexOf(' ') + 1) : "";
        Piece alike = word.isEmpty() ? null : target.pieces().reversed().stream().filter(one -> one.key().startsWith(word)).findFirst().orElse(null);
        if (alike != null && !alike.role().equals(Role.LAST)) {
            return new Place(target, alike, true);
        }
        if (!last.role().equals(Role.LAST)) {
            return new Place(target, last, true);
        }
        if (piece.role().equals(Role.LAST)) {
            throw new Conflict("The documentation ends with " + piece.title() + ", the project with " + last.title() + ".");
        }
        return new Place(target, last, false);
    }

    private Place named(Piece piece) {
        int at = shown.pieces().indexOf(piece);
        Side left = side(at, -1);
        Side right = side(at, 1);
        boolean set = target.kind() != Slot.Kind.KEYED;
        if (left.own() instanceof Piece before && (set || before.role().equals(piece.role())) && !piece.role().equals(Role.IMPORT)) {
            return new Place(target, before, true);
        }
        if (right.own() instanceof Piece behind && set) {
            return new Place(target, behind, false);
        }
        return piece.role().equals(Role.IMPORT) ? Imports.place(target, piece) : byRole(target, piece);
    }

    /** Behind the last piece of the role, else behind the last one of an earlier role, else before what comes later. */
    static Place byRole(Slot target, Piece piece) {
        List<Piece> pieces = target.pieces().stream().filter(one -> !one.gap()).toList();
        Piece earlier = null;
        Piece later = null;
        for (Piece one : pieces) {
            if (one.role().order() <= piece.role().order()) {
                earlier = one;
            } else if (later == null) {
                later = one;
            }
        }
        for (Piece one : pieces) {
            if (one.role().equals(piece.role())) {
                earlier = one;
            }
        }
        if (earlier != null) {
            return new Place(target, earlier, true);
        }
        return new Place(target, later, false);
    }
}
