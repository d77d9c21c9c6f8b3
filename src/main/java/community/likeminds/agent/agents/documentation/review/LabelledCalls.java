package community.likeminds.agent.agents.documentation.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads calls with named arguments out of code, whether it parses or not: {@code f(label: value)} of Swift, Dart and Ruby, {@code f(label = value)} of
 * Kotlin and Python, {@code f({label: value})} of JavaScript.
 */
final class LabelledCalls {

    /** In these languages an argument without its label is another call. */
    static final Set<String> STRICT = Set.of("swift");

    private static final Set<String> COLON = Set.of("swift", "dart", "ruby", "objc");
    private static final Set<String> EQUALS = Set.of("kotlin", "kt", "python", "py");
    private static final Set<String> OBJECT = Set.of("js", "jsx", "ts", "tsx", "javascript", "typescript");
    private static final Pattern CALL = Pattern.compile("((?:[A-Za-z_][\\w]*[?!]?\\s*\\.\\s*)*)([A-Za-z_]\\w*)\\s*\\(");
    private static final Pattern DECLARES = Pattern.compile("(?:^|[^\\w])(?:func|fun|def|function|init|class|void|override|static|interface|struct|protocol)\\s+$");
    private static final Pattern TYPED = Pattern.compile("([\\w>?\\]]+)\\s+$");
    private static final Set<String> BEFORE_CALL = Set.of(
            "return", "await", "try", "try?", "try!", "new", "const", "throw", "in", "else", "case", "yield", "not", "and", "or", "do");
    private static final Pattern LABEL = Pattern.compile("(?s)\\s*([A-Za-z_]\\w*)\\s*(:|=)(?!=)\\s*(.*?)\\s*");
    private static final int LONGEST = 6_000;
    private static final int MOST = 400;

    private LabelledCalls() {}

    /**
     * @param receiver what it is called on, dots between its parts, or empty
     * @param name function, method or constructor
     * @param line in the code, from 1
     */
    record Call(String receiver, String name, List<Argument> arguments, int line) {

        boolean has(String label) {
            return arguments.stream().anyMatch(one -> one.label().equals(label));
        }
    }

    /** @param label name of the argument, {@code _} for none */
    record Argument(String label, String value) {}

    static boolean knows(String language) {
        String name = language.toLowerCase(Locale.ROOT);
        return COLON.contains(name) || EQUALS.contains(name) || OBJECT.contains(name);
    }

    static List<Call> of(String language, String source) {
        String name = language.toLowerCase(Locale.ROOT);
        List<Call> calls = new ArrayList<>();
        String code = source.replaceAll("(?m)(?<![:\"'])//.*$", "");
        Matcher matcher = CALL.matcher(code);
        int from = 0;
        while (calls.size() < MOST && from < code.length() && matcher.find(from)) {
            from = matcher.end();
            int end = closing(code, matcher.end() - 1);
            if (end < 0 || declares(code, matcher.start(), end)) {
                continue;
            }
            List<Argument> arguments = arguments(name, code.substring(matcher.end(), end));
            if (!arguments.isEmpty()) {
                int line = 1 + (int) code.substring(0, matcher.start(2)).chars().filter(c -> c == '\n').count();
                calls.add(new Call(matcher.group(1).replaceAll("[\\s?!]", "").replaceAll("\\.$", ""), matcher.group(2), arguments, line));
            }
        }
        return calls;
    }

    private static boolean declares(String code, int start, int end) {
        String before = code.substring(Math.max(0, start - 80), start);
        String line = before.substring(before.lastIndexOf('\n') + 1);
        if (DECLARES.matcher(line).find() || line.stripTrailing().endsWith("@") || line.stripTrailing().endsWith("func")) {
            return true;
        }
        Matcher typed = TYPED.matcher(line);
        if (typed.find() && !BEFORE_CALL.contains(typed.group(1))) {
            return true;
        }
        return code.substring(Math.min(end + 1, code.length())).stripLeading().startsWith("->");
    }

    private static int closing(String code, int open) {
        int depth = 0;
        char quote = 0;
        for (int i = open; i < code.length() && i - open < LONGEST; i++) {
            char c = code.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote || c == '\n' && quote != '`' ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private static List<Argument> arguments(String language, String text) {
        if (OBJECT.contains(language)) {
            String inside = text.strip();
            int end = inside.startsWith("{") ? closing(inside, 0) : -1;
            return end < 0 ? List.of() : split(inside.substring(1, end), ':', true);
        }
        return split(text, COLON.contains(language) ? ':' : '=', false);
    }

    private static List<Argument> split(String text, char separator, boolean object) {
        List<Argument> arguments = new ArrayList<>();
        int from = 0;
        int depth = 0;
        char quote = 0;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ',';
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if (c == ')' || c == ']' || c == '}') {
                depth--;
            } else if (c == ',' && depth <= 0) {
                argument(text.substring(Math.min(from, text.length()), Math.min(i, text.length())), separator, object, arguments);
                from = i + 1;
            }
        }
        return arguments;
    }

    private static void argument(String text, char separator, boolean object, List<Argument> arguments) {
        Matcher label = LABEL.matcher(text);
        if (label.matches() && label.group(2).charAt(0) == separator) {
            arguments.add(new Argument(label.group(1), label.group(3)));
        } else if (object && text.strip().matches("[A-Za-z_]\\w*")) {
            arguments.add(new Argument(text.strip(), text.strip()));
        } else if (!object && !text.isBlank()) {
            arguments.add(new Argument("_", text.strip()));
        }
    }
}
