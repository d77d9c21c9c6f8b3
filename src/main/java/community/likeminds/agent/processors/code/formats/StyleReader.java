package community.likeminds.agent.processors.code.formats;

import community.likeminds.agent.processors.code.outline.Gaps;
import community.likeminds.agent.processors.code.outline.Outline;
import community.likeminds.agent.processors.code.outline.Piece;
import community.likeminds.agent.processors.code.outline.Role;
import community.likeminds.agent.processors.code.outline.Slot;
import community.likeminds.agent.processors.code.outline.Source;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;

/** Reads style sheets (CSS, SCSS, Less): imports, at-rules without a body, rules, declarations. */
final class StyleReader implements Outline.Reader {

    private static final Role CHARSET = new Role("character set", 5, false);
    /** Browsers and bundlers take imports only before all rules. */
    private static final Role IMPORT = new Role("import", 10, false);
    private static final Role STATEMENT = new Role("statement", 20, false);
    private static final Role DECLARATION = new Role("declaration", 30, false);
    private static final Role RULE = new Role("rule", 60, true);
    private static final Role NESTED = new Role("rule", 60, false);

    private static final Pattern IMPORTS = Pattern.compile("@(?:import|use|forward)\\b.*", Pattern.DOTALL);
    private static final int DEEPEST = 50;

    @Override
    public Outline read(String text, boolean snippet) {
        Reading reading = new Reading(snippet ? Gaps.commented(text, "//") : text, snippet);
        List<Piece> pieces = reading.pieces(0);
        boolean whole = reading.error.isEmpty() && reading.at >= reading.code.length();
        String error = whole || !reading.error.isEmpty() ? reading.error : "A closing brace has no opening one.";
        return new Outline(reading.source, body("file", pieces, 0, reading.code.length()), error);
    }

    private static Slot body(String name, List<Piece> pieces, int open, int close) {
        return new Slot(name, Slot.Kind.KEYED, Slot.Layout.LINES, open, close, pieces);
    }

    /** One pass over a text, brackets and strings taken as one. */
    private static final class Reading {

        private final String code;
        private final boolean snippet;
        private final Source source;
        private int at;
        private String error = "";

        Reading(String code, boolean snippet) {
            this.code = code;
            this.snippet = snippet;
            this.source = new Source(code, "  ", new BitSet());
        }

        /** Pieces up to the end of the text or the brace that closes them, which is left. */
        List<Piece> pieces(int depth) {
            List<Piece> pieces = new ArrayList<>();
            int comments = -1;
            while (at < code.length() && error.isEmpty() && code.charAt(at) != '}') {
                int comment = commentEnd(at);
                if (comment > 0) {
                    String words = code.substring(at, comment);
                    boolean mark = snippet && Gaps.isMark(words);
                    if (mark) {
                        source.gap(at);
                        pieces.add(Piece.gap(source, new Piece.Span(at, comment, at, comment)));
                    }
                    comments = mark ? -1 : comments < 0 ? at : comments;
                    at = comment;
                } else if (Character.isWhitespace(code.charAt(at)) || code.charAt(at) == ';' || code.charAt(at) == '\uFEFF') {
                    // A comment that a blank line sets apart belongs to nothing below it.
                    comments = code.startsWith("\n\n", at) || code.startsWith("\n\r\n", at) ? -1 : comments;
                    at++;
                } else {
                    pieces.add(piece(comments < 0 ? at : comments, depth));
                    comments = -1;
                }
            }
            return pieces;
        }

        private Piece piece(int from, int depth) {
            int start = at;
            int stop = preludeEnd(start);
            String prelude = plain(start, stop);
            if (stop < code.length() && code.charAt(stop) == '{') {
                at = stop + 1;
                if (depth > DEEPEST) {
                    error = "Rules are nested more deeply than is read.";
                    return leaf(RULE, prelude, start, stop, from);
                }
                List<Piece> inside = pieces(depth + 1);
                if (at >= code.length()) {
                    error = error.isEmpty() ? "The braces of `" + prelude + "` are not closed." : error;
                    return leaf(RULE, prelude, start, stop, from);
                }
                int close = at++;
                String shape = plain(start, at);
                Slot slot = body("body", inside, stop + 1, close);
                return new Piece(source, depth == 0 ? RULE : NESTED, prelude, new Piece.Span(start, at, from, trailing(at)),
                        () -> new Piece.Inside(prelude, shape, List.of(slot)));
            }
            boolean ended = stop < code.length() && code.charAt(stop) == ';';
            at = ended ? stop + 1 : stop;
            if (!ended && depth == 0) {
                error = "`" + prelude + "` is neither a rule nor ended with a semicolon.";
            }
            if (prelude.startsWith("@")) {
                return leaf(prelude.startsWith("@charset") ? CHARSET : IMPORTS.matcher(prelude).matches() ? IMPORT : STATEMENT, prelude, start, at, from);
            }
            int colon = prelude.indexOf(':');
            return leaf(DECLARATION, colon < 0 ? prelude : prelude.substring(0, colon).strip(), start, at, from);
        }

        private Piece leaf(Role role, String key, int start, int end, int from) {
            String shape = plain(start, end);
            return new Piece(source, role, key, new Piece.Span(start, end, from, trailing(end)), () -> Words.leaf(shape));
        }

        /** Behind a comment on the same line. */
        private int trailing(int end) {
            int next = Scan.skipBlanks(code, end, code.length());
            int comment = next < code.length() ? commentEnd(next) : 0;
            return comment > 0 && code.substring(next, comment).indexOf('\n') < 0 ? comment : end;
        }

        /** Offset of what ends a prelude or a declaration: a brace, a semicolon, the end of the text. */
        private int preludeEnd(int from) {
            int brackets = 0;
            int here = from;
            while (here < code.length()) {
                char c = code.charAt(here);
                int comment = commentEnd(here);
                if (comment > 0) {
                    here = comment;
                    continue;
                }
                if (c == '"' || c == '\'') {
                    here = Scan.string(code, here);
                    continue;
                }
                boolean interpolated = c == '{' && here > from && (code.charAt(here - 1) == '#' || code.charAt(here - 1) == '@');
                if (brackets <= 0 && !interpolated && (c == '{' || c == '}' || c == ';')) {
                    return here;
                }
                brackets += c == '(' || c == '[' || interpolated ? 1 : brackets > 0 && (c == ')' || c == ']' || c == '}') ? -1 : 0;
                here++;
            }
            return here;
        }

        /** Offset behind a comment that begins at an offset, or 0. */
        private int commentEnd(int from) {
            if (code.startsWith("/*", from)) {
                int end = code.indexOf("*/", from + 2);
                return end < 0 ? code.length() : end + 2;
            }
            boolean line = code.startsWith("//", from) && (from == 0 || Character.isWhitespace(code.charAt(from - 1)) || ";{}".indexOf(code.charAt(from - 1)) >= 0);
            return line ? Scan.lineEnd(code, from) : 0;
        }

        /** The text without comments, its white space evened out and its quotation marks of one kind. */
        private String plain(int from, int to) {
            StringBuilder words = new StringBuilder();
            for (int here = from; here < to; ) {
                int comment = commentEnd(here);
                words.append(comment > 0 ? ' ' : code.charAt(here));
                here = comment > 0 ? comment : here + 1;
            }
            return words.toString().replace('\'', '"').replaceAll("\\s+", " ").replaceAll(" ?([{};:,]) ?", "$1").replace(";}", "}").replaceFirst(";$", "").strip();
        }
    }
}
