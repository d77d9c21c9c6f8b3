package community.likeminds.agent.processors.code.languages;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.outline.Gaps;
import community.likeminds.agent.processors.code.outline.Piece;
import community.likeminds.agent.processors.code.outline.Role;
import community.likeminds.agent.processors.code.outline.Slot;
import community.likeminds.agent.processors.code.outline.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Makes pieces and slots of the nodes of one tree. */
final class TreeCut {

    private static final Set<String> OPEN = Set.of("{", "[", "(", "do");
    private static final Set<String> CLOSE = Set.of("}", "]", ")", "end");

    private static final Table.Holder PLACE = new Table.Holder(Slot.Kind.SINGLE, Slot.Layout.LINES, "place");
    private static final Table.Holder CONTENT = new Table.Holder(Slot.Kind.ORDERED, Slot.Layout.LINES, "content");

    private final Table table;
    private final Source source;
    private final boolean snippet;
    private final String text;

    TreeCut(Table table, Source source, boolean snippet) {
        this.table = table;
        this.source = source;
        this.snippet = snippet;
        this.text = source.text();
    }

    /** The pieces among the children of a node, groups taken apart. */
    List<Piece> pieces(SyntaxNode holder, boolean named) {
        List<SyntaxNode> nodes = new ArrayList<>();
        collect(holder, nodes);
        List<Piece> pieces = new ArrayList<>();
        int comments = -1;
        for (int i = 0; i < nodes.size(); i++) {
            SyntaxNode node = nodes.get(i);
            if (table.comments.contains(node.type())) {
                boolean behind = i > 0 && sameLine(nodes.get(i - 1).end(), node.start()) && !pieces.isEmpty();
                if (snippet && Gaps.isMark(node.text())) {
                    source.gap(node.start());
                    pieces.add(Piece.gap(source, new Piece.Span(node.start(), end(node), node.start(), end(node))));
                    comments = -1;
                } else if (!behind) {
                    comments = comments < 0 ? i : comments;
                }
                continue;
            }
            if (snippet && node.is("jsx_expression") && node.parts().isEmpty() && Gaps.isMark(node.text())) {
                source.gap(node.start());
                pieces.add(Piece.gap(source, new Piece.Span(node.start(), end(node), node.start(), end(node))));
                continue;
            }
            int last = run(nodes, i);
            int from = comments < 0 ? start(node) : above(nodes, comments, i);
            pieces.add(piece(nodes.subList(i, last + 1), from, to(nodes, last), named));
            comments = -1;
            i = last;
        }
        return pieces;
    }

    private void collect(SyntaxNode holder, List<SyntaxNode> nodes) {
        for (SyntaxNode child : holder.children()) {
            boolean alone = child.is("import_declaration") && child.first(table.group) == null;
            if (table.flat.contains(child.type()) && !alone) {
                collect(child, nodes);
            } else if (child.is("jsx_opening_element", "jsx_closing_element") || child.is("jsx_text") && child.text().isBlank()) {
                continue;
            } else if (child.named() && child.end() > child.start()) {
                nodes.add(child);
            }
        }
    }

    /** Where a grammar writes one thing as several nodes: the index of the last of them. */
    private int run(List<SyntaxNode> nodes, int first) {
        int at = first;
        while (table.openers.contains(nodes.get(at).type()) && at + 1 < nodes.size()) {
            at++;
        }
        return at;
    }

    /** Start of the comments that stand right above a node, without a blank line between them and it. */
    private int above(List<SyntaxNode> nodes, int first, int node) {
        int from = nodes.get(node).start();
        for (int i = node - 1; i >= first; i--) {
            String between = text.substring(nodes.get(i).end(), from);
            if (!between.isBlank() || between.chars().filter(c -> c == '\n').count() > (nodes.get(i).text().endsWith("\n") ? 0 : 1)) {
                break;
            }
            from = nodes.get(i).start();
        }
        return from;
    }

    /** End of a node with the separator and the comment behind it on its line. */
    private int to(List<SyntaxNode> nodes, int last) {
        int to = end(nodes.get(last));
        int at = to;
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        if (at < text.length() && text.charAt(at) == ';') {
            to = at + 1;
        }
        if (last + 1 < nodes.size()) {
            SyntaxNode next = nodes.get(last + 1);
            boolean comment = table.comments.contains(next.type()) && text.substring(to, next.start()).isBlank()
                    && sameLine(to, next.start()) && !(snippet && Gaps.isMark(next.text()));
            boolean ends = comment && (last + 2 >= nodes.size() || !sameLine(next.end(), nodes.get(last + 2).start()));
            to = ends ? end(next) : to;
        }
        return to;
    }

    /** Start of a node without the white space that text in markup begins with. */
    private int start(SyntaxNode node) {
        int start = node.start();
        while (start < node.end() && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return start;
    }

    /** End of a node without the line ending that some grammars count to it. */
    private int end(SyntaxNode node) {
        int end = node.end();
        while (end > node.start() && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }

    private boolean sameLine(int from, int to) {
        return text.substring(Math.min(from, to), to).indexOf('\n') < 0;
    }

    private Piece piece(List<SyntaxNode> nodes, int from, int to, boolean inNamed) {
        SyntaxNode node = main(nodes);
        Table.@Nullable Row row = table.rows.get(node.type());
        String key = row == null ? "" : row.key().apply(node);
        Role role = row == null ? Role.PLAIN : row.role();
        boolean named = !key.isEmpty() || inNamed && node.parent() != null && table.named.contains(node.parent().type());
        Piece.Span span = new Piece.Span(start(nodes.getFirst()), end(nodes.getLast()), from, to);
        Role own = table.late.test(node) ? new Role(role.name(), role.order() + 10, role.paragraph()) : role;
        Piece piece = new Piece(source, own, key, span, () -> inside(nodes, named)).element(table.elements.contains(node.type()));
        if (row == null) {
            return piece;
        }
        if (!table.group.isEmpty() && role.equals(Role.IMPORT)) {
            SyntaxNode inner = node.first("import_spec");
            SyntaxNode group = node.above(one -> one.first(table.group) != null).orElse(node);
            piece.grouped(table.word, inner == null ? node.start() : inner.start(), inner == null).groupEnd(group.end());
        }
        return piece.family(row.family().apply(node)).uses(row.uses().apply(node));
    }

    /** The node of a run that the table has a row for. */
    private SyntaxNode main(List<SyntaxNode> nodes) {
        for (SyntaxNode node : nodes) {
            if (table.rows.containsKey(node.type())) {
                return node;
            }
        }
        return nodes.getFirst();
    }

    private Piece.Inside inside(List<SyntaxNode> nodes, boolean named) {
        StringBuilder head = new StringBuilder();
        Map<SyntaxNode, Table.Holder> holders = new LinkedHashMap<>();
        Map<String, List<SyntaxNode>> gathered = new LinkedHashMap<>();
        for (SyntaxNode node : nodes) {
            head(node, nodes, named, head, holders, gathered);
        }
        List<Slot> slots = new ArrayList<>();
        gathered.forEach((name, list) -> slots.add(gathered(name, list)));
        SyntaxNode node = main(nodes);
        if (table.elements.contains(node.type()) && !gathered.containsKey("attributes")) {
            SyntaxNode opening = node.is("jsx_element") ? node.children().getFirst() : node;
            int at = opening.child("name") instanceof SyntaxNode tag ? tag.end() : opening.start() + 1;
            slots.add(new Slot("attributes", Slot.Kind.KEYED, Slot.Layout.SPACES, at, at, List.of()));
        }
        for (Table.Absent one : table.absent.getOrDefault(node.type(), List.of())) {
            boolean there = gathered.containsKey(one.slot())
                    || holders.values().stream().anyMatch(holder -> holder.name().equals(one.slot()));
            SyntaxNode behind = there ? null : one.behind().apply(node);
            if (behind != null) {
                int at = one.slot().equals("annotations") ? nodes.getFirst().start() : end(behind);
                slots.add(new Slot(one.slot(), one.kind(), one.layout(), at, at, List.of(), one.before(), one.after()));
            }
        }
        Map<String, Integer> count = new LinkedHashMap<>();
        holders.forEach((holder, kind) -> {
            int number = count.merge(kind.name(), 1, Integer::sum);
            slots.add(slot(holder, kind, number == 1 ? kind.name() : kind.name() + number, node, named));
        });
        if (snippet) {
            String shape = shape(nodes);
            return new Piece.Inside(head.toString(), shape, slots);
        }
        return new Piece.Inside(head.toString(), () -> shape(nodes), slots);
    }

    private String shape(List<SyntaxNode> nodes) {
        StringBuilder shape = new StringBuilder();
        nodes.forEach(node -> shape(node, shape));
        return shape.toString();
    }

    /** All tokens; marks for left-out code are taken note of. */
    private void shape(SyntaxNode node, StringBuilder shape) {
        if (table.comments.contains(node.type())) {
            if (snippet && Gaps.isMark(node.text())) {
                source.gap(node.start());
            }
            return;
        }
        if (node.children().isEmpty()) {
            append(token(node), shape);
            return;
        }
        int from = node.start();
        for (SyntaxNode child : node.children()) {
            append(between(from, child.start()), shape);
            shape(child, shape);
            from = Math.max(from, child.end());
        }
        append(between(from, node.end()), shape);
    }

    /** The tokens outside of what holds pieces, and what holds them. */
    private void head(
            SyntaxNode node, List<SyntaxNode> piece, boolean named, StringBuilder head, Map<SyntaxNode, Table.Holder> holders,
            Map<String, List<SyntaxNode>> gathered) {
        if (table.comments.contains(node.type())) {
            return;
        }
        if (table.gathered.get(node.type()) instanceof Table.Gathered group && !piece.contains(node)) {
            gathered.computeIfAbsent(group.slot(), key -> new ArrayList<>()).add(node);
            return;
        }
        if (table.elements.contains(node.type())) {
            element(node, piece, named, head, holders, gathered);
            return;
        }
        if (holder(node, named) instanceof Table.Holder holder) {
            holders.put(node, holder);
            return;
        }
        if (node.children().isEmpty()) {
            String token = token(node);
            if (!table.quiet.contains(token)) {
                append(token, head);
            }
            return;
        }
        int from = node.start();
        for (SyntaxNode child : node.children()) {
            append(between(from, child.start()), head);
            head(child, piece, named, head, holders, gathered);
            from = Math.max(from, child.end());
        }
        append(between(from, node.end()), head);
    }

    /** An element in code is a place for one; an element that is a piece has its tag, its attributes and what it holds. */
    private void element(
            SyntaxNode node, List<SyntaxNode> piece, boolean named, StringBuilder head, Map<SyntaxNode, Table.Holder> holders,
            Map<String, List<SyntaxNode>> gathered) {
        if (!piece.contains(node)) {
            holders.put(node, PLACE);
            return;
        }
        boolean holds = node.is("jsx_element");
        for (SyntaxNode child : (holds ? node.children().getFirst() : node).children()) {
            if (child.is("jsx_attribute")) {
                gathered.computeIfAbsent("attributes", key -> new ArrayList<>()).add(child);
            } else if (child.named()) {
                head(child, piece, named, head, holders, gathered);
            }
        }
        if (holds) {
            holders.put(node, CONTENT);
        }
    }

    private static void append(String token, StringBuilder tokens) {
        if (!token.isEmpty()) {
            tokens.append(token).append('\u0000');
        }
    }

    /** Text that a grammar has no node for, as inside of some string literals. */
    private String between(int from, int to) {
        return from < to ? text.substring(from, to).strip().replace("\r\n", "\n") : "";
    }

    private static String token(SyntaxNode leaf) {
        String token = leaf.text().strip();
        return switch (token) {
            case ";", "," -> "";
            case "'" -> "\"";
            default -> token.indexOf('\r') < 0 ? token : token.replace("\r\n", "\n");
        };
    }

    /** How a node holds pieces here, or null. */
    private Table.@Nullable Holder holder(SyntaxNode node, boolean named) {
        Table.@Nullable Holder holder = table.holders.get(node.type());
        if (holder == null || !named && table.named.contains(node.type())) {
            return null;
        }
        return holder.layout() != Slot.Layout.LINES || bare(node) || opening(node) != null ? holder : null;
    }

    private boolean bare(SyntaxNode node) {
        return node.children().stream().noneMatch(one -> !one.named() && (OPEN.contains(one.type()) || CLOSE.contains(one.type())));
    }

    private static @Nullable SyntaxNode opening(SyntaxNode node) {
        return node.children().stream().filter(one -> !one.named() && OPEN.contains(one.type())).findFirst().orElse(null);
    }

    private Slot slot(SyntaxNode node, Table.Holder holder, String name, SyntaxNode owner, boolean named) {
        if (holder == PLACE) {
            return new Slot(name, Slot.Kind.SINGLE, Slot.Layout.LINES, node.start(), node.end(), List.of(piece(List.of(node), node.start(), node.end(), false)));
        }
        if (holder == CONTENT) {
            return new Slot(name, Slot.Kind.ORDERED, Slot.Layout.LINES, node.children().getFirst().end(), node.children().getLast().start(), pieces(node, false));
        }
        SyntaxNode opening = opening(node);
        List<SyntaxNode> children = node.children();
        SyntaxNode closing = children.isEmpty() ? null : children.getLast();
        boolean closes = closing != null && !closing.named() && CLOSE.contains(closing.type());
        int open = opening == null ? node.start() : opening.end();
        int close = closes && closing != null ? closing.start() : end(node);
        Table.@Nullable Row row = table.rows.get(owner.type());
        boolean built = row != null && row.role().name().equals("constructor");
        Slot.Kind kind = holder.kind() == Slot.Kind.FIXED && built ? Slot.Kind.KEYED : holder.kind();
        return new Slot(name, kind, holder.layout(), open, close, pieces(node, named));
    }

    private Slot gathered(String name, List<SyntaxNode> nodes) {
        Table.Gathered group = Objects.requireNonNull(table.gathered.get(nodes.getFirst().type()), name);
        List<Piece> pieces = new ArrayList<>();
        for (SyntaxNode node : nodes) {
            pieces.add(piece(List.of(node), node.start(), node.end(), false));
        }
        return new Slot(group.slot(), group.kind(), group.layout(), nodes.getFirst().start(), end(nodes.getLast()), pieces);
    }
}
