package community.likeminds.agent.processors.code.ast;

import community.likeminds.agent.processors.code.ast.NativeTrees.Change;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a parse came to on its way, for the next parse of a text that is much the same: a parser that is in the same state before the same text
 * comes to the same, as long as it looked at nothing else.
 */
final class Spans {

    /** Shorter ones are read again as fast as they are found. */
    private static final int LEAST = 48;

    /**
     * A rule that was complete.
     *
     * @param trees the rule and the extra trees behind it
     * @param state of the parser before it
     * @param first the token before which that was
     * @param next the token that was read behind it
     * @param looked how far the text was looked at
     * @param before the scanner's state before it
     * @param after the scanner's state behind it
     * @param shorter another one that begins at the same place
     */
    record Span(Derivation[] trees, int state, Derivation first, Derivation next, int looked, byte @Nullable [] before, byte @Nullable [] after, @Nullable Span shorter) {

        boolean fits(int now, Derivation token, byte @Nullable [] scanner) {
            return state == now && first.symbol == token.symbol && first.state == token.state && first.keyword == token.keyword
                    && first.end - first.start == token.end - token.start && Derivation.sameScanner(first.scanner, token.scanner)
                    && Derivation.sameScanner(before, scanner);
        }
    }

    /** A part that both texts have: where it is in the earlier one, and how far it moved. */
    private record Same(int from, int to, int moved) {}

    /** A span, and how far it moved. */
    record Found(Span span, int moved) {}

    private final String text;
    private final Map<Integer, Span> spans = new HashMap<>();

    Spans(String text) {
        this.text = text;
    }

    void add(Derivation[] trees, int state, Derivation first, Derivation next, byte @Nullable [] before, byte @Nullable [] after) {
        Derivation last = trees[trees.length - 1];
        if (last.end - first.start < LEAST || trees[0].start != first.start) {
            return;
        }
        int looked = Math.max(next.looked, first.looked);
        for (Derivation one : trees) {
            looked = Math.max(looked, one.looked);
        }
        spans.put(first.start, new Span(trees, state, first, next, looked, before, after, spans.get(first.start)));
    }

    /** The spans of this text as a parse of another one finds them. */
    Search search(String other) {
        List<Same> parts = new ArrayList<>();
        int from = 0;
        int moved = 0;
        for (Change change : TextChanges.between(text, other)) {
            parts.add(new Same(from, change.start() - moved, moved));
            from = change.oldEnd() - moved;
            moved += change.newEnd() - change.oldEnd();
        }
        parts.add(new Same(from, text.length(), moved));
        return new Search(parts);
    }

    /** Finds spans from the beginning of the text to its end. */
    final class Search {

        private final List<Same> parts;
        private int at;

        private Search(List<Same> parts) {
            this.parts = parts;
        }

        /** The longest span that the parser would come to again. */
        @Nullable Found find(int state, Derivation token, byte @Nullable [] scanner) {
            while (at < parts.size() - 1 && token.start >= parts.get(at).to() + parts.get(at).moved()) {
                at++;
            }
            Same part = parts.get(at);
            int start = token.start - part.moved();
            if (start < part.from()) {
                return null;
            }
            for (Span span = spans.get(start); span != null; span = span.shorter()) {
                boolean whole = at == parts.size() - 1 || span.looked() <= part.to();
                if (whole && span.fits(state, token, scanner) && text.lastIndexOf('\n', start - 1) + 1 >= part.from()) {
                    return new Found(span, part.moved());
                }
            }
            return null;
        }
    }
}
