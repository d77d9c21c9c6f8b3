package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.SourceCode.ImportedName;
import community.likeminds.agent.processors.code.SourceCode.SymbolUse;
import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Reads what a JavaScript or TypeScript text imports and how it uses it. */
public final class JavaScriptReader {

    private JavaScriptReader() {}

    /** The script of a file; everything around it in a component file is blanked out, so that offsets stay. */
    public static JsFile script(String fileName, String text) {
        if (!Scripts.isComponentFile(fileName)) {
            return JsFile.parse(text);
        }
        String blank = text.replaceAll("[^\\r\\n]", " ");
        return JsFile.parse(Scripts.find(fileName, text)
                .map(one -> blank.substring(0, one.start()) + text.substring(one.start(), one.end()) + blank.substring(one.end()))
                .orElse(blank));
    }

    public static List<ImportedName> imports(JsFile file) {
        List<ImportedName> found = new ArrayList<>();
        for (JsImport one : file.imports()) {
            if (one.sideEffect()) {
                found.add(new ImportedName(one.module(), "", "", false));
            }
            for (JsImport.Bound name : one.names()) {
                if (!name.local().isEmpty()) {
                    found.add(new ImportedName(one.module(), name.imported(), name.local(), name.typeOnly()));
                }
            }
        }
        for (SyntaxNode statement : file.statements()) {
            SyntaxNode source = statement.is("export_statement") ? statement.child("source") : null;
            if (source == null) {
                continue;
            }
            String module = JsText.unquoted(source);
            SyntaxNode clause = statement.first("export_clause");
            if (clause == null) {
                found.add(new ImportedName(module, "*", "", false));
            } else {
                for (SyntaxNode one : clause.parts()) {
                    found.add(new ImportedName(module, one.textOf("name"), "", statement.first("type") != null));
                }
            }
        }
        return List.copyOf(found);
    }

    public static List<SymbolUse> uses(JsFile file, List<String> packages) {
        Sdk sdk = new Sdk(packages);
        List<SymbolUse> found = new ArrayList<>();
        for (JsImport one : file.imports()) {
            if (!sdk.owns(one.module())) {
                continue;
            }
            for (JsImport.Bound name : one.names()) {
                for (SyntaxNode node : file.root().all("identifier", "type_identifier", "shorthand_property_identifier")) {
                    boolean own = node.text().equals(name.local()) && !node.within(one.statement());
                    if (own) {
                        found.add(use(file, one.module(), name, node));
                    }
                }
            }
        }
        found.sort(java.util.Comparator.comparingInt(SymbolUse::start));
        return List.copyOf(found);
    }

    private static SymbolUse use(JsFile file, String module, JsImport.Bound name, SyntaxNode node) {
        List<String> members = new ArrayList<>();
        SyntaxNode at = node;
        SyntaxNode last = node;
        while (at.parent() instanceof SyntaxNode parent
                && parent.is("member_expression", "nested_identifier", "nested_type_identifier")
                && parent.children().getFirst() == at) {
            SyntaxNode property = parent.children().getLast();
            members.add(property.text());
            last = property;
            at = parent;
        }
        boolean all = name.imported().equals("*") && !members.isEmpty();
        String exported = all ? members.removeFirst() : name.imported();
        return new SymbolUse(module, exported, String.join(".", members),
                SyntaxTree.line(file.text(), node.start()), last.start(), last.end());
    }

    public static Style style(String fileName, String text) {
        boolean typescript = Scripts.isComponentFile(fileName)
                ? Scripts.find(fileName, text).map(Scripts::typescript).orElse(false)
                : fileName.toLowerCase(Locale.ROOT).matches(".*\\.[mc]?tsx?");
        return Styles.of(script(fileName, text), Style.COMMON, typescript);
    }

    /** Whether a text calls or constructs an exported name of a package. */
    public static boolean isMade(JsFile file, String packageName, String name) {
        for (SyntaxNode call : file.root().all("call_expression", "new_expression")) {
            SyntaxNode function = call.is("new_expression") ? call.child("constructor") : call.child("function");
            if (function != null && isFrom(file, function.text(), packageName, name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a text shows an exported component of a package. */
    public static boolean isShown(JsFile file, String packageName, String name) {
        return Jsx.elements(file.root()).stream().anyMatch(one -> isFrom(file, Jsx.tag(one), packageName, name));
    }

    private static boolean isFrom(JsFile file, String expression, String packageName, String name) {
        String root = expression.contains(".") ? expression.substring(0, expression.indexOf('.')) : expression;
        for (JsImport one : file.imports()) {
            boolean of = packageName.isEmpty() || one.module().equals(packageName)
                    || JsText.packageOf(one.module()).equals(packageName);
            for (JsImport.Bound bound : one.names()) {
                if (of && bound.local().equals(root)) {
                    boolean whole = bound.imported().equals(name) || bound.imported().equals("default") && root.equals(name);
                    if (whole || expression.equals(root + "." + name)) {
                        return true;
                    }
                }
            }
        }
        return packageName.isEmpty() && expression.equals(name);
    }
}
