package community.likeminds.agent.agents.coding.codeplanning;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adapts relative module paths of a file that does not land where the guide has it. */
final class Relocation {

    private static final Pattern RELATIVE = Pattern.compile("((?:\\bfrom|\\bimport|\\bimport\\s*\\(|\\brequire\\s*\\()\\s*[\"'`])(\\.{1,2}/[^\"'`]*)");

    private Relocation() {}

    /**
     * @param code code of the guide's file
     * @param from path of the file in the guide
     * @param to path of the file in the project
     * @param mapped where the project has a path of the guide
     */
    static String adapt(String code, String from, String to, UnaryOperator<String> mapped) {
        if (from.isEmpty() || from.equals(to)) {
            return code;
        }
        Matcher matcher = RELATIVE.matcher(code);
        StringBuilder adapted = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(adapted, Matcher.quoteReplacement(matcher.group(1) + moved(matcher.group(2), from, to, mapped)));
        }
        return matcher.appendTail(adapted).toString();
    }

    private static String moved(String specifier, String from, String to, UnaryOperator<String> mapped) {
        // What follows an expression in a template is not known before the program runs: only the folder part moves.
        int variable = specifier.indexOf("${");
        int cut = variable < 0 ? specifier.length() : specifier.lastIndexOf('/', variable) + 1;
        String known = specifier.substring(0, cut);
        Path target = folder(from).resolve(known).normalize();
        String there = mapped.apply(slashes(target));
        String relative = slashes(folder(to).relativize(Path.of(there)));
        String dotted = relative.startsWith("..") ? relative : "./" + relative;
        return dotted + (known.endsWith("/") && !dotted.endsWith("/") ? "/" : "") + specifier.substring(cut);
    }

    private static Path folder(String file) {
        Path parent = Path.of(file).normalize().getParent();
        return parent == null ? Path.of("") : parent;
    }

    private static String slashes(Path path) {
        return path.toString().replace('\\', '/');
    }
}
