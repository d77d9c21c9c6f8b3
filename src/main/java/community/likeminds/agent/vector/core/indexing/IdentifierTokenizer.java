package community.likeminds.agent.vector.core.indexing;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * Cuts prose and code into lower-case tokens: {@code LMFeedClient.initCall_v2} gives {@code lm feed client init call v 2}, its
 * dotted pieces, and itself. Composed tokens are keywords, which no stemmer touches, and take no position of their own.
 */
final class IdentifierTokenizer extends Tokenizer {

    private static final int LONGEST = 200;

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final PositionIncrementAttribute position = addAttribute(PositionIncrementAttribute.class);
    private final KeywordAttribute keyword = addAttribute(KeywordAttribute.class);
    private final StringBuilder run = new StringBuilder();
    private final ArrayDeque<Token> pending = new ArrayDeque<>();
    private int ahead = -2;

    private record Token(String text, boolean composed) {}

    @Override
    public boolean incrementToken() throws IOException {
        while (pending.isEmpty()) {
            if (!nextRun()) {
                return false;
            }
            split(run.toString());
        }
        clearAttributes();
        Token token = pending.remove();
        term.append(token.text());
        position.setPositionIncrement(token.composed() ? 0 : 1);
        keyword.setKeyword(token.composed());
        return true;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        pending.clear();
        run.setLength(0);
        ahead = -2;
    }

    /** Reads letters, digits and what joins them into {@link #run}; false at the end. */
    private boolean nextRun() throws IOException {
        run.setLength(0);
        int c = ahead == -2 ? input.read() : ahead;
        while (c != -1 && !Character.isLetterOrDigit(c)) {
            c = input.read();
        }
        while (c != -1 && run.length() < LONGEST) {
            if (Character.isLetterOrDigit(c)) {
                run.append((char) c);
                c = input.read();
                continue;
            }
            int next = input.read();
            if (joins(c) && next != -1 && Character.isLetterOrDigit(next)) {
                run.append((char) c);
                c = next;
                continue;
            }
            c = next;
            break;
        }
        ahead = c;
        return !run.isEmpty();
    }

    private static boolean joins(int c) {
        return c == '.' || c == '_' || c == '-' || c == '/' || c == '\'' || c == '’';
    }

    private void split(String whole) {
        List<String> pieces = new ArrayList<>();
        List<String> wholes = new ArrayList<>();
        for (String piece : whole.split("[._/'’-]")) {
            if (piece.isEmpty() || piece.equals("s") && !pieces.isEmpty()) {
                continue;
            }
            List<String> parts = humps(piece);
            pieces.addAll(parts);
            if (parts.size() > 1) {
                wholes.add(piece.toLowerCase(Locale.ROOT));
            }
        }
        String flat = whole.toLowerCase(Locale.ROOT);
        boolean possessive = flat.endsWith("'s") || flat.endsWith("’s");
        if (pieces.size() > 1 && !wholes.contains(flat) && !possessive) {
            wholes.add(flat);
        }
        // The composed tokens follow the first part, so that they share its position.
        for (int i = 0; i < pieces.size(); i++) {
            pending.add(new Token(pieces.get(i), false));
            if (i == 0) {
                wholes.forEach(composed -> pending.add(new Token(composed, true)));
            }
        }
    }

    /** {@code HTTPServer2} is {@code http server 2}. */
    private static List<String> humps(String piece) {
        List<String> parts = new ArrayList<>();
        int start = 0;
        for (int i = 1; i <= piece.length(); i++) {
            if (i == piece.length() || boundary(piece, i)) {
                parts.add(piece.substring(start, i).toLowerCase(Locale.ROOT));
                start = i;
            }
        }
        return parts;
    }

    private static boolean boundary(String piece, int i) {
        char before = piece.charAt(i - 1);
        char here = piece.charAt(i);
        if (Character.isDigit(before) != Character.isDigit(here)) {
            return true;
        }
        if (Character.isLowerCase(before) && Character.isUpperCase(here)) {
            return true;
        }
        // The plural of an abbreviation, URLs, is no hump.
        boolean plural = i + 2 == piece.length() && piece.charAt(i + 1) == 's';
        return Character.isUpperCase(before)
                && Character.isUpperCase(here)
                && i + 1 < piece.length()
                && Character.isLowerCase(piece.charAt(i + 1))
                && !plural;
    }
}
