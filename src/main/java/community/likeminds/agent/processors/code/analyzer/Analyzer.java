package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeFile;
import community.likeminds.agent.processors.code.CodeFile.Call;
import community.likeminds.agent.processors.code.CodeFile.Import;
import community.likeminds.agent.processors.code.CodeFile.Use;
import community.likeminds.agent.processors.code.CodeSymbol;
import community.likeminds.agent.processors.code.ast.Language;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import community.likeminds.agent.processors.code.javascript.Scripts;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Reads a file of source code. */
public final class Analyzer {

    private Analyzer() {}

    /** Reads a file; one in a language without a grammar has lines and nothing else. */
    public static Analysis analyze(String path, String text) {
        Lines lines = new Lines(text);
        Optional<Language> language = Language.of(path);
        if (Scripts.isComponentFile(path)) {
            return Scripts.find(path, text)
                    .map(script -> analyze(path, script.typescript() ? Language.TYPESCRIPT : Language.JAVASCRIPT,
                            blanked(text, 0, script.start()) + text.substring(script.start(), script.end())
                                    + blanked(text, script.end(), text.length()), lines))
                    .orElseGet(() -> unread(path, lines));
        }
        return language.map(one -> analyze(path, one, text, lines)).orElseGet(() -> unread(path, lines));
    }

    private static Analysis unread(String path, Lines lines) {
        return new Analysis(new CodeFile(path, "", "", lines.count(), List.of(), List.of(), List.of(), List.of(), 0), lines, List.of());
    }

    private static String blanked(String text, int from, int to) {
        return text.substring(from, to).replaceAll("[^\\r\\n]", " ");
    }

    private static Analysis analyze(String path, Language language, String text, Lines lines) {
        Rules rules = RuleBook.of(language);
        SyntaxTree tree = SyntaxTree.parse(language, text);
        List<SyntaxNode> comments = new ArrayList<>();
        List<Import> imports = new ArrayList<>();
        Imports importing = new Imports(lines);
        String namespace = "";
        int errors = 0;
        Deque<SyntaxNode> waiting = new ArrayDeque<>();
        waiting.push(tree.root());
        while (!waiting.isEmpty()) {
            SyntaxNode node = waiting.pop();
            if (node.missing() || node.type().equals("ERROR")) {
                errors++;
            }
            if (node.named()) {
                String type = node.type();
                if (rules.comments().contains(type)) {
                    comments.add(node);
                } else if (rules.packages().contains(type) && namespace.isEmpty()) {
                    namespace = node.text().replaceFirst("^package\\s+", "").replaceFirst("(?s)[;\\n].*", "").strip();
                } else if (rules.imports().containsKey(type)) {
                    imports.addAll(importing.of(rules.imports().getOrDefault(type, ""), node));
                } else if (language.isScript() && type.equals("call_expression")) {
                    imports.addAll(Imports.required(node, lines.of(node.start())));
                }
            }
            for (int i = node.children().size() - 1; i >= 0; i--) {
                waiting.push(node.children().get(i));
            }
        }
        List<Definition> definitions = new Definitions(text, rules, lines, new Comments(text, comments)).in(tree.root(), namespace);
        List<Call> calls = new ArrayList<>();
        List<Use> uses = new ArrayList<>();
        references(tree.root(), rules, new References(rules, lines, imports), calls, uses);
        CodeFile file = new CodeFile(path, language.name().toLowerCase(Locale.ROOT), namespace, lines.count(), flat(definitions), imports, calls,
                uses, errors);
        return new Analysis(file, lines, definitions);
    }

    private static void references(SyntaxNode root, Rules rules, References references, List<Call> calls, List<Use> uses) {
        Deque<SyntaxNode> waiting = new ArrayDeque<>();
        waiting.push(root);
        while (!waiting.isEmpty()) {
            SyntaxNode node = waiting.pop();
            boolean importing = rules.imports().containsKey(node.type()) && !node.is("call", "element", "script_element");
            if (importing || rules.packages().contains(node.type())) {
                continue;
            }
            if (node.named()) {
                references.call(node).ifPresent(calls::add);
                references.use(node).ifPresent(uses::add);
            }
            for (int i = node.children().size() - 1; i >= 0; i--) {
                waiting.push(node.children().get(i));
            }
        }
    }

    private static List<CodeSymbol> flat(List<Definition> definitions) {
        List<CodeSymbol> symbols = new ArrayList<>();
        for (Definition definition : definitions) {
            symbols.add(definition.symbol());
            symbols.addAll(flat(definition.members()));
        }
        return symbols;
    }
}
