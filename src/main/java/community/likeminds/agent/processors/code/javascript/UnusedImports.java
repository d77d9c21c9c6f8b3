package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Removes imported names that nothing uses. */
public final class UnusedImports {

    private UnusedImports() {}

    public static String remove(String fileName, String text) {
        JsFile file = JavaScriptReader.script(fileName, text);
        if (!file.valid() || Scripts.isComponentFile(fileName)) {
            return text;
        }
        Set<String> used = used(file);
        boolean jsx = !Jsx.elements(file.root()).isEmpty();
        TextEdits edits = new TextEdits(text);
        for (JsImport one : file.imports()) {
            List<JsImport.Bound> kept = one.names().stream().filter(name -> used.contains(name.local())).toList();
            boolean classic = jsx && one.module().equals("react")
                    && one.names().stream().anyMatch(name -> name.imported().equals("default"));
            if (one.sideEffect() || kept.size() == one.names().size()) {
                continue;
            }
            if (kept.isEmpty()) {
                removeStatement(one.statement(), text, edits);
            } else if (!classic || kept.size() < one.names().size()) {
                removeNames(one, kept, edits);
            }
        }
        return edits.apply();
    }

    private static Set<String> used(JsFile file) {
        Set<String> used = new HashSet<>();
        Set<SyntaxNode> statements = new HashSet<>();
        file.imports().forEach(one -> statements.add(one.statement()));
        for (SyntaxNode statement : file.statements()) {
            if (!statements.contains(statement)) {
                for (SyntaxNode name : statement.all("identifier", "type_identifier", "shorthand_property_identifier")) {
                    used.add(name.text());
                }
            }
        }
        return used;
    }

    private static void removeStatement(SyntaxNode statement, String text, TextEdits edits) {
        int start = statement.start();
        int end = JsText.lastOnLine(text, statement.end()) ? JsText.nextLine(text, statement.end()) : statement.end();
        edits.delete(start, end);
    }

    private static void removeNames(JsImport one, List<JsImport.Bound> kept, TextEdits edits) {
        SyntaxNode clause = one.statement().first("import_clause");
        SyntaxNode list = one.statement().all("named_imports", "object_pattern").stream().findFirst().orElse(null);
        List<String> names = new ArrayList<>();
        if (list != null) {
            for (SyntaxNode item : list.parts()) {
                String local = item.is("import_specifier")
                        ? item.child("alias") != null ? item.textOf("alias") : item.textOf("name")
                        : item.child("value") != null ? item.textOf("value") : item.text();
                if (kept.stream().anyMatch(name -> name.local().equals(local))) {
                    names.add(item.text());
                }
            }
        }
        String braces = "{ " + String.join(", ", names) + " }";
        if (list != null && list.text().startsWith("{") && !list.text().startsWith("{ ") && !list.text().contains("\n")) {
            braces = "{" + String.join(", ", names) + "}";
        }
        if (clause == null) {
            if (list != null) {
                edits.replace(list.start(), list.end(), braces);
            }
            return;
        }
        String whole = kept.stream().filter(name -> name.imported().equals("default")).map(JsImport.Bound::local)
                .findFirst().orElse("");
        String star = kept.stream().filter(name -> name.imported().equals("*")).map(name -> "* as " + name.local())
                .findFirst().orElse("");
        List<String> parts = new ArrayList<>();
        if (!whole.isEmpty()) {
            parts.add(whole);
        }
        if (!star.isEmpty()) {
            parts.add(star);
        }
        if (!names.isEmpty()) {
            parts.add(braces);
        }
        edits.replace(clause.start(), clause.end(), String.join(", ", parts));
    }
}
