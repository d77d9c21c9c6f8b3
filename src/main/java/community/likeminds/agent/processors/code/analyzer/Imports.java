package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeFile.Import;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what an import statement imports, in the way of its language. */
final class Imports {

    private final Lines lines;

    Imports(Lines lines) {
        this.lines = lines;
    }

    List<Import> of(String style, SyntaxNode node) {
        int line = lines.of(node.start());
        return switch (style) {
            case "dotted" -> dotted(node, line);
            case "script" -> script(node, line);
            case "python" -> python(node, line);
            case "go" -> go(node, line);
            case "uri" -> uri(node, line);
            case "plain" -> List.of(new Import(node.text().replaceFirst("^.*\\bimport\\s+(?:\\w+\\s+(?=\\w))?", "").strip(), "*", "", line));
            case "include" -> include(node, line);
            case "ruby" -> ruby(node, line);
            case "html" -> html(node, line);
            default -> List.of();
        };
    }

    /** {@code import a.b.C}, {@code import a.b.*}, {@code import static a.b.C.d}, {@code import a.b.C as D}. */
    private static List<Import> dotted(SyntaxNode node, int line) {
        // A grammar hangs the comment behind the last import into it.
        String text = node.text().lines().findFirst().orElse("").replaceFirst("^import\\s+(?:static\\s+)?", "")
                .replaceFirst(";.*", "").replaceFirst("//.*|/\\*.*", "").strip();
        String[] parts = text.split("\\s+as\\s+");
        String path = parts[0].strip();
        int dot = path.lastIndexOf('.');
        String name = path.substring(dot + 1);
        String alias = parts.length > 1 ? parts[1].strip() : name.equals("*") ? "" : name;
        return List.of(new Import(dot < 0 ? path : path.substring(0, dot), dot < 0 ? "" : name, alias, line));
    }

    private static List<Import> script(SyntaxNode node, int line) {
        SyntaxNode source = node.all("string").stream().reduce((first, last) -> last).orElse(null);
        if (source == null) {
            return List.of();
        }
        String module = unquoted(source);
        List<Import> found = new ArrayList<>();
        SyntaxNode clause = node.first("import_clause", "import_require_clause");
        if (clause == null) {
            return List.of(new Import(module, "", "", line));
        }
        for (SyntaxNode part : clause.parts()) {
            switch (part.type()) {
                case "identifier" -> found.add(new Import(module, "default", part.text(), line));
                case "namespace_import" -> found.add(new Import(module, "*", last(part), line));
                case "named_imports" -> part.all("import_specifier").forEach(one -> {
                    String alias = one.textOf("alias");
                    String name = one.textOf("name");
                    found.add(new Import(module, name, alias.isEmpty() ? name : alias, line));
                });
                default -> { }
            }
        }
        return found;
    }

    private static String last(SyntaxNode node) {
        return node.parts().isEmpty() ? "" : node.parts().getLast().text();
    }

    private static List<Import> python(SyntaxNode node, int line) {
        boolean from = node.is("import_from_statement");
        String module = node.textOf("module_name");
        List<Import> found = new ArrayList<>();
        for (SyntaxNode part : node.children()) {
            if (part.is("wildcard_import")) {
                found.add(new Import(module, "*", "", line));
            } else if (part.field().equals("name")) {
                String name = part.is("aliased_import") ? part.textOf("name") : part.text();
                String given = part.is("aliased_import") ? part.textOf("alias") : "";
                String alias = given.isEmpty() && !from ? name.split("\\.")[0] : given.isEmpty() ? name : given;
                found.add(from ? new Import(module, name, alias, line) : new Import(name, "", alias, line));
            }
        }
        return found;
    }

    private static List<Import> go(SyntaxNode node, int line) {
        String path = node.textOf("path").replaceAll("^[\"`]|[\"`]$", "");
        String alias = node.textOf("name");
        if (alias.isEmpty()) {
            // A version at the end of the path is not the package's name.
            String[] parts = path.replaceFirst("/v\\d+$", "").split("/");
            alias = parts[parts.length - 1].replaceFirst("^go-", "").replaceFirst("\\.v\\d+$", "");
        }
        return List.of(new Import(path, "", alias.equals("_") || alias.equals(".") ? "" : alias, line));
    }

    private static List<Import> uri(SyntaxNode node, int line) {
        SyntaxNode string = node.all("string_literal", "string_value", "string").stream().findFirst().orElse(null);
        if (string == null) {
            return List.of();
        }
        String alias = "";
        List<String> shown = new ArrayList<>();
        for (SyntaxNode spec : node.all("import_specification")) {
            SyntaxNode as = spec.first("identifier");
            alias = as == null ? "" : as.text();
            for (SyntaxNode combinator : spec.all("combinator")) {
                if (combinator.text().startsWith("show")) {
                    combinator.all("identifier").forEach(one -> shown.add(one.text()));
                }
            }
        }
        String module = unquoted(string);
        if (!alias.isEmpty() || shown.isEmpty()) {
            return List.of(new Import(module, alias.isEmpty() ? "*" : "", alias, line));
        }
        return shown.stream().map(name -> new Import(module, name, name, line)).toList();
    }

    private static List<Import> include(SyntaxNode node, int line) {
        String module = node.text().replaceFirst("^[#@]\\s*(?:import|include)\\s*", "").replaceAll("[<>\";]", "").strip();
        return List.of(new Import(module, "*", "", line));
    }

    private static List<Import> ruby(SyntaxNode node, int line) {
        String method = node.textOf("method");
        if (node.child("receiver") != null || !method.equals("require") && !method.equals("require_relative")) {
            return List.of();
        }
        SyntaxNode string = node.all("string_content").stream().findFirst().orElse(null);
        if (string == null) {
            return List.of();
        }
        boolean relative = method.equals("require_relative") && !string.text().startsWith(".");
        return List.of(new Import((relative ? "./" : "") + string.text(), "", "", line));
    }

    private static List<Import> html(SyntaxNode node, int line) {
        SyntaxNode tag = node.first("start_tag", "self_closing_tag");
        SyntaxNode name = tag == null ? null : tag.first("tag_name");
        String target = name == null ? "" : switch (name.text().toLowerCase(java.util.Locale.ROOT)) {
            case "script" -> Names.attribute(node, "src");
            case "link" -> Names.attribute(node, "href");
            default -> "";
        };
        return target.isEmpty() ? List.of() : List.of(new Import(target, "", "", line));
    }

    /** {@code const x = require('m')} and {@code const {a} = require('m')}. */
    static List<Import> required(SyntaxNode call, int line) {
        SyntaxNode function = call.child("function");
        if (function == null || !function.is("identifier") || !function.text().equals("require")) {
            return List.of();
        }
        SyntaxNode string = call.all("string").stream().findFirst().orElse(null);
        if (string == null) {
            return List.of();
        }
        String module = unquoted(string);
        SyntaxNode variable = call.parent();
        SyntaxNode name = variable == null || !variable.is("variable_declarator") ? null : variable.child("name");
        if (name == null) {
            return List.of(new Import(module, "", "", line));
        }
        if (name.is("identifier")) {
            return List.of(new Import(module, "*", name.text(), line));
        }
        List<Import> found = new ArrayList<>();
        for (SyntaxNode part : name.parts()) {
            String own = part.is("pair_pattern") ? part.textOf("key") : part.text();
            String alias = part.is("pair_pattern") ? part.textOf("value") : part.text();
            found.add(new Import(module, own, alias, line));
        }
        return found;
    }

    private static String unquoted(@Nullable SyntaxNode string) {
        return string == null ? "" : string.text().strip().replaceAll("^[\"'`]+|[\"'`]+$", "");
    }
}
