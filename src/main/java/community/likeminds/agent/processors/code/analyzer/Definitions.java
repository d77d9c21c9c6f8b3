package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeSymbol;
import community.likeminds.agent.processors.code.CodeSymbol.Kind;
import community.likeminds.agent.processors.code.CodeSymbol.Visibility;
import community.likeminds.agent.processors.code.analyzer.Rules.Define;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Finds the definitions of one file. */
final class Definitions {

    /** Keys of data deeper than this are values rather than symbols. */
    private static final int DEEPEST_KEY = 3;

    /** Nodes nested deeper than this are nobody's code, and would exhaust the stack. */
    private static final int DEEPEST = 1000;

    private final String text;
    private final Rules rules;
    private final Lines lines;
    private final Comments comments;
    private final Measures measures;
    private final Visibilities visibilities;

    Definitions(String text, Rules rules, Lines lines, Comments comments) {
        this.text = text;
        this.rules = rules;
        this.lines = lines;
        this.comments = comments;
        this.measures = new Measures(rules);
        this.visibilities = new Visibilities(rules);
    }

    /** Where a definition stands. */
    private record Scope(String qualified, @Nullable Kind kind, boolean nested, int depth) {
        Scope inControlFlow() {
            return nested ? this : new Scope(qualified, kind, true, depth);
        }
    }

    private int level;

    List<Definition> in(SyntaxNode root, String namespace) {
        List<Definition> found = new ArrayList<>();
        descend(root, new Scope(namespace, null, false, 0), found);
        return found;
    }

    private void descend(SyntaxNode node, Scope scope, List<Definition> found) {
        if (level >= DEEPEST) {
            return;
        }
        level++;
        for (SyntaxNode child : node.children()) {
            Define define = fitting(child, scope);
            if (define == null) {
                Scope inner = rules.nests().contains(child.type()) ? scope.inControlFlow() : scope;
                descend(child, inner, found);
            } else {
                define(child, define, scope, found);
            }
        }
        level--;
    }

    private @Nullable Define fitting(SyntaxNode node, Scope scope) {
        if (!node.named()) {
            return null;
        }
        for (Define define : rules.defines().getOrDefault(node.type(), List.of())) {
            if (fits(define, node) && !(define.direct() && scope.nested()) && !names(node, define).isEmpty()) {
                return define;
            }
        }
        return null;
    }

    private static boolean fits(Define define, SyntaxNode node) {
        SyntaxNode parent = node.parent();
        boolean place = define.in().isEmpty() || parent != null && define.in().contains(parent.type());
        boolean token = define.tokens().isEmpty()
                || node.children().stream().anyMatch(child -> define.tokens().contains(child.named() ? child.type() : child.text())
                        || define.tokens().contains(child.text()));
        boolean value = define.values().isEmpty() || node.children().stream().anyMatch(child -> define.values().contains(child.type()));
        return place && token && value;
    }

    private static List<String> names(SyntaxNode node, Define define) {
        if (!define.each().isEmpty()) {
            return Paths.all(node, define.each()).stream().map(Names::simple).filter(name -> !name.isEmpty()).distinct().toList();
        }
        for (String path : define.names()) {
            String name = Names.at(node, path);
            if (!name.isEmpty()) {
                return List.of(name);
            }
        }
        return List.of();
    }

    private void define(SyntaxNode node, Define define, Scope scope, List<Definition> found) {
        SyntaxNode outer = outer(node);
        int from = define.line() ? firstOnLine(outer.start()) : leading(outer);
        SyntaxNode follow = define.follow().isEmpty() ? null : next(outer);
        boolean followed = follow != null && follow.type().equals(define.follow());
        int to = followed && follow != null ? follow.end() : outer.end();
        SyntaxNode body = followed ? follow : Bodies.of(node, define.kind(), rules);

        List<SyntaxNode> above = comments.above(from);
        String doc = Comments.plain(above);
        if (rules.docstring() && body != null) {
            String docstring = docstring(body);
            doc = docstring.isEmpty() ? doc : docstring;
        }
        int start = above.isEmpty() ? from : above.getFirst().start();
        String owner = define.owner().isEmpty() ? "" : Names.owner(node, define.owner());
        String parent = owner.isEmpty() ? scope.qualified() : join(scope.qualified(), owner);
        Kind kind = kind(define.kind(), scope, !owner.isEmpty());
        boolean inType = scope.kind() != null || !owner.isEmpty();
        String signature = Signatures.of(text, from, to, body, kind, annotations(outer));
        for (String name : names(node, define)) {
            String qualified = scope.kind() == Kind.GROUP ? parent + " " + name : join(parent, name);
            List<Definition> members = new ArrayList<>();
            if (holdsMembers(define, kind, scope)) {
                // Members of what stands in control flow are ordinary members.
                descend(node, new Scope(qualified, kind, false, scope.depth() + 1), members);
            }
            Visibility visibility = visibilities.of(node, outer, name, signature, scope.kind());
            CodeSymbol symbol = new CodeSymbol(
                    kind, name, qualified, signature, doc, visibility, lines.of(start), lines.lastOf(start, to), inType ? parent : "",
                    measures.of(kind, node, body, lines.of(from), lines.lastOf(start, to)));
            found.add(new Definition(symbol, outer, body, members));
        }
    }

    private static boolean holdsMembers(Define define, Kind kind, Scope scope) {
        return switch (kind) {
            case NAMESPACE, CLASS, INTERFACE, STRUCT, ENUM, RECORD, OBJECT, EXTENSION, MIXIN, ANNOTATION, TYPE, ELEMENT, GROUP -> true;
            case KEY -> scope.depth() + 1 < DEEPEST_KEY;
            case FUNCTION, METHOD, CONSTRUCTOR, PROPERTY, FIELD, CONSTANT, VARIABLE, ENUM_MEMBER, RULE -> define.members();
        };
    }

    private static Kind kind(Kind kind, Scope scope, boolean owned) {
        boolean member = owned || scope.kind() != null && (scope.kind().type() || scope.kind() == Kind.VARIABLE);
        return switch (kind) {
            case FUNCTION -> member ? Kind.METHOD : kind;
            case METHOD -> scope.kind() == null && !owned ? Kind.FUNCTION : kind;
            case VARIABLE -> member ? Kind.FIELD : kind;
            default -> kind;
        };
    }

    /** The node with what belongs to it alone: export, decorators, the statement around it. */
    private SyntaxNode outer(SyntaxNode node) {
        SyntaxNode at = node;
        while (true) {
            SyntaxNode parent = at.parent();
            if (parent == null || !rules.wraps().contains(parent.type())) {
                return at;
            }
            String type = at.type();
            if (parent.children().stream().filter(child -> child.type().equals(type)).count() > 1) {
                return at;
            }
            at = parent;
        }
    }

    /** Annotations of a definition, also those that are siblings before it, in the order of the text. */
    private List<SyntaxNode> annotations(SyntaxNode outer) {
        List<SyntaxNode> found = new ArrayList<>(before(outer));
        found.addAll(outer.all(rules.annotations().toArray(String[]::new)));
        return found;
    }

    private List<SyntaxNode> before(SyntaxNode node) {
        List<SyntaxNode> found = new ArrayList<>();
        SyntaxNode parent = node.parent();
        if (parent != null && !rules.annotations().isEmpty()) {
            List<SyntaxNode> siblings = parent.children();
            for (int i = siblings.indexOf(node) - 1; i >= 0 && rules.annotations().contains(siblings.get(i).type()); i--) {
                found.addFirst(siblings.get(i));
            }
        }
        return found;
    }

    /** The offset at which a node begins with the annotations before it. */
    private int leading(SyntaxNode node) {
        List<SyntaxNode> annotations = before(node);
        return annotations.isEmpty() ? node.start() : annotations.getFirst().start();
    }

    private int firstOnLine(int offset) {
        int at = lines.start(lines.of(offset));
        while (at < offset && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static @Nullable SyntaxNode next(SyntaxNode node) {
        SyntaxNode parent = node.parent();
        if (parent == null) {
            return null;
        }
        int at = parent.children().indexOf(node) + 1;
        return at < parent.children().size() ? parent.children().get(at) : null;
    }

    static String docstring(SyntaxNode body) {
        List<SyntaxNode> parts = body.parts();
        SyntaxNode first = parts.isEmpty() ? null : parts.getFirst();
        boolean literal = first != null && first.is("expression_statement") && first.parts().size() == 1 && first.parts().getFirst().is("string");
        return literal && first != null ? Comments.docstring(first.parts().getFirst().text()) : "";
    }

    private static String join(String left, String right) {
        return left.isEmpty() ? right : left + "." + right;
    }
}
