package community.likeminds.agent.project.analysis.declarations;

import community.likeminds.agent.project.analysis.declarations.Declaration.Kind;
import community.likeminds.agent.project.analysis.declarations.Scope.Reference;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.treesitter.TSInputEncoding;
import org.treesitter.TSNode;
import org.treesitter.TSParser;
import org.treesitter.TSTree;
import org.treesitter.TSTreeCursor;
import org.treesitter.TreeSitterTypescript;

/** Reads one TypeScript or JavaScript module into a scope. Only what is declared matters; bodies are not entered. */
final class DeclarationReader {

    private static final Pattern IMPORT_TYPE =
            Pattern.compile("\\bimport\\s*\\(\\s*(['\"])([^'\"\\n]+)\\1\\s*(?:,\\s*\\{[^{}]*(?:\\{[^{}]*\\})?[^{}]*\\}\\s*)?\\)");

    private final String text;
    private final TypeReader types;
    private final ImportReader imports;
    private final BodyReader bodies;

    private DeclarationReader(String text) {
        this.text = text;
        this.types = new TypeReader(text);
        this.imports = new ImportReader(text);
        this.bodies = new BodyReader(text, types);
    }

    static Scope read(Path file, String original) {
        Scope scope = new Scope(file, null);
        String text = ModuleResolver.typed(file) ? withoutImportTypes(original, scope) : original;
        byte[] bytes = text.getBytes(StandardCharsets.UTF_16LE);
        try (TSParser parser = new TSParser()) {
            parser.setLanguage(new TreeSitterTypescript());
            try (TSTree tree = parser.parse(
                    new byte[1 << 16],
                    null,
                    (buffer, offset, point) -> {
                        int count = Math.min(buffer.length, bytes.length - offset);
                        if (count > 0) {
                            System.arraycopy(bytes, offset, buffer, 0, count);
                        }
                        return Math.max(count, 0);
                    },
                    TSInputEncoding.TSInputEncodingUTF16LE)) {
                new DeclarationReader(text).statements(tree.getRootNode(), scope);
            }
        }
        return scope;
    }

    /** Gives {@code import("x")} in types, of which the grammar knows only some forms, a name of its own. */
    private static String withoutImportTypes(String text, Scope scope) {
        Matcher types = IMPORT_TYPE.matcher(text);
        StringBuilder changed = new StringBuilder();
        while (types.find()) {
            String name = "__import_" + scope.imports.size();
            scope.imports.put(name, new Reference(types.group(2), "*"));
            types.appendReplacement(changed, name);
        }
        return types.appendTail(changed).toString();
    }

    static List<TSNode> children(TSNode node) {
        List<TSNode> children = new ArrayList<>();
        try (TSTreeCursor cursor = new TSTreeCursor(node)) {
            for (boolean more = cursor.gotoFirstChild(); more; more = cursor.gotoNextSibling()) {
                children.add(cursor.currentNode());
            }
        }
        return children;
    }

    static Optional<TSNode> field(TSNode node, String name) {
        TSNode child = node.getChildByFieldName(name);
        return child == null || child.isNull() ? Optional.empty() : Optional.of(child);
    }

    static String text(String all, TSNode node) {
        return all.substring(
                Math.min(node.getStartByte() / 2, all.length()), Math.min(node.getEndByte() / 2, all.length()));
    }

    private String text(TSNode node) {
        return text(text, node);
    }

    private String name(TSNode node) {
        return field(node, "name").map(this::text).map(DeclarationReader::unquoted).orElse("");
    }

    static String unquoted(String text) {
        boolean quoted = text.length() >= 2 && (text.startsWith("'") || text.startsWith("\"")) ;
        return quoted ? text.substring(1, text.length() - 1) : text;
    }

    private void statements(TSNode block, Scope scope) {
        for (TSNode statement : children(block)) {
            statement(statement, scope, false);
        }
    }

    private void statement(TSNode node, Scope scope, boolean exported) {
        switch (node.getType()) {
            case "import_statement" -> imports.statement(node, scope);
            case "import_alias" -> importAlias(node, scope, exported);
            case "export_statement" -> exportStatement(node, scope);
            case "ambient_declaration" -> ambient(node, scope, exported);
            case "expression_statement" -> children(node).forEach(child -> {
                if (child.getType().equals("internal_module")) {
                    namespace(child, scope, exported);
                }
            });
            case "ERROR" -> scope.uncertain = true;
            default -> declaration(node, scope, exported);
        }
    }

    private void declaration(TSNode node, Scope scope, boolean exported) {
        switch (node.getType()) {
            case "class_declaration", "abstract_class_declaration" -> declare(bodies.classLike(node), scope, exported);
            case "interface_declaration" -> declare(bodies.classLike(node), scope, exported);
            case "enum_declaration" -> declare(bodies.enumeration(node), scope, exported);
            case "type_alias_declaration" -> declare(
                    simple(Kind.TYPE, name(node), field(node, "value").map(types::type).orElse(TypeReference.UNKNOWN)),
                    scope, exported);
            case "function_signature", "function_declaration", "generator_function_declaration" -> declare(
                    simple(Kind.FUNCTION, name(node), types.callable(node)), scope, exported);
            case "lexical_declaration", "variable_declaration" -> variables(node, scope, exported);
            case "internal_module", "module" -> namespace(node, scope, exported);
            case "import_alias" -> importAlias(node, scope, exported);
            default -> {
                if (node.isError() || node.isMissing()) {
                    scope.uncertain = true;
                }
            }
        }
        if (node.hasError()) {
            scope.uncertain = true;
        }
    }

    private static void declare(Declaration declaration, Scope scope, boolean exported) {
        if (declaration.name().isEmpty()) {
            scope.uncertain = true;
            return;
        }
        scope.declare(declaration);
        if (exported) {
            scope.exports.put(declaration.name(), new Reference("", declaration.name()));
        }
    }

    private static Declaration simple(Kind kind, String name, TypeReference type) {
        return new Declaration(kind, name, List.of(), List.of(), false, type, null);
    }

    private void variables(TSNode node, Scope scope, boolean exported) {
        for (TSNode child : children(node)) {
            if (!child.getType().equals("variable_declarator")) {
                continue;
            }
            Optional<TSNode> target = field(child, "name");
            if (target.isEmpty() || !target.get().getType().equals("identifier")) {
                scope.uncertain = true;
                continue;
            }
            TypeReference type = field(child, "type").map(types::type).orElse(TypeReference.UNKNOWN);
            declare(simple(Kind.VARIABLE, text(target.get()), type), scope, exported);
        }
    }

    private void namespace(TSNode node, Scope scope, boolean exported) {
        Optional<TSNode> name = field(node, "name");
        Optional<TSNode> body = field(node, "body");
        if (name.isEmpty() || body.isEmpty()) {
            return;
        }
        if (name.get().getType().equals("string")) {
            Scope module = new Scope(scope.file, scope);
            module.isModule = true;
            statements(body.get(), module);
            scope.ambientModules.merge(unquoted(text(name.get())), module, DeclarationReader::joined);
            return;
        }
        String[] path = text(name.get()).split("\\s*\\.\\s*");
        Scope at = scope;
        for (int i = 0; i < path.length; i++) {
            Scope inside = new Scope(scope.file, at);
            declare(new Declaration(Kind.NAMESPACE, path[i], List.of(), List.of(), false, TypeReference.UNKNOWN, inside),
                    at, exported || i > 0);
            at = inside;
        }
        statements(body.get(), at);
    }

    private static Scope joined(Scope one, Scope more) {
        more.declared.forEach((name, all) -> all.forEach(one::declare));
        one.exports.putAll(more.exports);
        one.imports.putAll(more.imports);
        one.stars.addAll(more.stars);
        one.exportEquals = one.exportEquals.isEmpty() ? more.exportEquals : one.exportEquals;
        one.uncertain |= more.uncertain;
        return one;
    }

    private void ambient(TSNode node, Scope scope, boolean exported) {
        List<TSNode> children = children(node);
        boolean global = children.stream().anyMatch(child -> child.getType().equals("global"));
        for (TSNode child : children) {
            if (child.getType().equals("statement_block")) {
                if (!global) {
                    statements(child, scope);
                }
            } else if (child.isNamed()) {
                declaration(child, scope, exported);
            }
        }
        if (node.hasError()) {
            scope.uncertain = true;
        }
    }

    private void importAlias(TSNode node, Scope scope, boolean exported) {
        List<TSNode> names = children(node).stream().filter(TSNode::isNamed).toList();
        if (names.size() == 2) {
            List<String> path = List.of(text(names.get(1)).split("\\s*\\.\\s*"));
            declare(simple(Kind.VARIABLE, text(names.get(0)), new TypeReference.ValueOf(path)), scope, exported);
        }
    }

    private void exportStatement(TSNode node, Scope scope) {
        scope.isModule = true;
        List<TSNode> children = children(node);
        String source = field(node, "source").map(this::text).map(DeclarationReader::unquoted).orElse("");
        boolean isDefault = has(children, "default");
        if (has(children, "=")) {
            children.stream().filter(TSNode::isNamed).reduce((a, b) -> b)
                    .ifPresent(value -> scope.exportEquals = text(value));
            return;
        }
        Optional<TSNode> declaration = field(node, "declaration");
        if (declaration.isPresent()) {
            exportedDeclaration(declaration.get(), scope, isDefault);
        }
        for (TSNode child : children) {
            switch (child.getType()) {
                case "export_clause" -> {
                    scope.listsExports = true;
                    children(child).stream()
                        .filter(one -> one.getType().equals("export_specifier"))
                        .forEach(one -> {
                            String name = name(one);
                            String alias = field(one, "alias").map(this::text).map(DeclarationReader::unquoted).orElse(name);
                            scope.exports.put(alias, new Reference(source, name));
                        });
                }
                case "namespace_export" -> children(child).stream().filter(TSNode::isNamed)
                        .forEach(one -> scope.exports.put(unquoted(text(one)), new Reference(source, "*")));
                case "*" -> scope.stars.add(source);
                case "internal_module" -> namespace(child, scope, true);
                case "ERROR" -> scope.uncertain = true;
                default -> { }
            }
        }
        if (isDefault && declaration.isEmpty()) {
            // TypeScript exports what such a file declares by itself only as long as it has no assignment of an export.
            scope.listsExports = true;
            String value = field(node, "value").map(this::text).orElse("");
            scope.exports.put("default", new Reference("", value.matches("[\\w$]+") ? value : ""));
        }
    }

    private void exportedDeclaration(TSNode node, Scope scope, boolean isDefault) {
        if (!isDefault) {
            statement(node, scope, true);
            return;
        }
        String name = name(node);
        if (!name.isEmpty()) {
            declaration(node, scope, false);
        }
        scope.exports.put("default", new Reference("", name));
    }

    private static boolean has(List<TSNode> nodes, String type) {
        return nodes.stream().anyMatch(node -> node.getType().equals(type));
    }
}
