package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.SnippetParts;
import community.likeminds.agent.processors.code.SnippetParts.Element;
import community.likeminds.agent.processors.code.SnippetParts.Instance;
import community.likeminds.agent.processors.code.SnippetParts.Literal;
import community.likeminds.agent.processors.code.SnippetParts.SetupCall;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Says what a documented piece of JavaScript or TypeScript consists of. */
public final class Describer {

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
        boolean onlyElements = markup || !statements.isEmpty() && statements.stream()
                .allMatch(one -> one.is("expression_statement") && !one.parts().isEmpty() && Jsx.isElement(one.parts().getFirst()));
        boolean exports = statements.stream().anyMatch(one -> one.is("export_statement")) || ConfigMerge.exported(file) != null;
        boolean renders = AppPlace.rendered(file) != null;
        SyntaxNode exported = ConfigMerge.exported(file);
        boolean configuration = exported != null && !Names.isFunction(exported) && Jsx.elements(exported).isEmpty()
                && (ConfigMerge.objectOf(file, exported) != null || exported.is("call_expression"));
        boolean elided = file.root().all("comment").stream().anyMatch(one -> Elisions.isMark(one.text()))
                || !Elisions.blanked(code).equals(code);
        boolean valid = file.valid() || markup;
        return new SnippetParts(
                valid, valid ? "" : "Line " + SyntaxTree.line(file.text(), file.tree().errors().getFirst().start())
                        + " does not parse.",
                true, !file.root().all("type_annotation", "interface_declaration", "type_alias_declaration", "as_expression",
                        "satisfies_expression", "non_null_expression").isEmpty(),
                JavaScriptReader.imports(file), instances(calls), elements(jsx.wrappers()), elements(jsx.leaves()),
                elements(jsx.shown()), calls(calls), components(), List.copyOf(file.declared().keySet()), missing(),
                exports, configuration, renders, !file.imports().isEmpty() && (exports || renders), onlyElements,
                !statements.isEmpty() && file.imports().size() == statements.size()
                        && file.imports().stream().noneMatch(JsImport::sideEffect),
                elided, file.commonJs(), literals());
    }

    private List<Instance> instances(SnippetCalls calls) {
        List<Instance> found = new ArrayList<>();
        for (String name : file.declared().keySet()) {
            SyntaxNode value = Needs.initializer(file.declared().get(name));
            SyntaxNode root = value == null ? null : Sdk.rootName(value);
            String origin = root == null ? null : file.origin(root.text());
            if (calls.isInstance(name) && origin != null) {
                int hash = origin.indexOf('#');
                found.add(new Instance(name, exportedName(origin, root == null ? "" : root.text()), origin.substring(0, hash)));
            }
        }
        return found;
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
                        List.copyOf(Jsx.attributes(one).keySet())))
                .toList();
    }

    private List<SetupCall> calls(SnippetCalls calls) {
        List<SetupCall> found = new ArrayList<>();
        for (SnippetCalls.Registration one : calls.registrations()) {
            Receivers made = one.made();
            List<String> names = one.origins().stream().map(origin -> exportedName(origin, one.localNames().iterator().next())).toList();
            found.add(new SetupCall(one.receiver(), made == null ? "" : made.maker(), one.method(), names));
        }
        for (SyntaxNode one : calls.alone()) {
            SyntaxNode root = Sdk.rootName(one.parts().getFirst());
            SyntaxNode function = one.parts().getFirst().child("function");
            String name = function == null ? "" : function.text();
            found.add(new SetupCall("", "", name, root == null ? List.of() : List.of(root.text())));
        }
        return found;
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
            if (!sources.contains(string) && !string.text().isEmpty()) {
                String value = JsText.unquoted(string);
                found.add(new Literal(value, property(string), string.start(), string.end(), Placeholders.isPlaceholder(value)));
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
