package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.Style;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Adds imports to a file: into the statement that imports the module already, else a new statement at its place. */
final class ImportEdits {

    /**
     * @param module specifier
     * @param imported exported name, {@code default}, {@code *}, or empty for the side effect only
     * @param local name in the file
     * @param typeOnly whether only the type is wanted
     * @param first whether it has to stand before every other import
     */
    record Wanted(String module, String imported, String local, boolean typeOnly, boolean first) {

        boolean sideEffect() {
            return imported.isEmpty();
        }
    }

    private static final int LINE = 100;

    private ImportEdits() {}

    /** The text with the imports that it does not have; one module's names go into one statement. */
    static String add(String text, Style style, List<Wanted> wanted) {
        String result = text;
        List<Wanted> open = new ArrayList<>(wanted);
        while (!open.isEmpty()) {
            Wanted next = open.getFirst();
            List<Wanted> together = open.stream()
                    .filter(one -> one.module().equals(next.module()) && one.sideEffect() == next.sideEffect())
                    .toList();
            open.removeAll(together);
            result = addModule(JsFile.parse(result), style, together);
        }
        return result;
    }

    private static String addModule(JsFile file, Style style, List<Wanted> wanted) {
        String module = wanted.getFirst().module();
        if (wanted.getFirst().sideEffect()) {
            boolean there = file.imports().stream().anyMatch(one -> one.module().equals(module));
            return there ? file.text() : insert(file, style, statement(style, wanted), wanted.getFirst());
        }
        List<Wanted> missing = new ArrayList<>();
        for (Wanted one : wanted) {
            if (file.localOf(module, one.imported()) == null) {
                missing.add(one);
            }
        }
        if (missing.isEmpty()) {
            return file.text();
        }
        for (JsImport existing : file.imports()) {
            if (existing.module().equals(module) && !existing.sideEffect()) {
                String merged = merge(file, style, existing, missing);
                if (merged != null) {
                    return merged;
                }
            }
        }
        return insert(file, style, statement(style, missing), missing.getFirst());
    }

    /** The file with the names added to a statement of it, or null when the statement cannot take them. */
    private static @Nullable String merge(JsFile file, Style style, JsImport existing, List<Wanted> missing) {
        boolean star = missing.stream().anyMatch(one -> one.imported().equals("*"))
                || existing.names().stream().anyMatch(one -> one.imported().equals("*"));
        boolean values = missing.stream().anyMatch(one -> !one.typeOnly());
        if (star || existing.typeOnly() && values) {
            return null;
        }
        List<Wanted> named = missing.stream().filter(one -> !one.imported().equals("default")).toList();
        List<Wanted> defaults = missing.stream().filter(one -> one.imported().equals("default")).toList();
        boolean hasDefault = existing.names().stream().anyMatch(one -> one.imported().equals("default"));
        TextEdits edits = new TextEdits(file.text());
        SyntaxNode clause = existing.statement().first("import_clause");
        if (existing.require()) {
            SyntaxNode pattern = existing.statement().all("object_pattern").stream().findFirst().orElse(null);
            if (pattern == null || !defaults.isEmpty()) {
                return null;
            }
            addNames(file, style, pattern, named, existing, edits);
            return edits.apply();
        }
        if (clause == null || !defaults.isEmpty() && hasDefault) {
            return null;
        }
        SyntaxNode list = clause.first("named_imports");
        if (!defaults.isEmpty()) {
            edits.insert(clause.start(), defaults.getFirst().local() + ", ");
        }
        if (!named.isEmpty() && list != null) {
            addNames(file, style, list, named, existing, edits);
        } else if (!named.isEmpty()) {
            edits.insert(clause.end(), ", " + braces(style, specifiers(style, named, existing.typeOnly())));
        }
        return edits.apply();
    }

    private static void addNames(
            JsFile file, Style style, SyntaxNode list, List<Wanted> named, JsImport existing, TextEdits edits) {
        List<SyntaxNode> items = list.parts();
        if (items.isEmpty()) {
            edits.replace(list.start(), list.end(), braces(style, specifiers(style, named, existing.typeOnly())));
            return;
        }
        List<String> names = existing.names().stream()
                .filter(one -> !one.imported().equals("default") || existing.require())
                .map(JsImport.Bound::imported)
                .toList();
        boolean sorted = names.size() > 1 && isSorted(names);
        for (Wanted one : named) {
            String text = specifiers(style, List.of(one), existing.typeOnly()).getFirst();
            SyntaxNode before = null;
            if (sorted) {
                for (SyntaxNode item : items) {
                    String name = item.text().replaceFirst("^type\\s+", "");
                    if (before == null && compare(name, one.imported()) > 0) {
                        before = item;
                    }
                }
            }
            boolean lines = list.text().contains("\n");
            if (before != null) {
                String gap = lines ? ",\n" + JsText.indentAt(file.text(), before.start()) : ", ";
                edits.insert(before.start(), text + gap);
            } else {
                SyntaxNode last = items.getLast();
                String gap = lines ? ",\n" + JsText.indentAt(file.text(), last.start()) : ", ";
                edits.insert(last.end(), gap + text);
            }
        }
    }

    private static List<String> specifiers(Style style, List<Wanted> names, boolean typeStatement) {
        return names.stream()
                .map(one -> {
                    String type = one.typeOnly() && !typeStatement && style.esm() ? "type " : "";
                    String alias = one.local().equals(one.imported())
                            ? "" : (style.esm() ? " as " : ": ") + one.local();
                    return type + one.imported() + alias;
                })
                .toList();
    }

    private static String braces(Style style, List<String> names) {
        String space = style.bracketSpacing() ? " " : "";
        return "{" + space + String.join(", ", names) + space + "}";
    }

    /** An import statement in the file's style, without a line ending. */
    static String statement(Style style, List<Wanted> wanted) {
        Wanted one = wanted.getFirst();
        String end = style.semicolons() ? ";" : "";
        String module = style.quote() + one.module() + style.quote();
        if (one.sideEffect()) {
            return (style.esm() ? "import " + module : "require(" + module + ")") + end;
        }
        List<Wanted> named = wanted.stream()
                .filter(name -> !name.imported().equals("default") && !name.imported().equals("*"))
                .toList();
        String whole = wanted.stream()
                .filter(name -> name.imported().equals("default") || name.imported().equals("*"))
                .map(name -> name.imported().equals("*") && style.esm() ? "* as " + name.local() : name.local())
                .findFirst()
                .orElse("");
        boolean types = wanted.stream().allMatch(Wanted::typeOnly) && style.esm();
        List<String> names = specifiers(style, named, types);
        String list = named.isEmpty() ? "" : braces(style, names);
        if (!style.esm()) {
            String first = whole.isEmpty() ? "" : "const " + whole + " = require(" + module + ")" + end;
            String second = list.isEmpty() ? "" : "const " + list + " = require(" + module + ")" + end;
            return first + (first.isEmpty() || second.isEmpty() ? "" : "\n") + second;
        }
        String clause = whole + (whole.isEmpty() || list.isEmpty() ? "" : ", ") + list;
        String line = "import " + (types ? "type " : "") + clause + " from " + module + end;
        if (line.length() <= LINE || named.size() < 2) {
            return line;
        }
        String broken = "{\n" + style.indent() + String.join(",\n" + style.indent(), names)
                + (style.trailingCommas() ? "," : "") + "\n}";
        return "import " + (types ? "type " : "") + whole + (whole.isEmpty() ? "" : ", ") + broken + " from " + module + end;
    }

    private static String insert(JsFile file, Style style, String statement, Wanted wanted) {
        String text = file.text();
        List<JsImport> imports = file.imports();
        if (imports.isEmpty()) {
            int at = Preamble.end(file);
            String gap = at == text.length() || JsText.blankLineAt(text, at) ? "" : "\n";
            String before = at > 0 && text.charAt(at - 1) != '\n' ? "\n" : "";
            return text.substring(0, at) + before + statement + "\n" + gap + text.substring(at);
        }
        if (wanted.first()) {
            return before(text, imports.getFirst(), statement);
        }
        if (wanted.sideEffect()) {
            JsImport style1 = JsText.isStyle(wanted.module()) ? firstStyle(imports) : null;
            return style1 != null ? before(text, style1, statement) : after(text, imports.getLast(), statement);
        }
        boolean local = JsText.isLocal(wanted.module());
        List<JsImport> group = imports.stream()
                .filter(one -> !one.sideEffect())
                .filter(one -> kind(one.module()) == kind(wanted.module()))
                .toList();
        if (isSortedFile(imports)) {
            for (JsImport one : group) {
                if (compare(one.module(), wanted.module()) > 0) {
                    return before(text, one, statement);
                }
            }
        }
        if (!group.isEmpty()) {
            return after(text, group.getLast(), statement);
        }
        if (local) {
            JsImport css = firstStyle(imports);
            return css != null && css == imports.getLast() ? before(text, css, statement)
                    : after(text, imports.getLast(), statement);
        }
        JsImport builtin = imports.stream().filter(one -> kind(one.module()) == 0).reduce((a, b) -> b).orElse(null);
        return builtin != null ? after(text, builtin, statement) : before(text, imports.getFirst(), statement);
    }

    private static int kind(String module) {
        return module.startsWith("node:") ? 0 : JsText.isLocal(module) ? 2 : 1;
    }

    private static @Nullable JsImport firstStyle(List<JsImport> imports) {
        return imports.stream()
                .filter(one -> one.sideEffect() && JsText.isStyle(one.module()))
                .findFirst()
                .orElse(null);
    }

    /** Whether the imports are sorted and enough of them for that to be no accident; react before react-dom is a weak sign. */
    private static boolean isSortedFile(List<JsImport> imports) {
        int evidence = 0;
        for (int kind = 0; kind < 3; kind++) {
            int wanted = kind;
            List<String> modules = imports.stream()
                    .filter(one -> !one.sideEffect() && kind(one.module()) == wanted)
                    .map(JsImport::module)
                    .toList();
            if (!isSorted(modules)) {
                return false;
            }
            for (int i = 1; i < modules.size(); i++) {
                evidence += modules.get(i).startsWith(modules.get(i - 1)) ? 1 : 2;
            }
        }
        return evidence > 1;
    }

    private static boolean isSorted(List<String> names) {
        for (int i = 1; i < names.size(); i++) {
            if (compare(names.get(i - 1), names.get(i)) > 0) {
                return false;
            }
        }
        return true;
    }

    private static int compare(String left, String right) {
        return left.toLowerCase(Locale.ROOT).compareTo(right.toLowerCase(Locale.ROOT));
    }

    private static String before(String text, JsImport other, String statement) {
        int at = other.statement().start();
        return text.substring(0, at) + statement + "\n" + text.substring(at);
    }

    private static String after(String text, JsImport other, String statement) {
        int end = other.statement().end();
        int line = JsText.lineEnd(text, end);
        String rest = text.substring(end, line).strip();
        int at = rest.isEmpty() || rest.startsWith("//") ? line : end;
        return text.substring(0, at) + "\n" + statement + text.substring(at);
    }
}
