package community.likeminds.agent.agents.coding.codevalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One error of the TypeScript compiler, by itself or through another tool.
 *
 * @param path the changed file that it is about
 * @param line from 1
 * @param code {@code TS6133}, or empty where the tool leaves it out
 * @param message what it says, its continuation lines included
 */
record Diagnostic(String path, int line, String code, String message) {

    private static final String FILE = "([^\\s:()\"']+\\.(?:[cm]?[jt]sx?|vue|svelte|astro))";
    private static final List<Pattern> FORMS = List.of(
            Pattern.compile("(?m)^\\s*" + FILE + "[(:](\\d+)[,:]\\d+\\)?(?::| -) error (TS\\d+): (.*(?:\\R[ \\t]{2,}(?=[A-Z])[^\\n]*)*)$"),
            Pattern.compile("(?m)^\\s*(?:\\./)?" + FILE + ":(\\d+):\\d+\\s*\\n\\s*(Type error): (.*)$"));

    /** The errors of an output that are about changed files, in order. */
    static List<Diagnostic> of(String output, Set<String> paths) {
        List<Diagnostic> found = new ArrayList<>();
        for (Pattern form : FORMS) {
            Matcher match = form.matcher(output);
            while (match.find()) {
                String named = match.group(1).replaceFirst("^\\./", "");
                for (String path : paths) {
                    if (path.equals(named) || path.endsWith("/" + named) || named.endsWith("/" + path)) {
                        String code = match.group(3).startsWith("TS") ? match.group(3) : "";
                        found.add(new Diagnostic(path, Integer.parseInt(match.group(2)), code, match.group(4).strip().replaceAll("\\s*\\R\\s*", " ")));
                    }
                }
            }
        }
        return found;
    }

    /** The line of a text that it is about. */
    String lineOf(String text) {
        return text.lines().skip(Math.max(0, line - 1)).findFirst().orElse("");
    }

    /** What a person reads of it. */
    String told() {
        return (code.isEmpty() ? "The type checker" : code) + " in " + path + ":" + line + " says: " + message + (message.endsWith(".") ? "" : ".");
    }
}
