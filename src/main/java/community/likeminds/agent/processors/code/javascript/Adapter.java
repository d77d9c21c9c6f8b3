package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes documented code as a new file of a project. */
public final class Adapter {

    private Adapter() {}

    public static String adapt(String code, String language, String path, String sample, boolean esm) {
        String name = path.toLowerCase(Locale.ROOT);
        boolean typescript = name.matches(".*\\.[mc]?tsx?");
        String eol = sample.isEmpty() ? "\n" : Styles.eol(sample, "\n");
        if (!typescript && !name.matches(".*\\.[mc]?jsx?")) {
            return ended(code.replace("\r\n", "\n")).replace("\n", eol);
        }
        JsFile file = Snippets.read(code);
        if (!file.valid()) {
            return ended(file.text()).replace("\n", eol);
        }
        Style own = Styles.of(file, Style.COMMON, typescript);
        Style shown = sample.isEmpty() ? own : Styles.of(JsFile.parse(sample.replace("\r\n", "\n")), own, typescript);
        boolean modules = esm && !name.endsWith(".cjs") || name.endsWith(".mjs");
        Style style = new Style(shown.quote(), shown.semicolons(), shown.indent(), eol, shown.trailingCommas(),
                shown.bracketSpacing(), modules, typescript);
        String text = typescript ? file.text() : Types.stripped(file);
        text = Snippets.ofModules(modules(JsFile.parse(text), style), style);
        text = new Restyle(style).apply(JsFile.parse(text));
        text = UnusedImports.remove("x.tsx", typescript ? withoutUnusedSetters(text) : text);
        return ended(text).replace("\n", eol);
    }

    /** Takes the setter out of {@code const [value, setValue] = useState()} where nothing calls it: strict builds reject it. */
    private static String withoutUnusedSetters(String text) {
        JsFile file = JsFile.parse(text);
        TextEdits edits = new TextEdits(text);
        for (SyntaxNode pattern : file.root().all("array_pattern")) {
            List<SyntaxNode> items = pattern.parts();
            if (items.size() != 2 || !items.stream().allMatch(one -> one.is("identifier"))
                    || pattern.parent() == null || !pattern.parent().is("variable_declarator")) {
                continue;
            }
            String setter = items.getLast().text();
            long uses = file.root().all("identifier", "shorthand_property_identifier").stream()
                    .filter(one -> one.text().equals(setter)).count();
            if (uses == 1) {
                edits.delete(items.getFirst().end(), items.getLast().end());
            }
        }
        return edits.apply();
    }

    private static String ended(String text) {
        return text.isBlank() ? "" : text.stripTrailing().replaceFirst("\\A(\\s*\\n)+", "") + "\n";
    }

    /** Turns requires into imports, or the other way round, with the exports. */
    private static String modules(JsFile file, Style style) {
        TextEdits edits = new TextEdits(file.text());
        boolean esm = style.esm();
        for (JsImport one : file.imports()) {
            boolean types = one.typeOnly();
            if (one.require() == esm && !types) {
                List<ImportEdits.Wanted> wanted = new ArrayList<>();
                if (one.sideEffect()) {
                    wanted.add(new ImportEdits.Wanted(one.module(), "", "", false, false));
                }
                one.names().forEach(name -> wanted.add(
                        new ImportEdits.Wanted(one.module(), name.imported(), name.local(), name.typeOnly(), false)));
                edits.replace(one.statement().start(), one.statement().end(), ImportEdits.statement(style, wanted));
            }
        }
        for (SyntaxNode statement : file.statements()) {
            if (esm) {
                toEsm(statement, edits);
            } else {
                toCommonJs(statement, file, edits);
            }
        }
        return edits.apply();
    }

    private static void toEsm(SyntaxNode statement, TextEdits edits) {
        SyntaxNode assignment = statement.is("expression_statement") && !statement.parts().isEmpty()
                ? statement.parts().getFirst() : null;
        if (assignment == null || !assignment.is("assignment_expression")
                || !(assignment.child("right") instanceof SyntaxNode right)) {
            return;
        }
        String left = assignment.textOf("left");
        if (left.equals("module.exports")) {
            boolean names = right.is("object") && !right.parts().isEmpty()
                    && right.parts().stream().allMatch(one -> one.is("shorthand_property_identifier"));
            if (names) {
                edits.replace(assignment.start(), assignment.end(), "export " + right.text());
            } else {
                edits.replace(assignment.start(), right.start(), "export default ");
            }
        } else if (left.matches("(module\\.)?exports\\.\\w+")) {
            String name = left.substring(left.lastIndexOf('.') + 1);
            edits.replace(assignment.start(), assignment.end(), right.is("identifier") && right.text().equals(name)
                    ? "export { " + name + " }" : "export const " + name + " = " + right.text());
        }
    }

    private static void toCommonJs(SyntaxNode statement, JsFile file, TextEdits edits) {
        if (!statement.is("export_statement")) {
            return;
        }
        SyntaxNode value = statement.child("value");
        SyntaxNode declaration = statement.child("declaration");
        if (statement.first("default") != null) {
            SyntaxNode exported = value != null ? value : declaration;
            if (exported != null) {
                edits.replace(statement.start(), exported.start(), "module.exports = ");
            }
        } else if (declaration != null) {
            edits.delete(statement.start(), declaration.start());
            StringBuilder exports = new StringBuilder();
            for (String name : Names.declaredBy(statement)) {
                exports.append("\nexports.").append(name).append(" = ").append(name).append(';');
            }
            edits.insert(JsText.lineEnd(file.text(), statement.end()), exports.toString());
        } else if (statement.first("export_clause") instanceof SyntaxNode clause && statement.child("source") == null) {
            List<String> names = new ArrayList<>();
            for (SyntaxNode one : clause.parts()) {
                String alias = one.textOf("alias");
                names.add(alias.isEmpty() ? one.textOf("name") : alias + ": " + one.textOf("name"));
            }
            edits.replace(statement.start(), statement.end(), "module.exports = { " + String.join(", ", names) + " };");
        }
    }
}
