package community.likeminds.agent.processors.code;

import community.likeminds.agent.processors.code.SnippetParts.Literal;
import community.likeminds.agent.processors.code.ast.SyntaxTree;
import community.likeminds.agent.processors.code.ast.TextEdits;
import community.likeminds.agent.processors.code.javascript.Elisions;
import community.likeminds.agent.processors.code.javascript.Placeholders;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what is known of documented code that is no script: whether it parses, and its literals. */
final class PlainSnippet {

    private static final Pattern STRING = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"|'((?:[^'\\\\\\n]|\\\\.)*)'");
    private static final Pattern BEFORE = Pattern.compile("([\\w.-]+)[\"']?\\s*(?:[:=(]|=>)\\s*$");
    private static final Pattern KEY = Pattern.compile("[ \\t]*(?::(?!:)|=>)");
    private static final Pattern SETTING = Pattern.compile("(?m)^[ \\t]*(?:export[ \\t]+)?([\\w.-]+)[ \\t]*[=:][ \\t]*([^\"'\\s][^\"'\\r\\n]*)$");

    private PlainSnippet() {}

    static SnippetParts describe(String code, String language) {
        String error = Fences.grammar(language)
                .map(grammar -> SyntaxTree.parse(grammar, Elisions.blanked(code)))
                .filter(tree -> !tree.valid())
                .map(tree -> "Line " + SyntaxTree.line(code, tree.errors().getFirst().start()) + " does not parse.")
                .orElse("");
        boolean elided = !Elisions.blanked(code).equals(code);
        return new SnippetParts(
                error.isEmpty(), error, false, false, List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(), "",
                Set.of(), List.of(), false, false, false, false, false, false, false, elided, false, literals(code), List.of());
    }

    private static List<Literal> literals(String code) {
        List<Literal> found = new ArrayList<>();
        Matcher string = STRING.matcher(code);
        while (string.find()) {
            String value = string.group(1) != null ? string.group(1) : string.group(2);
            int line = code.lastIndexOf('\n', string.start()) + 1;
            Matcher before = BEFORE.matcher(code.substring(line, string.start()));
            String property = before.find() ? before.group(1) : "";
            // What stands before a colon or an arrow names a value and is none.
            boolean key = KEY.matcher(code).region(string.end(), code.length()).lookingAt();
            found.add(new Literal(property, value, string.start(), string.end(), false, !key && Placeholders.isPlaceholder(value)));
        }
        Matcher setting = SETTING.matcher(code);
        while (setting.find()) {
            String value = setting.group(2).strip();
            boolean list = value.matches("\\[(?!(?i)your).*\\W.*|\\{.*");
            if (!list && Placeholders.isPlaceholder(value)) {
                found.add(new Literal(setting.group(1), value, setting.start(2), setting.start(2) + value.length(), false, true));
            }
        }
        return found;
    }

    /** The code with literals replaced, quotes included; settings without quotes are replaced too. */
    static String replace(String code, Map<String, String> values) {
        TextEdits edits = new TextEdits(code);
        for (Literal one : literals(code)) {
            String expression = values.get(one.text());
            if (expression != null && one.placeholder()) {
                edits.replace(one.start(), one.end(), expression);
            }
        }
        return edits.apply();
    }
}
