package community.likeminds.agent.processors.code.languages;

import static community.likeminds.agent.processors.code.outline.Slot.Kind.KEYED;
import static community.likeminds.agent.processors.code.outline.Slot.Kind.ORDERED;
import static community.likeminds.agent.processors.code.outline.Slot.Layout.LINES;

import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.outline.Role;

/** Ruby: gem files, pod files, classes, methods, statements. */
final class RubyTable {

    private RubyTable() {}

    static Table table() {
        Table table = new Table(Language.RUBY, "#")
                .piece(Roles.TYPE, Nodes.field("name"), "class", "module")
                .piece(Roles.METHOD, Nodes.field("name"), "method", "singleton_method")
                .piece(Role.PLAIN, RubyTable::called, "call")
                .family(node -> node.textOf("method").equals("target") && node.child("block") != null ? "only target" : "", "call")
                .piece(Role.PLAIN, node -> Nodes.squeezed(node.textOf("left")), "assignment")
                .piece(Role.LAST, node -> "", "return")
                .holder(ORDERED, LINES, "do_block", "body_statement", "then")
                .holder(KEYED, LINES, "block")
                .literals("string", "heredoc_body");
        table.unit = "  ";
        table.rootKind = ORDERED;
        table.flat.add("body_statement");
        return table;
    }

    /** A gem or pod has its name; a source is told by its address; other calls by their text. */
    private static String called(SyntaxNode node) {
        String method = node.textOf("method");
        SyntaxNode arguments = node.child("arguments");
        boolean named = method.matches("gem|pod|require|target|group|namespace|plugin") && node.child("receiver") == null;
        String first = arguments == null || arguments.parts().isEmpty() ? "" : arguments.parts().getFirst().text().replace('"', '\'');
        boolean block = node.child("block") != null;
        SyntaxNode receiver = node.child("receiver");
        if (block && arguments == null && receiver != null) {
            // What a framework is told of once: its routes, its configuration.
            return Nodes.squeezed(receiver.text()).matches("[A-Z][\\w.:]*") ? Nodes.squeezed(receiver.text()) + "." + method : "";
        }
        return named && !first.isEmpty() ? method + " " + (block && arguments != null ? Nodes.squeezed(arguments.text()).replace('"', '\'') : first) : "";
    }
}
