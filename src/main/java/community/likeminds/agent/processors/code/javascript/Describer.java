package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.code.SnippetParts.Call;
import community.likeminds.agent.processors.code.SnippetParts.Element;
import community.likeminds.agent.processors.code.SnippetParts.Literal;
import community.likeminds.agent.processors.code.SnippetParts.Made;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what a documented piece of JavaScript or TypeScript consists of. */
public final class Describer {

    /** What every build tool or runtime says of itself: nobody sets it in a file. */
    private static final Set<String> BUILT_IN = Set.of("MODE", "DEV", "PROD", "SSR", "BASE_URL", "NODE_ENV");

    private final JsFile file;
    private final Sdk sdk;

    private Describer(JsFile file, Sdk sdk) {
        this.file = file;
        this.sdk = sdk;
    }

    public static SnippetParts describe(String code, List<String> packages) {
        JsFile file = Snippets.read(code);
        boolean markup = false;
        if (!file.valid()) {
            JsFile elements = Snippets.read("<>" + code + "</>");
            if (elements.valid()) {
                markup = true;
            }
        }
        return new Describer(file, new Sdk(packages)).parts(code, markup);
    }

    private SnippetParts parts(String code, boolean markup) {
        SnippetJsx jsx = new SnippetJsx(file, sdk);
        SnippetCalls calls = new SnippetCalls(file, sdk);
        List<SyntaxNode> statements = file.statements();
        boolean fragment = markup || statements.size() == 1 && isFragment(statements.getFirst());
        boolean exports = statements.stream().anyMatch(one -> one.is("export_statement")) || ConfigMerge.exported(file) != null;
        boolean renders = AppPlace.rendered(file) != null;
        SyntaxNode exported = ConfigMerge.exported(file);
        boolean configuration = exported != null && !Names.isFunction(exported) && Jsx.elements(exported).isEmpty()
                && (ConfigMerge.objectOf(file, exported) != null || exported.is("call_expression"));
        boolean elided = file.root().all("comment").stream().anyMatch(one -> Elisions.isMark(one.text()))
                || !Elisions.blanked(code).equals(code);
        boolean valid = file.valid() || markup;
        boolean imports = !statements.isEmpty() && file.imports().size() == statements.size();
        return new SnippetParts(
                valid, valid ? "" : "Line " + SyntaxTree.line(file.text(), file.tree().errors().getFirst().start())
                        + " does not parse.",
                true, !file.root().all("type_annotation", "interface_declaration", "type_alias_declaration", "as_expression",
                        "satisfies_expression", "non_null_expression").isEmpty(),
                JavaScriptReader.imports(file), made(), elements(jsx.wrappers()), elements(jsx.leaves()), elements(jsx.shown()),
                calls(calls), components(), component(), Set.copyOf(file.declared().keySet()), missing(), exports, configuration,
                renders, !file.imports().isEmpty() && (exports || renders), fragment,
                imports && file.imports().stream().noneMatch(JsImport::sideEffect),
                imports && file.imports().stream().allMatch(JsImport::sideEffect), elided, file.commonJs(), literals(),
                environment());
    }

    private static boolean isFragment(SyntaxNode statement) {
        return statement.is("expression_statement") && !statement.parts().isEmpty()
                && (Jsx.isElement(statement.parts().getFirst()) || !Sdk.constructs(statement.parts().getFirst()))
                && !Preamble.isDirective(statement);
    }

    private List<Made> made() {
        List<Made> found = new ArrayList<>();
        for (SyntaxNode declarator : file.root().all("variable_declarator")) {
            SyntaxNode value = declarator.child("value");
            SyntaxNode name = declarator.child("name");
            SyntaxNode root = value == null ? null : Sdk.rootName(value);
            if (value == null || name == null || !name.is("identifier") || root == null || !Sdk.constructs(value)
                    || !sdk.ownsName(file, root.text()) || root.text().equals("require")) {
                continue;
            }
            SyntaxNode statement = declarator.parent() instanceof SyntaxNode parent ? parent : declarator;
            boolean exported = statement.parent() != null && statement.parent().is("export_statement");
            SyntaxNode whole = exported && statement.parent() instanceof SyntaxNode outer ? outer : statement;
            String origin = java.util.Objects.requireNonNull(file.origin(root.text()));
            int hash = origin.indexOf('#');
            found.add(new Made(name.text(), maker(root), exportedName(origin, root.text()), origin.substring(0, hash), exported,
                    whole.parent() == file.root(), Comments.above(file, whole) + whole.text(), List.copyOf(Names.free(value))));
        }
        return found;
    }

    /** The root name with the members that are read before something is called. */
    private static String maker(SyntaxNode root) {
        SyntaxNode at = root;
        while (at.parent() instanceof SyntaxNode parent && parent.is("member_expression") && parent.child("object") == at) {
            at = parent;
        }
        return at.text();
    }

    private static String exportedName(String origin, String local) {
        String name = origin.substring(origin.indexOf('#') + 1);
        return name.equals("default") || name.equals("*") ? local : name;
    }

    private List<Element> elements(List<SyntaxNode> nodes) {
        return nodes.stream()
                .map(one -> new Element(
                        Jsx.tag(one),
                        file.importOf(Jsx.tag(one).split("\\.", 2)[0]).map(JsImport::module).orElse(""),
                        List.copyOf(Jsx.attributes(one).keySet()),
                        one.all("jsx_expression").stream().anyMatch(Jsx::isChildren)))
                .toList();
    }

    private List<Call> calls(SnippetCalls calls) {
        List<Call> found = new ArrayList<>();
        for (SnippetCalls.Registration one : calls.registrations()) {
            Receivers made = one.made();
            List<String> names = one.origins().stream()
                    .map(origin -> exportedName(origin, one.localNames().iterator().next())).toList();
            found.add(new Call(one.receiver(), made == null ? "" : made.maker(), one.method(), names, inner(one.arguments())));
        }
        for (SyntaxNode one : calls.alone()) {
            SyntaxNode expression = one.parts().getFirst();
            SyntaxNode root = Sdk.rootName(expression);
            SyntaxNode arguments = expression.child("arguments");
            found.add(new Call("", "", expression.textOf("function"), root == null ? List.of() : List.of(root.text()),
                    arguments == null ? "" : inner(arguments)));
        }
        return found;
    }

    private static String inner(SyntaxNode arguments) {
        String text = arguments.text();
        return text.length() < 2 ? text : text.substring(1, text.length() - 1).strip();
    }

    /** The component that is exported, the default export first. */
    private String component() {
        String named = "";
        List<String> components = components();
        for (SyntaxNode statement : file.statements()) {
            if (!statement.is("export_statement")) {
                continue;
            }
            SyntaxNode value = statement.child("value");
            SyntaxNode function = AppPlace.functionOf(statement);
            String name = value != null && value.is("identifier") ? value.text() : function == null ? "" : AppPlace.nameOf(function);
            if (components.contains(name)) {
                if (statement.first("default") != null) {
                    return name;
                }
                named = named.isEmpty() ? name : named;
            }
        }
        return named;
    }

    private List<String> environment() {
        Set<String> found = new LinkedHashSet<>();
        for (SyntaxNode member : file.root().all("member_expression")) {
            String object = member.textOf("object");
            if ((object.equals("process.env") || object.equals("import.meta.env")) && !BUILT_IN.contains(member.textOf("property"))) {
                found.add(member.textOf("property"));
            }
        }
        return List.copyOf(found);
    }

    private List<String> components() {
        return file.statements().stream()
                .flatMap(one -> Stream.ofNullable(AppPlace.functionOf(one)))
                .filter(one -> !Jsx.elements(one).isEmpty())
                .map(AppPlace::nameOf)
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private List<String> missing() {
        Set<String> bound = Bindings.of(file);
        Set<String> free = new LinkedHashSet<>(Names.free(file.root()));
        free.removeIf(name -> bound.contains(name) || Bindings.GLOBALS.contains(name));
        return List.copyOf(free);
    }

    private List<Literal> literals() {
        List<Literal> found = new ArrayList<>();
        Set<SyntaxNode> sources = new LinkedHashSet<>();
        file.imports().forEach(one -> sources.addAll(one.statement().all("string")));
        for (SyntaxNode string : file.root().all("string")) {
            boolean directive = string.parent() != null && Preamble.isDirective(string.parent());
            if (!sources.contains(string) && !string.text().isEmpty() && !directive) {
                String value = JsText.unquoted(string);
                boolean attribute = string.parent() != null && string.parent().is("jsx_attribute");
                found.add(new Literal(
                        property(string), value, string.start(), string.end(), attribute, Placeholders.isPlaceholder(value)));
            }
        }
        return found;
    }

    /** The key, attribute, variable or function that a value is given to. */
    static String property(SyntaxNode value) {
        SyntaxNode parent = value.parent();
        if (parent == null) {
            return "";
        }
        return switch (parent.type()) {
            case "pair" -> parent.child("value") == value ? ObjectMerge.keyOf(parent) : "";
            case "jsx_attribute" -> parent.parts().getFirst().text();
            case "variable_declarator" -> parent.textOf("name");
            case "assignment_expression" -> parent.textOf("left");
            case "arguments" -> parent.parent() instanceof SyntaxNode call && call.child("function") instanceof SyntaxNode function
                    ? function.is("member_expression") ? function.textOf("property") : function.text()
                    : parent.parent() instanceof SyntaxNode made ? made.textOf("constructor") : "";
            case "binary_expression", "as_expression", "parenthesized_expression", "jsx_expression" -> property(parent);
            default -> "";
        };
    }
}
