package community.likeminds.agent.processors.code.ast;

import community.likeminds.agent.processors.code.ast.ParseStack.Slice;
import community.likeminds.agent.processors.code.ast.ParseStack.Status;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A generalised LR parser over the tables of tree-sitter's grammars that comes to the same tree as the library, several times as fast as
 * its unoptimised builds. It reads correct text only: what the grammar has no rule for is left to the library, which knows how to go on.
 */
final class GeneralParser {

    private static final int MOST_VERSIONS = 6;
    private static final int MORE_FOR_A_WHILE = 4;
    private static final int NOWHERE = -1;
    /** Tokens between two looks at the clock. */
    private static final int BETWEEN = 4096;

    private final GrammarTables grammar;
    private final TokenReader reader;
    private final long deadline;
    private final @Nullable Spans spans;
    private final Spans.@Nullable Search earlier;
    private final ParseStack stack = new ParseStack();
    private int read;
    private boolean failed;
    private @Nullable Derivation finished;
    private @Nullable Derivation cached;
    private int cachedAt;
    private byte @Nullable [] cachedScanner;

    private GeneralParser(GrammarTables grammar, TokenReader reader, long deadline, @Nullable Spans spans, Spans.@Nullable Search earlier) {
        this.spans = spans;
        this.earlier = earlier;
        this.grammar = grammar;
        this.reader = reader;
        this.deadline = deadline;
    }

    /**
     * The derivation of a whole text; null when there is none, or not in time.
     *
     * @param deadline of {@link System#nanoTime}
     * @param spans take what the next parse may use, when there may be one
     * @param earlier what an earlier parse of a similar text came to
     */
    static @Nullable Derivation parse(GrammarTables grammar, LibraryLexer library, String text, long deadline, @Nullable Spans spans, Spans.@Nullable Search earlier)
            throws Throwable {
        try (TokenReader reader = new TokenReader(grammar, library, text)) {
            return new GeneralParser(grammar, reader, deadline, spans, earlier).parse();
        }
    }

    private @Nullable Derivation parse() throws Throwable {
        int last = 0;
        while (stack.size() > 0) {
            for (int version = 0; version < stack.size(); version++) {
                while (stack.status(version) == Status.ACTIVE) {
                    advance(version);
                    if (failed) {
                        return null;
                    }
                    int position = stack.position(version);
                    if (position > last || version > 0 && position == last) {
                        last = position;
                        break;
                    }
                }
            }
            boolean correct = condense();
            if (failed || finished != null && !correct) {
                break;
            }
        }
        return failed ? null : finished;
    }

    /** One token further, with all reductions before it. */
    private void advance(int version) throws Throwable {
        int state = stack.state(version);
        Derivation token = cached(state, stack.position(version), stack.scanner(version));
        boolean needed = token == null;
        while (true) {
            if (needed) {
                needed = false;
                token = next(version, state);
                if (failed) {
                    return;
                }
            }
            if (token == TokenReader.NONE) {
                pause(version);
                return;
            }
            if (token != null && stack.size() == 1 && spans != null) {
                Derivation next = again(version, state, token);
                if (next != null) {
                    token = next;
                    state = stack.state(version);
                    continue;
                }
                stack.single(token);
            }
            int entry = grammar.entry(state, token == null ? 0 : token.symbol);
            int actions = grammar.actionCount(entry);
            int reduced = NOWHERE;
            boolean did = false;
            for (int i = 0; i < actions; i++) {
                long action = grammar.action(entry, i);
                if (GrammarTables.isReduce(action)) {
                    did = true;
                    int now = reduce(version, action, actions == 1, token);
                    reduced = now == NOWHERE ? reduced : now;
                } else if (GrammarTables.isShift(action)) {
                    if (!GrammarTables.shiftRepetition(action) && token != null) {
                        boolean extra = GrammarTables.shiftExtra(action);
                        stack.push(version, token.extra(extra), extra ? state : GrammarTables.shiftState(action));
                        return;
                    }
                } else if (GrammarTables.isAccept(action) && token != null) {
                    accept(version, token);
                    return;
                } else {
                    failed = true;
                    return;
                }
            }
            if (reduced != NOWHERE) {
                if (reduced != version) {
                    stack.move(reduced, version);
                }
                state = stack.state(version);
                needed = token == null;
                continue;
            }
            if (did || token == null) {
                stack.status(version, Status.HALTED);
                return;
            }
            if (token.keyword && token.symbol != grammar.keywordToken && !grammar.reserved(state, token.symbol)
                    && grammar.actionCount(grammar.entry(state, grammar.keywordToken)) > 0) {
                token = token.as(grammar.keywordToken);
                continue;
            }
            pause(version);
            return;
        }
    }

    /** Takes what an earlier parse came to from here. @return the token behind it, null when there is nothing to take */
    private @Nullable Derivation again(int version, int state, Derivation token) {
        Spans.Found found = earlier == null ? null : earlier.find(state, token, stack.scanner(version));
        if (found == null) {
            return null;
        }
        Spans.Span span = found.span();
        Derivation rule = span.trees()[0].moved(found.moved());
        int next = grammar.next(state, rule.symbol);
        Derivation[] trees = new Derivation[span.trees().length];
        stack.single(token);
        StackNode below = stack.node(version);
        for (int i = 0; i < trees.length; i++) {
            trees[i] = span.trees()[i].moved(found.moved());
            stack.push(version, trees[i], next);
        }
        stack.scanner(version, span.after());
        Derivation behind = span.next().moved(found.moved());
        note(version, below, trees, behind);
        cached = behind;
        cachedAt = stack.position(version);
        cachedScanner = span.after();
        return behind;
    }

    private void note(int version, StackNode below, Derivation[] trees, Derivation next) {
        Derivation first = below.token;
        if (spans != null && first != null) {
            spans.add(trees, below.state, first, next, below.scanner, stack.scanner(version));
        }
    }

    /** A version that cannot go on: the others are right then, and if there is none, the text is wrong. */
    private void pause(int version) {
        stack.status(version, Status.PAUSED);
        failed = stack.size() == 1 && finished == null;
    }

    private @Nullable Derivation next(int version, int state) throws Throwable {
        if (++read % BETWEEN == 0 && System.nanoTime() - deadline > 0) {
            failed = true;
            return null;
        }
        int position = stack.position(version);
        byte[] scanner = stack.scanner(version);
        Derivation token = reader.read(state, position, scanner);
        if (token != null && token != TokenReader.NONE) {
            cached = token;
            cachedAt = position;
            cachedScanner = scanner;
        }
        return token;
    }

    /** The token that another version has read at the place, where it is what this one would read. */
    private @Nullable Derivation cached(int state, int position, byte @Nullable [] scanner) {
        Derivation token = cached;
        if (token == null || cachedAt != position || !Derivation.sameScanner(cachedScanner, scanner)) {
            return null;
        }
        int mode = grammar.lexMode(state);
        if ((mode & 0xffff) == 0xffff) {
            return null;
        }
        int entry = grammar.entry(state, token.symbol);
        boolean alike = mode == grammar.lexMode(token.state) && grammar.reservedSet(state) == grammar.reservedSet(token.state);
        if (alike && grammar.actionCount(entry) > 0 && (token.symbol != grammar.keywordToken || !token.keyword && token.state == state)) {
            return token;
        }
        if (token.start == token.end && token.symbol != 0) {
            return null;
        }
        return mode >>> 16 == 0 && grammar.reusable(entry) ? token : null;
    }

    /** @return the version in which the rule is complete, or nowhere when it became a part of another */
    private int reduce(int version, long action, boolean only, @Nullable Derivation token) {
        boolean ended = token == null;
        int looked = token == null ? 0 : token.looked;
        int count = GrammarTables.reduceCount(action);
        if (only && stack.size() == 1) {
            Derivation[] trees = stack.top(version, count);
            if (trees != null) {
                return alone(version, action, trees, token);
            }
        }
        int before = stack.size();
        List<Slice> slices = stack.pop(version, count);
        int halted = stack.halted();
        int removed = 0;
        for (int i = 0; i < slices.size(); i++) {
            Slice slice = slices.get(i);
            int at = slice.version() - removed;
            if (at > MOST_VERSIONS + MORE_FOR_A_WHILE + halted) {
                stack.remove(at);
                removed++;
                while (i + 1 < slices.size() && slices.get(i + 1).version() == slice.version()) {
                    i++;
                }
                continue;
            }
            int position = stack.position(at);
            Derivation[] trees = slice.trees();
            Derivation rule = rule(action, trees, position, looked);
            while (i + 1 < slices.size() && slices.get(i + 1).version() == slice.version()) {
                i++;
                Derivation other = rule(action, slices.get(i).trees(), position, looked);
                if (better(rule, other)) {
                    rule = other;
                    trees = slices.get(i).trees();
                }
            }
            push(at, rule, trees, ended);
            for (int j = 0; j < at; j++) {
                if (j != version && stack.merge(j, at)) {
                    removed++;
                    break;
                }
            }
        }
        return stack.size() > before ? before : NOWHERE;
    }

    /** The usual case: one version, one way. */
    private int alone(int version, long action, Derivation[] trees, @Nullable Derivation token) {
        if (GrammarTables.reduceCount(action) > 0) {
            stack.replace(version, trees.length);
        }
        StackNode below = stack.node(version);
        Derivation rule = rule(action, trees, stack.position(version), token == null ? 0 : token.looked);
        push(version, rule, trees, token == null);
        if (token != null && spans != null && below.token != null && !rule.extra) {
            int end = trailing(trees);
            Derivation[] pushed = new Derivation[1 + trees.length - end];
            pushed[0] = rule;
            System.arraycopy(trees, end, pushed, 1, trees.length - end);
            note(version, below, pushed, token);
        }
        return version;
    }

    private void push(int version, Derivation rule, Derivation[] trees, boolean ended) {
        int state = stack.state(version);
        int next = grammar.next(state, rule.symbol);
        if (ended && next == state) {
            rule.extra = true;
        }
        stack.push(version, rule, next);
        for (int i = trailing(trees); i < trees.length; i++) {
            stack.push(version, trees[i], next);
        }
    }

    /** Where the extra trees at the end begin, which stay behind the rule. */
    private static int trailing(Derivation[] trees) {
        int end = trees.length;
        while (end > 0 && trees[end - 1].extra) {
            end--;
        }
        return end;
    }

    private static Derivation rule(long action, Derivation[] trees, int position, int looked) {
        int end = trailing(trees);
        return Derivation.rule(GrammarTables.reduceSymbol(action), GrammarTables.reduceProduction(action), end == trees.length ? trees : Arrays.copyOf(trees, end),
                GrammarTables.reducePrecedence(action), position, looked);
    }

    /** Whether the other of two derivations of the same text is to be taken. */
    private static boolean better(Derivation one, Derivation other) {
        return other.precedence != one.precedence ? other.precedence > one.precedence : one.compareTo(other) > 0;
    }

    private void accept(int version, Derivation end) {
        stack.push(version, end, 1);
        List<Slice> slices = stack.popAll(version);
        for (Slice slice : slices) {
            Derivation[] trees = slice.trees();
            for (int i = trees.length - 1; i >= 0; i--) {
                Derivation tree = trees[i];
                if (!tree.extra) {
                    Derivation[] all = new Derivation[trees.length - 1 + tree.children.length];
                    System.arraycopy(trees, 0, all, 0, i);
                    for (int j = 0; j < tree.children.length; j++) {
                        all[i + j] = tree.children[j].moved(tree.moved);
                    }
                    System.arraycopy(trees, i + 1, all, i + tree.children.length, trees.length - i - 1);
                    Derivation root = Derivation.rule(tree.symbol, tree.production, all, 0, 0, 0);
                    Derivation known = finished;
                    finished = known == null || better(known, root) ? root : known;
                    break;
                }
            }
        }
        stack.remove(slices.getFirst().version());
        stack.status(version, Status.HALTED);
    }

    /** Makes one of versions that agree and drops what cannot be right. @return whether a version can still go on */
    private boolean condense() {
        boolean correct = false;
        for (int i = 0; i < stack.size(); i++) {
            if (stack.status(i) == Status.HALTED) {
                stack.remove(i);
                i--;
                continue;
            }
            correct |= stack.status(i) == Status.ACTIVE;
            for (int j = 0; j < i; j++) {
                boolean left = stack.status(j) == Status.PAUSED;
                boolean right = stack.status(i) == Status.PAUSED;
                if (!left && right) {
                    stack.remove(i);
                    i--;
                    break;
                }
                if (left && !right) {
                    stack.remove(j);
                    i--;
                    j--;
                    continue;
                }
                boolean swap = stack.precedence(i) > stack.precedence(j);
                if (stack.merge(j, i)) {
                    i--;
                    break;
                }
                if (swap) {
                    stack.swap(i, j);
                }
            }
        }
        while (stack.size() > MOST_VERSIONS) {
            stack.remove(MOST_VERSIONS);
        }
        failed |= stack.size() > 0 && !correct && finished == null;
        return correct;
    }
}
