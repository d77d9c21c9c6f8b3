package community.likeminds.agent.project.analysis.declarations;

import static community.likeminds.agent.project.analysis.declarations.DeclarationReader.children;
import static community.likeminds.agent.project.analysis.declarations.DeclarationReader.field;

import community.likeminds.agent.project.analysis.declarations.Scope.Reference;
import org.treesitter.TSNode;

/** Reads the imports of a module into its scope. */
final class ImportReader {

    private final String text;

    ImportReader(String text) {
        this.text = text;
    }

    void statement(TSNode node, Scope scope) {
        scope.isModule = true;
        String module = field(node, "source").map(this::text).map(DeclarationReader::unquoted).orElse("");
        for (TSNode child : children(node)) {
            switch (child.getType()) {
                case "import_clause" -> clause(child, module, scope);
                case "import_require_clause" -> {
                    String source = children(child).stream().filter(one -> one.getType().equals("string"))
                            .map(this::text).map(DeclarationReader::unquoted).findFirst().orElse("");
                    children(child).stream().filter(one -> one.getType().equals("identifier"))
                            .forEach(one -> scope.imports.put(text(one), new Reference(source, "export=")));
                }
                default -> { }
            }
        }
    }

    private void clause(TSNode node, String module, Scope scope) {
        for (TSNode child : children(node)) {
            switch (child.getType()) {
                case "identifier" -> scope.imports.put(text(child), new Reference(module, "default"));
                case "namespace_import" -> children(child).stream()
                        .filter(one -> one.getType().equals("identifier"))
                        .forEach(one -> scope.imports.put(text(one), new Reference(module, "*")));
                case "named_imports" -> children(child).stream()
                        .filter(one -> one.getType().equals("import_specifier"))
                        .forEach(one -> {
                            String name = name(one);
                            String local = field(one, "alias").map(this::text).orElse(name);
                            scope.imports.put(local, new Reference(module, name));
                        });
                default -> { }
            }
        }
    }

    private String text(TSNode node) {
        return DeclarationReader.text(text, node);
    }

    private String name(TSNode node) {
        return field(node, "name").map(this::text).map(DeclarationReader::unquoted).orElse("");
    }
}
