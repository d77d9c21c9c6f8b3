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

/** Reads markup: elements, their attributes, and the pairs of property lists. */
final class MarkupReader implements Outline.Reader {

    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->");
    private static final List<String> POM_ORDER = List.of(
            "modelVersion", "parent", "groupId", "artifactId", "version", "packaging", "name", "description", "modules", "properties",
            "dependencyManagement", "dependencies", "repositories", "pluginRepositories", "build", "profiles");

    private final MarkupKind kind;

    MarkupReader(MarkupKind kind) {
        this.kind = kind;
    }

    @Override
    public Outline read(String text, boolean snippet) {
        String code = snippet ? housed(text.replaceAll("(?m)^([ \\t]*)(?:\\.\\.\\.|…)[ \\t]*$", "$1<!-- ... -->")) : text;
        Source source = new Source(code, "  ", new BitSet());
        MarkupParser parser = new MarkupParser(code, kind);
        Slot root = new Slot("file", kind == MarkupKind.TEMPLATE ? Slot.Kind.ORDERED : Slot.Kind.KEYED, Slot.Layout.LINES, 0, code.length(), pieces(source, parser.root(), snippet));
        return new Outline(source, root, parser.error());
    }

    /** A snippet of elements within the elements where such belong. */
    private String housed(String snippet) {
        Element first = new MarkupParser(snippet, kind).root().children().stream()
                .filter(one -> !one.declaration()).findFirst().orElse(null);
        StringBuilder housed = new StringBuilder(snippet);
        if (first != null) {
            for (String name : kind.home(first.name()).reversed()) {
                housed.insert(0, "<" + name + ">\n").append("\n</").append(name).append('>');
            }
        }
        return housed.toString();
    }

    private List<Piece> pieces(Source source, Element holder, boolean snippet) {
        List<Piece> pieces = new ArrayList<>();
        List<Element> children = holder.children();
        boolean pairs = kind == MarkupKind.PLIST && holder.name().equals("dict");
        int comment = -1;
        for (int i = 0; i < children.size(); i++) {
            Element one = children.get(i);
            String text = source.text().substring(one.start, one.end);
            if (one.comment()) {
                comment = comment < 0 ? one.start : comment;
                if (snippet && Gaps.isMark(text)) {
                    source.gap(one.start);
                    pieces.add(Piece.gap(source, new Piece.Span(one.start, one.end, one.start, one.end)));
                    comment = -1;
                }
                continue;
            }
            if (one.block()) {
                pieces.add(new Piece(source, Role.PLAIN, "", span(source, one.start, one.end, comment), () -> Words.leaf(Words.of(one.name(), "\\s+"))));
                comment = -1;
                continue;
            }
            if (one.declaration()) {
                pieces.add(new Piece(source, Role.HEADER, "declaration", span(source, one.start, one.end, -1), () -> Words.leaf("")));
                continue;
            }
            if (pairs && one.name().equals("key") && i + 1 < children.size()) {
                pieces.add(pair(source, one, children.get(++i), comment, snippet));
            } else {
                pieces.add(new Piece(source, role(one), kind.key(one), span(source, one.start, one.end, comment), () -> inside(source, one, snippet))
                        .element(kind.html()));
            }
            comment = -1;
        }
        return pieces;
    }

    /** Comments right above belong to an element. */
    private static Piece.Span span(Source source, int start, int end, int comment) {
        boolean apart = comment >= 0 && source.text().substring(comment, start).matches("(?s).*\\n[ \\t\\r]*\\n.*");
        return new Piece.Span(start, end, comment < 0 || apart ? start : comment, end);
    }

    private Piece pair(Source source, Element key, Element value, int comment, boolean snippet) {
        return new Piece(source, new Role("entry", 50, false), key.content().strip(), span(source, key.start, value.end, comment), () -> {
            String shape = words(source.text().substring(key.start, value.end));
            boolean holds = value.name().equals("dict") || value.name().equals("array");
            return holds ? new Piece.Inside(value.name(), shape, List.of(content(source, value, snippet))) : Words.leaf(shape);
        });
    }

    private Role role(Element one) {
        Element parent = one.parent();
        boolean project = kind == MarkupKind.POM && parent != null && parent.name().equals("project");
        int order = project ? POM_ORDER.indexOf(one.name()) : -1;
        boolean application = kind == MarkupKind.MANIFEST && one.name().equals("application");
        // What refers to others comes behind them.
        boolean root = kind == MarkupKind.LOGGING && (one.name().equals("root") || one.name().equals("Loggers"));
        boolean test = application || root || one.name().equals("dependency") && one.textOf("scope").equals("test");
        return new Role(kind == MarkupKind.POM ? "element" : one.name(), order < 0 ? test ? 60 : 50 : 30 + order, project && !one.children().isEmpty());
    }

    private Piece.Inside inside(Source source, Element one, boolean snippet) {
        String shape = words(source.text().substring(one.start, one.end));
        boolean holds = one.children().stream().anyMatch(child -> !child.declaration() || child.comment());
        boolean blank = one.content().isBlank();
        List<Slot> slots = new ArrayList<>();
        slots.add(attributes(source, one));
        if (holds || blank) {
            slots.add(content(source, one, snippet));
        }
        return new Piece.Inside(one.name() + "\u0000" + (holds ? "" : words(one.content())), shape, slots);
    }

    private Slot content(Source source, Element one, boolean snippet) {
        List<Piece> pieces = pieces(source, one, snippet);
        Slot.Kind order = kind.html() ? Slot.Kind.ORDERED : one.name().equals("array") ? Slot.Kind.SET : Slot.Kind.KEYED;
        if (one.empty) {
            int slash = source.text().lastIndexOf("/", one.end);
            int from = slash > one.start && slash == one.end - 2 ? slash : one.end - 1;
            while (from > one.nameEnd && Character.isWhitespace(source.text().charAt(from - 1))) {
                from--;
            }
            return new Slot("content", order, Slot.Layout.LINES, from, one.end, pieces, ">", "</" + one.name() + ">");
        }
        return new Slot("content", order, Slot.Layout.LINES, one.open, one.close, pieces);
    }

    private static Slot attributes(Source source, Element one) {
        List<Piece> pieces = new ArrayList<>();
        for (Element.Attribute attribute : one.attributes()) {
            String shape = attribute.name() + "\u0000" + attribute.value() + "\u0000";
            pieces.add(new Piece(source, Role.PLAIN, attribute.name(),
                    new Piece.Span(attribute.start(), attribute.end(), attribute.start(), attribute.end()), () -> Words.leaf(shape)));
        }
        int open = pieces.isEmpty() ? one.nameEnd : one.attributes().getFirst().start();
        int close = pieces.isEmpty() ? one.nameEnd : one.attributes().getLast().end();
        return new Slot("attributes", Slot.Kind.KEYED, Slot.Layout.SPACES, open, close, pieces);
    }

    private static String words(String text) {
        return Words.of(COMMENT.matcher(text).replaceAll(" "), "[\\s<>=\"']+");
    }

    @Override
    public boolean lenient() {
        return true;
    }
}
