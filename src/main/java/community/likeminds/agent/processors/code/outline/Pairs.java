package community.likeminds.agent.processors.code.outline;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds for the pieces of a snippet's slot those of the file's slot that they are: equal ones first, then named ones, then holders. */
final class Pairs {

    private final Slot target;
    private final Slot shown;
    private final Map<Piece, Piece> found = new IdentityHashMap<>();
    private final Map<Piece, Piece> taken = new IdentityHashMap<>();
    private final boolean ordered;

    private Pairs(Slot target, Slot shown) {
        this.target = target;
        this.shown = shown;
        this.ordered = target.kind() == Slot.Kind.ORDERED;
    }

    static Pairs of(Slot target, Slot shown) throws Conflict {
        Pairs pairs = new Pairs(target, shown);
        if (pairs.ordered) {
            pairs.inOrder();
            pairs.equal();
        }
        pairs.named();
        if (!pairs.ordered) {
            pairs.equal();
        }
        pairs.families();
        pairs.holders();
        if (pairs.ordered) {
            pairs.chains();
        }
        return pairs;
    }

    @Nullable Piece of(Piece piece) {
        return found.get(piece);
    }

    private void match(Piece one, Piece own) {
        found.put(one, own);
        taken.put(own, one);
    }

    /** The longest common subsequence of equal pieces. */
    private void inOrder() {
        List<Piece> left = target.pieces();
        List<Piece> right = shown.pieces();
        int[][] length = new int[left.size() + 1][right.size() + 1];
        for (int i = left.size() - 1; i >= 0; i--) {
            for (int j = right.size() - 1; j >= 0; j--) {
                length[i][j] = same(left.get(i), right.get(j))
                        ? length[i + 1][j + 1] + 1 : Math.max(length[i + 1][j], length[i][j + 1]);
            }
        }
        int i = 0;
        int j = 0;
        while (i < left.size() && j < right.size()) {
            if (same(left.get(i), right.get(j)) && length[i][j] == length[i + 1][j + 1] + 1) {
                match(right.get(j++), left.get(i++));
            } else if (length[i + 1][j] >= length[i][j + 1]) {
                i++;
            } else {
                j++;
            }
        }
    }

    private static boolean same(Piece own, Piece one) {
        return !own.gap() && !one.gap() && own.same(one);
    }

    private void equal() {
        List<Piece> open = shown.pieces().stream()
                .filter(one -> !one.gap() && !found.containsKey(one) && (one.key().isEmpty() || ordered)).toList();
        if (open.isEmpty()) {
            return;
        }
        for (Piece one : open) {
            for (Piece own : target.pieces()) {
                if (!(ordered && taken.containsKey(own)) && same(own, one)) {
                    match(one, own);
                    break;
                }
            }
        }
    }

    private void named() throws Conflict {
        Map<String, List<Piece>> names = new HashMap<>();
        for (Piece own : target.pieces()) {
            if (!own.key().isEmpty() && !(ordered && taken.containsKey(own))) {
                names.computeIfAbsent(own.role().name() + ' ' + own.key(), name -> new ArrayList<>()).add(own);
            }
        }
        for (Piece one : shown.pieces()) {
            if (one.key().isEmpty() || found.containsKey(one)) {
                continue;
            }
            List<Piece> candidates = names.getOrDefault(one.role().name() + ' ' + one.key(), List.of());
            List<Piece> equal = candidates.stream().filter(own -> same(own, one)).toList();
            if (!equal.isEmpty()) {
                match(one, equal.getFirst());
            } else if (candidates.size() == 1) {
                match(one, candidates.getFirst());
            } else if (candidates.size() > 1) {
                throw new Conflict("The file has `" + one.key() + "` more than once, so it is not clear which one is meant.");
            }
        }
    }

    /** A piece with a loose name is the only other one of that name. */
    private void families() {
        for (Piece one : shown.pieces()) {
            if (one.family().isEmpty() || found.containsKey(one)) {
                continue;
            }
            List<Piece> own = target.pieces().stream().filter(other -> other.family().equals(one.family())).toList();
            long likewise = shown.pieces().stream().filter(other -> other.family().equals(one.family())).count();
            if (own.size() == 1 && likewise == 1) {
                match(one, own.getFirst());
            }
        }
    }

    /** A piece without a name that holds others is the one with the same head, when what it holds is related. */
    private void holders() throws Conflict {
        for (Piece one : shown.pieces()) {
            if (one.gap() || !one.key().isEmpty() || found.containsKey(one) || one.slots().isEmpty() || !one.head().matches("(?s).*\\w.*")) {
                continue;
            }
            List<Piece> candidates = target.pieces().stream()
                    .filter(own -> own.key().isEmpty() && !taken.containsKey(own) && own.head().equals(one.head()) && related(own, one))
                    .toList();
            if (candidates.size() > 1) {
                throw new Conflict("The file has " + one.title() + " more than once, so it is not clear which one is meant.");
            }
            if (candidates.size() == 1) {
                match(one, candidates.getFirst());
            }
        }
    }

    /** A call that the snippet shows with further calls behind it. */
    private void chains() {
        for (Piece one : shown.pieces()) {
            if (one.gap() || !one.key().isEmpty() || found.containsKey(one)) {
                continue;
            }
            List<Piece> own = target.pieces().stream().filter(other -> !taken.containsKey(other) && Rewriting.further(other, one) != null).toList();
            if (own.size() == 1) {
                match(one, own.getFirst());
            }
        }
    }

    private static boolean related(Piece own, Piece one) {
        for (Slot slot : one.slots()) {
            for (Slot other : own.slots()) {
                if (other.name().equals(slot.name()) && related(other, slot)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean related(Slot own, Slot one) {
        boolean shared = own.pieces().stream().anyMatch(left -> one.pieces().stream().anyMatch(right -> same(left, right)
                || own.kind() == Slot.Kind.ORDERED && Rewriting.further(left, right) != null
                || !left.key().isEmpty() && left.key().equals(right.key()) && left.role().equals(right.role())));
        return shared || one.lazy() || own.pieces().isEmpty() && !own.absent() && !one.pieces().isEmpty();
    }
}
