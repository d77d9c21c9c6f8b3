package community.likeminds.agent.agents.documentation.review;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Languages whose snippets are parsed, and what a fragment of each can be a part of. Only those whose grammars were seen to accept what documentation
 * shows: a grammar with gaps would call good snippets broken.
 */
enum SnippetLanguage {
    SCRIPT(Set.of("js", "jsx", "ts", "tsx", "javascript", "typescript", "mjs", "cjs", "mts", "cts", "javascriptreact", "typescriptreact", "node"),
            List.of("x.tsx", "x.ts", "x.js"), "^\\s*import\\s.*from\\s*['\"].*$|^\\s*import\\s*['\"].*$",
            "async function* f() {|}", "class X {|}", "interface X {|}", "x = ({|})", "x = (<>|</>)", "x = [|]", "x = (|)", "f(|)",
            "type X =|;", "switch (x) {|}", "function f(|) {}", "x = <X|/>", "declare module 'x' {|}", "export {|}", "x = {x: |}",
            "x|", "enum X {|}"),
    JAVA(Set.of("java"), List.of("x.java"), "^\\s*(?:import|package)\\s[\\w.* ]+;\\s*$",
            "class X { void f() {|} }", "class X {|}", "interface X {|}", "enum X {|}", "class X { Object o =|; }", "class X { void f() {|; } }",
            "class X {|; }", "class X { void f() { g(|); } }", "class X { void f() { x|; } }", "|class X {}", "class X {|void f() {} }",
            "class X { void f(|) {} }", "class X { void f() { switch (x) {|} } }", "class X { @A(|) int x; }"),
    JSON(Set.of("json"), List.of("x.json"), "(?!)", "{|}", "[|]"),
    JSON_WITH_COMMENTS(Set.of("jsonc", "json5"), List.of("x.jsonc"), "(?!)", "{|}", "[|]"),
    PYTHON(Set.of("python", "py", "python3"), List.of("x.py"), "(?!)", "x = {|}", "f(|)", "x = [|]", "x = (|)", "|\ndef f(): pass");

    private static final Pattern WHOLE = Pattern.compile("(?m)^\\s*(?:import|package)\\s");

    private final Set<String> fences;
    private final List<String> files;
    private final Pattern imports;
    private final List<String> wrappers;

    SnippetLanguage(Set<String> fences, List<String> files, String imports, String... wrappers) {
        this.fences = fences;
        this.files = files;
        this.imports = Pattern.compile(imports);
        this.wrappers = List.of(wrappers);
    }

    static Optional<SnippetLanguage> of(String fence) {
        String name = fence.toLowerCase(Locale.ROOT);
        return Arrays.stream(values()).filter(language -> language.fences.contains(name)).findFirst();
    }

    /** Names of files in whose grammars it may be written. */
    List<String> files() {
        return files;
    }

    /** The code as a part of everything that it can be a part of. */
    List<String> completed(String code) {
        List<String> all = new ArrayList<>();
        String start = code.stripLeading();
        boolean element = start.startsWith("<") || start.startsWith("{") && start.contains("<");
        boolean whole = WHOLE.matcher(code).find();
        for (String wrapper : wrappers) {
            // Every text is the content of an element, and a file lacks nothing at its end.
            if (wrapper.contains("<>|") && !element || wrapper.contains("|;") && whole) {
                continue;
            }
            int bar = wrapper.indexOf('|');
            all.add(Fragment.wrapped(code, wrapper.substring(0, bar), wrapper.substring(bar + 1), imports));
        }
        if (this == PYTHON) {
            String indented = code.indent(4);
            all.add("async def f():\n" + indented);
            all.add("class X:\n" + indented);
            all.add("if x:\n" + indented);
            all.add(code.stripIndent());
        }
        return all;
    }
}
