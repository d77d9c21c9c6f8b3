package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The application inside a file's JSX: what a provider has to stand around.
 *
 * @param first first node of it
 * @param last last node of it, the same one mostly
 */
record AppPlace(SyntaxNode first, SyntaxNode last) {

    private static final Set<String> RENDERS = Set.of("render", "hydrate", "hydrateRoot");
    private static final String AROUND = ".*(Provider|Router|StrictMode|Suspense|Fragment|Boundary|Container|Gate|Wrapper"
            + "|Theme|ThemeRoot|Context|Root)$";

    static @Nullable AppPlace find(JsFile file) throws MergeConflict {
        SyntaxNode rendered = rendered(file);
        if (rendered != null) {
            return innermost(rendered);
        }
        List<SyntaxNode> children = file.root().all("jsx_expression").stream().filter(Jsx::isChildren).toList();
        if (children.size() == 1) {
            return at(children.getFirst());
        }
        if (children.size() > 1) {
            throw new MergeConflict("The file shows `children` in several places: it is not clear which one is the application.");
        }
        for (SyntaxNode element : Jsx.elements(file.root())) {
            boolean page = Jsx.tag(element).equals("Component") && element.text().contains("{...pageProps}");
            if (page || Set.of("Outlet", "Slot").contains(Jsx.tag(element))) {
                return at(element);
            }
        }
        SyntaxNode component = rootComponent(file);
        return component == null ? null : returned(component);
    }

    private static AppPlace at(SyntaxNode node) {
        return new AppPlace(node, node);
    }

    /** The JSX that the file renders into the page, or null. */
    static @Nullable SyntaxNode rendered(JsFile file) {
        for (SyntaxNode call : file.root().all("call_expression")) {
            SyntaxNode function = call.child("function");
            SyntaxNode arguments = call.child("arguments");
            if (function == null || arguments == null) {
                continue;
            }
            String name = function.is("member_expression") ? function.textOf("property") : function.text();
            if (RENDERS.contains(name)) {
                for (SyntaxNode argument : arguments.parts()) {
                    SyntaxNode inner = inParentheses(argument);
                    if (Jsx.isElement(inner)) {
                        return inner;
                    }
                }
            }
        }
        return null;
    }

    private static SyntaxNode inParentheses(SyntaxNode node) {
        SyntaxNode at = node;
        while (at.is("parenthesized_expression") && at.parts().size() == 1) {
            at = at.parts().getFirst();
        }
        return at;
    }

    /** Goes inwards through elements that only stand around others. */
    static AppPlace innermost(SyntaxNode element) {
        SyntaxNode at = element;
        while (true) {
            List<SyntaxNode> children = Jsx.children(at);
            if (children.isEmpty() || !Jsx.tag(at).isEmpty() && !Jsx.tag(at).matches(AROUND)) {
                return at(at);
            }
            SyntaxNode next = children.getFirst();
            if (children.size() > 1) {
                List<SyntaxNode> application = new ArrayList<>();
                for (SyntaxNode child : children) {
                    if (Jsx.isElement(child) && Jsx.tag(child).matches("App|Main|Root|.*Router(Provider)?|Routes|.*App")) {
                        application.add(child);
                    }
                }
                if (application.size() != 1) {
                    return new AppPlace(children.getFirst(), children.getLast());
                }
                next = application.getFirst();
            }
            if (!Jsx.isElement(next)) {
                return at(next);
            }
            at = next;
        }
    }

    /** The component that a file is about: its default export, one called App, or the only one; null when there is none. */
    static @Nullable SyntaxNode rootComponent(JsFile file) {
        List<SyntaxNode> components = new ArrayList<>();
        for (SyntaxNode statement : file.statements()) {
            SyntaxNode function = functionOf(statement);
            if (function == null || Jsx.elements(function).isEmpty()) {
                continue;
            }
            components.add(function);
        }
        for (SyntaxNode statement : file.statements()) {
            if (statement.is("export_statement") && statement.first("default") != null) {
                SyntaxNode value = statement.child("value");
                SyntaxNode named = value != null && value.is("identifier") ? file.declared().get(value.text()) : statement;
                SyntaxNode function = named == null ? null : functionOf(named);
                if (function != null && components.contains(function)) {
                    return function;
                }
            }
        }
        for (SyntaxNode function : components) {
            if (nameOf(function).equals("App")) {
                return function;
            }
        }
        return components.size() == 1 ? components.getFirst() : null;
    }

    /** The function that a top-level statement declares, or null. */
    static @Nullable SyntaxNode functionOf(SyntaxNode statement) {
        SyntaxNode at = statement;
        if (at.is("export_statement")) {
            SyntaxNode declaration = at.child("declaration");
            SyntaxNode value = at.child("value");
            at = declaration != null ? declaration : value != null ? value : at;
        }
        if (at.is("lexical_declaration", "variable_declaration") && at.parts().size() == 1) {
            SyntaxNode value = at.parts().getFirst().child("value");
            at = value == null ? at : value;
        }
        return Names.isFunction(at) ? at : null;
    }

    static String nameOf(SyntaxNode function) {
        SyntaxNode holder = function.parent();
        return function.child("name") != null || holder == null ? function.textOf("name") : holder.textOf("name");
    }

    private static @Nullable AppPlace returned(SyntaxNode function) throws MergeConflict {
        SyntaxNode body = function.child("body");
        if (body == null) {
            return null;
        }
        if (!body.is("statement_block")) {
            SyntaxNode inner = inParentheses(body);
            return Jsx.isElement(inner) ? at(inner) : null;
        }
        List<SyntaxNode> shown = new ArrayList<>();
        for (SyntaxNode statement : body.all("return_statement")) {
            boolean own = statement.above(Names::isFunction).filter(one -> one == function).isPresent();
            if (own && !statement.parts().isEmpty()) {
                SyntaxNode inner = inParentheses(statement.parts().getFirst());
                if (Jsx.isElement(inner)) {
                    shown.add(inner);
                }
            }
        }
        if (shown.size() > 1) {
            throw new MergeConflict("The component returns JSX in several places: it is not clear which one is the application.");
        }
        return shown.isEmpty() ? null : at(shown.getFirst());
    }
}
