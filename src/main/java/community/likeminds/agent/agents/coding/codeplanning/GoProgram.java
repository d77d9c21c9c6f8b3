package community.likeminds.agent.agents.coding.codeplanning;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a guide's whole Go program what sets a package up: the project has its own start, routes and server. */
final class GoProgram {

    private static final Pattern MAIN = Pattern.compile("(?m)^func main\\(\\) \\{");
    private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*(?:import[ \\t]+)?(?:([\\w.]+)[ \\t]+)?\"([\\w.~/-]+)\"[ \\t]*(?://[^\\n]*)?$");
    static final Pattern IMPORTS = Pattern.compile("(?ms)^import[ \\t]*(?:\\(.*?^\\)|[^\\n(]*)\\n?");
    /** What makes the router of a server, by the package that does. */
    private static final Pattern ROUTER = Pattern.compile("(?m)^[ \\t]*(\\w+)[ \\t]*:?=[ \\t]*(gin|echo|fiber|chi|http|mux)\\.(?:Default|New|NewRouter|NewServeMux)\\([^\\n]*$");
    private static final Pattern ROUTE = Pattern.compile("^\\w+\\.(?:GET|POST|PUT|PATCH|DELETE|Any|Get|Post|Put|Patch|Delete|All|Handle|HandleFunc|Route|Group)\\(");
    private static final Pattern DEFINED = Pattern.compile("^(\\w+(?:[ \\t]*,[ \\t]*\\w+)*)[ \\t]*:=");
    private static final Pattern CHECKED = Pattern.compile("(?s)^err[ \\t]*:=[ \\t]*(.*)$");
    private static final Pattern FAILED = Pattern.compile("^if err != nil \\{");

    private final String target;
    private final Set<String> names = new LinkedHashSet<>();
    private final List<String> kept = new ArrayList<>();
    private String adapted;
    private boolean left;
    private String router = "";

    /** @param dependencies modules that the project has already: its own framework, not what the guide is about */
    GoProgram(String text, String target, Map<String, String> dependencies) {
        this.target = target;
        this.adapted = text;
        Matcher main = MAIN.matcher(text);
        Matcher own = MAIN.matcher(target);
        int close = main.find() && own.find() ? Statements.close(text, main.end() - 1) : -1;
        if (close < 0) {
            return;
        }
        IMPORT.matcher(text.substring(0, main.start())).results().filter(one -> one.group(2).substring(0, one.group(2).indexOf('/') + 1).contains("."))
                .filter(one -> dependencies.keySet().stream().noneMatch(module -> one.group(2).equals(module) || one.group(2).startsWith(module + "/")))
                .forEach(one -> names.add(one.group(1) == null ? name(one.group(2)) : one.group(1)));
        StringBuilder imports = new StringBuilder();
        IMPORTS.matcher(text).results().forEach(one -> imports.append(one.group()));
        String rest = text.substring(close + 1).strip();
        read(renamed(text.substring(main.end(), close)));
        adapted = kept.isEmpty() ? "" : imports + "\nfunc main() {\n" + body() + "}\n" + (used(rest) ? "\n" + rest + "\n" : "");
    }

    /** The set-up alone; empty when the program sets nothing up, the text as it is when it is no program or the project has none. */
    String adapted() {
        return adapted;
    }

    /** Whether the guide puts the package to use in ways that are the project's to decide. */
    boolean left() {
        return left;
    }

    /** The body under the name of the project's own router. */
    private String renamed(String body) {
        Matcher shown = ROUTER.matcher(body);
        Matcher own = ROUTER.matcher(target);
        if (shown.find()) {
            router = shown.group(1);
            while (own.find()) {
                if (own.group(2).equals(shown.group(2))) {
                    router = own.group(1);
                    return body.replaceAll("\\b" + shown.group(1) + "\\b(?=\\.|[ \\t]*:?=|[,)])", Matcher.quoteReplacement(own.group(1)));
                }
            }
        }
        return body;
    }

    private void read(String body) {
        Set<String> known = new LinkedHashSet<>(names);
        for (String statement : Statements.of(body, false)) {
            boolean example = ROUTER.matcher(statement).lookingAt() || PlatformCode.SERVES.matcher(statement).find() || !router.isEmpty() && statement.matches("(?s)(?:\\w+\\.Fatal\\()?" + router + "\\.(?:Run|Start|Listen)\\(.*")
                    || ROUTE.matcher(statement).find() && (statement.contains("func(") || !mentions(statement, names));
            boolean wanted = mentions(statement, known);
            left |= wanted && example && !ROUTER.matcher(statement).lookingAt();
            if (wanted && !example) {
                Matcher defined = DEFINED.matcher(statement);
                if (defined.find()) {
                    known.addAll(List.of(defined.group(1).split("\\s*,\\s*")));
                }
                check(statement);
            }
        }
        while (kept.removeIf(this::idle)) {
            left = true;
        }
    }

    /** An error that is checked at once is the statement's own: the project may have another of that name. */
    private void check(String statement) {
        String last = kept.isEmpty() ? "" : kept.getLast();
        Matcher checked = CHECKED.matcher(last);
        if (FAILED.matcher(statement).find() && checked.matches()) {
            kept.set(kept.size() - 1, "if err := " + checked.group(1).strip() + "; err != nil {" + statement.substring(statement.indexOf('{') + 1));
        } else {
            kept.add(statement);
        }
    }

    /** Whether a statement makes what nothing uses, which Go does not compile. */
    private boolean idle(String statement) {
        Matcher defined = DEFINED.matcher(statement);
        return defined.find() && kept.stream().filter(other -> !other.equals(statement)).noneMatch(other -> mentions(other, Set.of(defined.group(1).split("\\s*,\\s*"))));
    }

    private String body() {
        Matcher own = ROUTER.matcher(target);
        StringBuilder body = new StringBuilder();
        boolean made = own.find() && own.group(1).equals(router);
        kept.stream().filter(one -> !made || !mentions(one, Set.of(router))).forEach(one -> body.append('\t').append(one).append('\n'));
        if (made && kept.stream().anyMatch(one -> mentions(one, Set.of(router)))) {
            body.append(own.group()).append('\n');
            kept.stream().filter(one -> mentions(one, Set.of(router))).forEach(one -> body.append('\t').append(one).append('\n'));
        }
        return body + "\t// ... existing code ...\n";
    }

    private boolean used(String rest) {
        Matcher function = Pattern.compile("(?m)^func (\\w+)\\(").matcher(rest);
        return function.find() && kept.stream().anyMatch(one -> mentions(one, Set.of(function.group(1))));
    }

    private static boolean mentions(String statement, Set<String> names) {
        return names.stream().anyMatch(name -> Pattern.compile("(?<![\\w.\"])" + Pattern.quote(name) + "\\b").matcher(statement).find());
    }

    private static String name(String path) {
        return path.replaceFirst("/v\\d+$", "").replaceFirst("^.*/", "").replaceFirst("^go-|-go$|\\.v\\d+$", "");
    }
}
