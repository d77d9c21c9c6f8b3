package community.likeminds.agent.agents.coding.codeplanning;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes out of a guide's whole Python application what sets a package up: the project has routes and a start of its own. */
final class PythonProgram {

    private static final Pattern ROUTE = Pattern.compile("(?m)^@(\\w+)\\.(?:route|api_route|get|post|put|patch|delete|head|options|websocket)\\(");
    private static final Pattern START = Pattern.compile("^if[ \\t]+__name__[ \\t]*==");
    private static final Pattern IMPORT = Pattern.compile("^(?:from[ \\t]+([\\w.]+)[ \\t]+)?import\\b");
    private static final Pattern BOUND = Pattern.compile("([\\w.]+)(?:[ \\t]+as[ \\t]+(\\w+))?[ \\t]*(?:,|$)");
    private static final Pattern DEFINED = Pattern.compile("^(\\w+)[ \\t]*(?::[^=\\n]*)?=(?!=)");
    private static final Pattern CALL = Pattern.compile("^(?:\\w+[ \\t]*=[ \\t]*)?(\\w+(?:\\.\\w+)*)\\([ \\t]*(\\w+)[ \\t]*[,)]");

    private static final Set<String> NOT_ABOUT = Set.of(
            "flask", "fastapi", "starlette", "sanic", "litestar", "quart", "uvicorn", "pydantic", "os", "sys", "typing", "json", "logging", "time", "datetime", "asyncio", "contextlib");

    private final Set<String> names = new LinkedHashSet<>();
    private String adapted;
    private String conflict = "";
    private boolean left;

    /** @param target the project's file; a text that makes no application, or a file that has none, is left as it is */
    PythonProgram(String text, String target) {
        this.adapted = text;
        Matcher shown = PythonFactory.APPLICATION.matcher(text);
        Matcher own = PythonFactory.APPLICATION.matcher(target);
        if (!shown.find() || !shown.group(1).isEmpty() || !own.find()) {
            return;
        }
        String application = shown.group(2);
        String kept = text;
        target.lines().filter(line -> IMPORT.matcher(line).find()).forEach(this::learn);
        for (String statement : PythonFactory.statements(text)) {
            Matcher route = ROUTE.matcher(statement);
            boolean example = START.matcher(statement).find() || route.find() && route.group(1).equals(application);
            left |= example && mentioned(statement);
            if (example) {
                kept = kept.replace(statement, "");
            } else {
                learn(statement);
                called(statement, application, target, own.group(2));
            }
        }
        boolean renamed = own.group(1).isEmpty() && !own.group(2).equals(application);
        adapted = (renamed ? renamed(kept, application, own.group(2)) : kept).replaceAll("\\n{4,}", "\n\n\n").stripTrailing() + "\n";
    }

    /** The set-up alone. */
    String adapted() {
        return adapted;
    }

    /** Whether the guide's routes put the package to use, which is the project's to decide. */
    boolean left() {
        return left;
    }

    /** Why it cannot be taken over, or an empty string. */
    String conflict() {
        return conflict;
    }

    private void learn(String statement) {
        Matcher imported = IMPORT.matcher(statement);
        Matcher defined = DEFINED.matcher(statement);
        if (imported.find()) {
            String module = imported.group(1);
            Matcher bound = BOUND.matcher(statement.substring(imported.end()).replaceAll("[()\\s]+", " ").strip());
            while (bound.find()) {
                String root = (module == null ? bound.group(1) : module).replaceFirst("\\..*", "");
                if (!NOT_ABOUT.contains(root)) {
                    names.add(bound.group(2) == null ? bound.group(1).replaceFirst("\\..*", "") : bound.group(2));
                }
            }
        } else if (defined.find() && mentioned(statement)) {
            names.add(defined.group(1));
        }
    }

    /** What is switched on for an application once is not switched on a second time. */
    private void called(String statement, String application, String target, String own) {
        Matcher call = CALL.matcher(statement);
        if (!call.find() || !call.group(2).equals(application) || !mentioned(statement)) {
            return;
        }
        String wanted = renamed(statement, application, own);
        Matcher there = Pattern.compile("(?m)^[ \\t]*((?:\\w+[ \\t]*=[ \\t]*)?" + Pattern.quote(call.group(1)) + "\\(\\s*" + own + "\\s*[,)][^\\n#]*)").matcher(target);
        if (there.find() && !bare(target).contains(bare(wanted))) {
            conflict = "`" + there.group(1).strip().replaceAll("\\s+", " ") + "` stands there already; the guide shows it with other arguments.";
        }
    }

    /** The application under the project's name for it; what an argument is called stays. */
    private static String renamed(String text, String from, String to) {
        String name = Pattern.quote(from);
        return Pattern.compile("(?m)^" + name + "\\b(?=[ \\t]*=)|(?<![\\w.\"'])" + name + "\\b(?![\"']|[ \\t]*=(?!=))").matcher(text).replaceAll(Matcher.quoteReplacement(to));
    }

    private static String bare(String text) {
        return text.replaceAll("\\s+", "");
    }

    private boolean mentioned(String statement) {
        return names.stream().anyMatch(name -> Pattern.compile("(?<![\\w.\"'])" + Pattern.quote(name) + "\\b").matcher(statement).find());
    }
}
