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
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the first document of a YAML file: mappings and sequences by their indentation, lists in brackets; other values stay texts. */
public final class YamlReader implements Outline.Reader {

    private static final Pattern KEY = Pattern.compile(
            "^(\"(?:[^\"\\\\]|\\\\.)*\"|'[^']*'|<<|[^\\s#\"'\\[\\]{}&*!|>%@`,?-][^#]*?|[-?][^\\s#:][^#]*?)[ \\t]*:(?=[ \\t]|$)");
    private static final Pattern VARIABLE = Pattern.compile("^[\"']?([A-Za-z_]\\w*)=.*");
    /** What may stand before a block on the key's line. */
    private static final Pattern TAGS = Pattern.compile("^(?:[&!][^\\s]*\\s*)+$");
    private static final List<String> NAMES = List.of("name", "id", "key", "alias", "path", "repo", "url", "host", "uses");

    private final UnaryOperator<String> keys;

    private final boolean exact;

    /**
     * @param keys how keys are compared
     * @param exact whether the lines of a snippet keep their columns to each other, whatever a level is in the file
     */
    public YamlReader(UnaryOperator<String> keys, boolean exact) {
        this.keys = keys;
        this.exact = exact;
    }

    @Override
    public Outline read(String text, boolean snippet) {
        String code = snippet ? Gaps.commented(text, "#") : text;
        Source source = new Source(code, snippet && exact ? "" : "  ", new BitSet());
        YamlLines lines = new YamlLines(code);
        Reading reading = new Reading(source, lines, snippet);
        List<Piece> pieces = reading.block(lines.first(), lines.last(), -1);
        boolean list = lines.first() < lines.last() && lines.dash(lines.first());
        Slot root = new Slot(list ? "list" : "map", list ? Slot.Kind.ORDERED : Slot.Kind.KEYED, Slot.Layout.LINES, 0, lines.documentEnd(), pieces);
        return new Outline(source, root, reading.error);
    }

    @Override
    public boolean lenient() {
        return true;
    }

    private final class Reading {

        private final Source source;
        private final YamlLines lines;
        private final boolean snippet;
        private String error = "";

        Reading(Source source, YamlLines lines, boolean snippet) {
            this.source = source;
            this.lines = lines;
            this.snippet = snippet;
        }

        /** The entries or items in some lines, of which the least indented ones begin one each. */
        List<Piece> block(int from, int to, int first) {
            List<Piece> pieces = new ArrayList<>();
            int at = from;
            int indent = -1;
            int comments = -1;
            boolean items = false;
            while (at < to) {
                boolean inner = first >= 0 && at == from;
                int start = inner ? first : lines.content(at);
                if (lines.blank(at)) {
                    comments = -1;
                    at++;
                    continue;
                }
                if (lines.comment(at) && !inner) {
                    comments = comments < 0 ? at : comments;
                    if (snippet && Gaps.isMark(lines.bare(at))) {
                        source.gap(start);
                        pieces.add(Piece.gap(source, new Piece.Span(start, lines.end(at), start, lines.end(at))));
                        comments = -1;
                    }
                    at++;
                    continue;
                }
                int column = start - lines.start(at);
                if (indent < 0) {
                    indent = column;
                    items = lines.dashAt(start);
                } else if (column != indent || items != lines.dashAt(start)) {
                    error = error.isEmpty() ? "line " + (at + 1) + "." : error;
                    return pieces;
                }
                int end = lines.entryEnd(at, to, column, items);
                int top = comments < 0 ? start : lines.content(comments);
                pieces.add(items ? item(at, end, start, top) : entry(at, end, start, top));
                comments = -1;
                at = end;
            }
            boolean apart = apart(pieces);
            return apart ? pieces.stream().map(one -> one.paragraph()).toList() : pieces;
        }

        /** Whether blank lines set most of the entries apart. */
        private boolean apart(List<Piece> pieces) {
            int apart = 0;
            for (int i = 1; i < pieces.size(); i++) {
                String between = source.text().substring(Math.min(pieces.get(i - 1).to(), pieces.get(i).start()), pieces.get(i).start());
                apart += between.matches("(?s).*\\n[ \\t\\r]*\\n.*") ? 1 : 0;
            }
            return 2 * apart > pieces.size() - 1;
        }

        private Piece entry(int line, int end, int start, int top) {
            String rest = source.text().substring(start, lines.end(line));
            Matcher key = KEY.matcher(rest);
            if (!key.find()) {
                error = error.isEmpty() ? "line " + (line + 1) + "." : error;
                return new Piece(source, Role.PLAIN, "", span(line, end, start, top), () -> Words.leaf(rest));
            }
            String name = key.group(1).replaceAll("^[\"']|[\"']$", "");
            int value = start + key.end();
            return new Piece(source, new Role("entry " + name, 50, false), keys.apply(name), span(line, end, start, top), () -> value(keys.apply(name), line, end, value));
        }

        private Piece item(int line, int end, int start, int top) {
            int value = start + 1;
            while (value < lines.end(line) && source.text().charAt(value) == ' ') {
                value++;
            }
            int content = value;
            boolean mapping = KEY.matcher(source.text().substring(content, lines.end(line))).find();
            String text = source.text().substring(content, lines.end(end - 1)).strip();
            Matcher variable = VARIABLE.matcher(text);
            List<Piece> inner = mapping ? block(line, end, content) : List.of();
            String key = mapping ? name(inner) : variable.matches() ? "$" + variable.group(1) : "";
            return new Piece(source, new Role("item", 50, false), key, span(line, end, start, top), () -> {
                if (!mapping) {
                    return Words.leaf("-" + scalar(text));
                }
                Slot slot = new Slot("map", Slot.Kind.KEYED, Slot.Layout.LINES, content, lines.end(end - 1), inner);
                return new Piece.Inside(key.isEmpty() ? shape(content, lines.end(end - 1)) : key, shape(content, lines.end(end - 1)), List.of(slot));
            });
        }

        /** What tells an item that is a mapping from the others. */
        private String name(List<Piece> inner) {
            for (String wanted : NAMES) {
                Optional<Piece> found = inner.stream().filter(one -> one.is("entry " + wanted)).findFirst();
                if (found.isPresent()) {
                    String text = source.text().substring(found.get().start(), found.get().end());
                    return wanted + " " + scalar(text.substring(text.indexOf(':') + 1)).replaceFirst("@[^@]*$", "");
                }
            }
            return "";
        }

        private Piece.Inside value(String name, int line, int end, int from) {
            String own = source.text().substring(from, lines.end(line));
            String value = own.replaceFirst("(?:^|\\s+)#.*$", "").strip();
            int stop = lines.end(end - 1);
            String shape = shape(from, stop);
            int open = lines.end(line);
            if (value.isEmpty() || TAGS.matcher(value).matches()) {
                if (end == line + 1 || lines.nothing(line + 1, end)) {
                    return new Piece.Inside(name, shape, List.of(
                            new Slot("map", Slot.Kind.KEYED, Slot.Layout.LINES, open, open, List.of()),
                            new Slot("list", Slot.Kind.SET, Slot.Layout.LINES, open, open, List.of())));
                }
                List<Piece> inner = block(line + 1, end, -1);
                boolean list = inner.stream().anyMatch(one -> one.is("item"));
                boolean ordered = list && inner.stream().anyMatch(one -> one.title().matches("`-\\s+[^\"'\\s][^\"']*:(?:\\s.*)?`"));
                Slot.Kind kind = ordered ? Slot.Kind.ORDERED : list ? Slot.Kind.SET : Slot.Kind.KEYED;
                return new Piece.Inside(name, shape, List.of(new Slot(list ? "list" : "map", kind, Slot.Layout.LINES, open, stop, inner)));
            }
            int bracket = source.text().indexOf(value, from);
            String whole = source.text().substring(bracket, stop).replaceFirst("\\s+#[^\\n]*$", "");
            if (whole.startsWith("[") && whole.endsWith("]")) {
                return new Piece.Inside(name, shape, List.of(brackets(bracket + 1, bracket + whole.length() - 1)));
            }
            return Words.leaf(name + shape);
        }

        private Slot brackets(int from, int to) {
            List<Piece> pieces = new ArrayList<>();
            for (int[] range : Scan.elements(source.text(), from, to)) {
                String element = source.text().substring(range[0], range[1]);
                pieces.add(new Piece(source, new Role("item", 50, false), "", new Piece.Span(range[0], range[1], range[0], range[1]),
                        () -> Words.leaf("-" + scalar(element))));
            }
            return new Slot("brackets", Slot.Kind.SET, Slot.Layout.COMMAS, from, to, pieces);
        }

        private String shape(int from, int to) {
            StringBuilder shape = new StringBuilder();
            for (String line : source.text().substring(from, to).split("\\R")) {
                String bare = line.strip().startsWith("#") ? "" : scalar(line);
                shape.append(bare.isEmpty() ? "" : bare + "\u0000");
            }
            return shape.toString();
        }

        private String scalar(String text) {
            return text.replaceFirst("(?:^|\\s+)#.*$", "").strip().replace("'", "\"").replaceAll("^\"([^\"]*)\"$", "$1").replaceAll("\\s+", " ");
        }

        private Piece.Span span(int line, int end, int start, int top) {
            int last = end - 1;
            while (last > line && (lines.blank(last) || lines.comment(last) && lines.content(last) - lines.start(last) <= start - lines.start(line))) {
                last--;
            }
            int to = lines.end(last);
            return new Piece.Span(start, to, top, to);
        }
    }
}
