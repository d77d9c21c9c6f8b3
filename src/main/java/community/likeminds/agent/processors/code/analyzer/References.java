package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeFile.Call;
import community.likeminds.agent.processors.code.CodeFile.Import;
import community.likeminds.agent.processors.code.CodeFile.Use;
import community.likeminds.agent.processors.code.analyzer.Rules.Invoke;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads calls, and uses of what a file imports. */
final class References {

    private static final int LONGEST_RECEIVER = 200;
    private static final Pattern PLAIN = Pattern.compile("[\\w$@#.!?]+");
    private static final Set<String> IDENTIFIERS = Set.of(
            "identifier", "type_identifier", "simple_identifier", "package_identifier", "constant", "jsx_identifier",
            "shorthand_property_identifier");
    private static final Set<String> MEMBERS = Set.of("property", "field", "attribute", "name", "suffix", "method");

    private final Rules rules;
    private final Lines lines;
    private final Map<String, Import> imported = new HashMap<>();

    References(Rules rules, Lines lines, List<Import> imports) {
        this.rules = rules;
        this.lines = lines;
        imports.stream().filter(one -> !one.alias().isEmpty()).forEach(one -> imported.put(one.alias(), one));
    }

    Optional<Call> call(SyntaxNode node) {
        Invoke invoke = rules.calls().get(node.type());
        if (invoke == null) {
            return Optional.empty();
        }
        if (node.is("selector")) {
            return chained(node);
        }
        SyntaxNode callee = invoke.callee().isEmpty()
                ? node.parts().stream().findFirst().orElse(null)
                : Paths.all(node, invoke.callee()).stream().findFirst().orElse(null);
        if (callee == null) {
            return Optional.empty();
        }
        SyntaxNode on = invoke.receiver().isEmpty() ? receiver(callee) : node.child(invoke.receiver());
        // What is longer is a chain of calls: copying its text for each of them would be quadratic.
        String receiver = on == null || on.end() - on.start() > LONGEST_RECEIVER ? "" : on.text();
        return named(invoke.receiver().isEmpty() ? last(callee) : Names.simple(callee), receiver, node);
    }

    /** Dart's calls: {@code a}, {@code .b}, {@code (...)} are siblings. */
    private Optional<Call> chained(SyntaxNode node) {
        SyntaxNode parent = node.parent();
        if (parent == null || node.first("argument_part") == null) {
            return Optional.empty();
        }
        List<SyntaxNode> siblings = parent.children();
        int at = siblings.indexOf(node);
        SyntaxNode before = at > 0 ? siblings.get(at - 1) : null;
        if (before == null) {
            return Optional.empty();
        }
        if (!before.is("selector")) {
            return named(last(before), "", node);
        }
        SyntaxNode receiver = at > 1 ? siblings.get(at - 2) : null;
        return named(last(before), receiver == null || receiver.is("selector") ? "" : receiver.text(), node);
    }

    private Optional<Call> named(String name, String receiver, SyntaxNode node) {
        String bare = name.replaceFirst("<.*", "");
        boolean markup = node.is("jsx_opening_element", "jsx_self_closing_element");
        boolean tag = markup && !bare.isEmpty() && Character.isLowerCase(bare.codePointAt(0));
        if (tag || bare.equals("super") || !bare.matches("[\\p{L}_$@#][\\p{L}\\p{N}_$:!?]*")) {
            return Optional.empty();
        }
        return Optional.of(new Call(bare, PLAIN.matcher(receiver).matches() ? receiver : "", lines.of(node.start())));
    }

    /** The last name of {@code a.b.c}. */
    private static String last(SyntaxNode callee) {
        if (callee.children().isEmpty() || callee.is("generic_type", "user_type", "scoped_type_identifier", "nested_type_identifier")) {
            String text = callee.text().replaceFirst("(?s)<.*", "");
            return text.substring(text.lastIndexOf('.') + 1);
        }
        SyntaxNode at = callee.parts().isEmpty() ? callee : callee.parts().getLast();
        return at == callee ? callee.text() : at.is("type_arguments") && callee.parts().size() > 1 ? last(callee.parts().getFirst()) : last(at);
    }

    private static @Nullable SyntaxNode receiver(SyntaxNode callee) {
        List<SyntaxNode> parts = callee.parts();
        return parts.size() < 2 || callee.is("user_type", "generic_type") ? null : parts.getFirst();
    }

    Optional<Use> use(SyntaxNode node) {
        if (imported.isEmpty() || !IDENTIFIERS.contains(node.type()) || !node.children().isEmpty()) {
            return Optional.empty();
        }
        Import from = imported.get(node.text());
        SyntaxNode parent = node.parent();
        if (from == null || parent == null || isMember(node, parent)) {
            return Optional.empty();
        }
        return Optional.of(new Use(from.module(), from.name(), member(node, parent), lines.of(node.start())));
    }

    private static boolean isMember(SyntaxNode node, SyntaxNode parent) {
        boolean first = parent.parts().isEmpty() || parent.parts().getFirst() == node;
        return !first && MEMBERS.contains(node.field()) || parent.is("navigation_suffix", "unconditional_assignable_selector", "keyword_argument")
                && !node.field().equals("value") || parent.is("variable_declarator", "formal_parameter", "parameter") && node.field().equals("name")
                || parent.is("pair", "keyed_element", "label", "value_argument_label") && !node.field().equals("value");
    }

    /** What is read on a name: the part right behind it. */
    private static String member(SyntaxNode node, SyntaxNode parent) {
        if (parent.is("method_invocation") && node.field().equals("object")) {
            return parent.textOf("name");
        }
        List<SyntaxNode> siblings = parent.children();
        @Nullable SyntaxNode next = null;
        for (int i = siblings.indexOf(node) + 1; i < siblings.size() && next == null; i++) {
            next = siblings.get(i).named() ? siblings.get(i) : null;
        }
        boolean reads = parent.is("member_expression", "field_access", "attribute", "selector_expression", "navigation_expression",
                "qualified_type", "scoped_type_identifier", "nested_identifier", "nested_type_identifier", "member_expression")
                || next != null && next.is("selector") && next.first("unconditional_assignable_selector", "conditional_assignable_selector") != null;
        return reads && next != null ? last(next) : "";
    }
}
