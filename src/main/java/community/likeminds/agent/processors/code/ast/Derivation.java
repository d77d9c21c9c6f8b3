package community.likeminds.agent.processors.code.ast;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/** What a rule of a grammar was derived from, hidden rules included; offsets in UTF-16 units. */
final class Derivation {

    static final Derivation[] NOTHING = {};
    private static final byte[] EMPTY = {};

    final int symbol;
    final int production;
    final int start;
    final int end;
    final Derivation[] children;
    final int precedence;
    /** Of a token: the state that it was read in. */
    final int state;
    /** Of a token: whether it was read as a keyword, also where it then counted as a name. */
    final boolean keyword;
    /** Of a token of the grammar's own scanner: that scanner's state behind it. */
    final byte @Nullable [] scanner;
    /** How far the text was looked at until this was known. */
    final int looked;
    /** How far everything below has moved since it was derived. */
    final int moved;
    /** Whether it may stand anywhere, as a comment may. */
    boolean extra;

    private Derivation(int symbol, int production, int start, int end, Derivation[] children, int precedence, int state, boolean keyword, byte @Nullable [] scanner, boolean extra,
            int looked, int moved) {
        this.symbol = symbol;
        this.production = production;
        this.start = start;
        this.end = end;
        this.children = children;
        this.precedence = precedence;
        this.state = state;
        this.keyword = keyword;
        this.scanner = scanner;
        this.extra = extra;
        this.looked = looked;
        this.moved = moved;
    }

    /** A token; the end of the text counts as extra. */
    static Derivation token(int symbol, int start, int end, int state, boolean keyword, byte @Nullable [] scanner, int looked) {
        return new Derivation(symbol, 0, start, end, NOTHING, 0, state, keyword, scanner, symbol == 0, looked, 0);
    }

    /** @param at where an empty one stands  @param looked how far the text was looked at besides */
    static Derivation rule(int symbol, int production, Derivation[] children, int precedence, int at, int looked) {
        int sum = precedence;
        int most = looked;
        for (Derivation one : children) {
            sum += one.precedence;
            most = Math.max(most, one.looked);
        }
        boolean empty = children.length == 0;
        return new Derivation(symbol, production, empty ? at : children[0].start, empty ? at : children[children.length - 1].end, children, sum, -1, false, null, false, most, 0);
    }

    /** The same token as another symbol. */
    Derivation as(int other) {
        return new Derivation(other, production, start, end, children, precedence, state, keyword, scanner, extra, looked, moved);
    }

    Derivation extra(boolean is) {
        return is == extra ? this : new Derivation(symbol, production, start, end, children, precedence, state, keyword, scanner, is, looked, moved);
    }

    /** The same at another place of another text. */
    Derivation moved(int by) {
        return by == 0 ? this
                : new Derivation(symbol, production, start + by, end + by, children, precedence, state, keyword, scanner, extra, looked + by, moved + by);
    }

    /** Whether two stand for the same text in the same way, whatever is below. */
    boolean like(Derivation other) {
        return this == other
                || symbol == other.symbol && start == other.start && end == other.end && children.length == other.children.length && extra == other.extra
                        && sameScanner(scanner, other.scanner);
    }

    static boolean sameScanner(byte @Nullable [] one, byte @Nullable [] other) {
        return one == other || Arrays.equals(one == null ? EMPTY : one, other == null ? EMPTY : other);
    }

    /** The order of two derivations of the same text: by symbols and numbers of children, parents first. */
    int compareTo(Derivation other) {
        Deque<Derivation> waiting = new ArrayDeque<>();
        waiting.push(other);
        waiting.push(this);
        while (!waiting.isEmpty()) {
            Derivation left = waiting.pop();
            Derivation right = waiting.pop();
            int order = left == right ? 0 : left.symbol != right.symbol
                    ? Integer.compare(left.symbol, right.symbol)
                    : Integer.compare(left.children.length, right.children.length);
            if (order != 0) {
                return order;
            }
            for (int i = left == right ? 0 : left.children.length; i > 0; i--) {
                waiting.push(right.children[i - 1]);
                waiting.push(left.children[i - 1]);
            }
        }
        return 0;
    }
}
