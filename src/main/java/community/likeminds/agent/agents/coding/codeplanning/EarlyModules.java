package community.likeminds.agent.agents.coding.codeplanning;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Modules that a guide makes for their effect alone and has loaded before everything else, as instrumentation is. */
final class EarlyModules {

    private static final Pattern LOADED = Pattern.compile("(?m)^[ \\t]*(?:import[ \\t]+|require[ \\t]*\\([ \\t]*)['\"](\\.{1,2}/[^'\"]+)['\"]");
    private static final Pattern FIRST = Pattern.compile("(?m)^(?:import\\b|require\\s*\\(|(?:const|let|var)\\s[^=\\n]*=\\s*require\\s*\\()");
    private static final Pattern ESM = Pattern.compile("(?m)^import\\b");
    private static final Pattern REQUIRES = Pattern.compile("\\brequire\\s*\\(");

    private final List<Snippet> snippets;
    /** Files that the guide's files have become, by the name in the guide. */
    private final Map<String, String> made = new LinkedHashMap<>();

    EarlyModules(List<Snippet> snippets) {
        this.snippets = snippets;
    }

    /** Whether a block that calls the SDK is a file which another block of the guide loads and takes nothing from. */
    boolean is(Snippet snippet, Target target) {
        if (target.named().isEmpty() || snippet.packages().isEmpty() || snippet.parts().fragment() || !snippet.parts().missing().isEmpty()) {
            return false;
        }
        return snippets.stream().filter(other -> !other.equals(snippet)).anyMatch(other -> loaded(other).stream().anyMatch(one -> same(one, target.named())));
    }

    void made(Target target) {
        made.put(target.named(), target.path());
    }

    /** The text of a file that loads what the guide's code for it loads first; the same text where nothing is missing. */
    String first(String text, Snippet snippet, Target target) {
        String result = text;
        for (String specifier : loaded(snippet)) {
            for (Map.Entry<String, String> one : made.entrySet()) {
                if (same(specifier, one.getKey())) {
                    result = loading(result, specifier(specifier, one.getValue(), target.path()));
                }
            }
        }
        return result;
    }

    private static String loading(String text, String specifier) {
        if (Pattern.compile("['\"]" + Pattern.quote(specifier) + "['\"]").matcher(text).find()) {
            return text;
        }
        Matcher first = FIRST.matcher(text);
        if (!first.find()) {
            return text;
        }
        int at = first.start();
        String own = text.substring(at, text.indexOf('\n', at) < 0 ? text.length() : text.indexOf('\n', at)).strip();
        String quote = own.contains("\"") ? "\"" : "'";
        String end = (own.endsWith(";") ? ";" : "") + (text.contains("\r\n") ? "\r\n" : "\n");
        boolean esm = ESM.matcher(text).find() || !REQUIRES.matcher(text).find();
        String line = esm ? "import " + quote + specifier + quote + end : "require(" + quote + specifier + quote + ")" + end;
        return text.substring(0, at) + line + text.substring(at);
    }

    /** How a file loads another one: with the file's own extension where the guide writes one. */
    private static String specifier(String shown, String path, String from) {
        Path folder = Path.of(from).getParent();
        String relative = (folder == null ? Path.of(path) : folder.relativize(Path.of(path))).toString().replace('\\', '/');
        String local = relative.startsWith(".") ? relative : "./" + relative;
        boolean extension = shown.substring(shown.lastIndexOf('/') + 1).contains(".");
        return !extension ? local.replaceFirst("\\.\\w+$", "") : local.replaceFirst("\\.ts$", ".js").replaceFirst("\\.mts$", ".mjs");
    }

    private static List<String> loaded(Snippet snippet) {
        List<String> found = new ArrayList<>();
        LOADED.matcher(snippet.code().code()).results().forEach(one -> found.add(one.group(1)));
        return found;
    }

    /** Whether a specifier means a file of the guide: folders aside, which projects have of their own. */
    private static boolean same(String specifier, String file) {
        return stem(specifier).equals(stem(file));
    }

    private static String stem(String path) {
        return path.substring(path.lastIndexOf('/') + 1).replaceFirst("\\.[cm]?[jt]s$", "");
    }
}
