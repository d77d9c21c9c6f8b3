package community.likeminds.agent.agents.coding.codeplanning;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings the calls by which a guide's program of Java or Kotlin starts an SDK to the beginning of the project's own program. */
final class ProgramStart {

    private static final Pattern MAIN = Pattern.compile("(?m)^[ \\t]*(?:@\\w+\\s+)*(?:public\\s+)?(?:static\\s+void\\s+main|(?:suspend\\s+)?fun\\s+main)\\s*\\([^)]*\\)[^{;=\\n]*\\{");
    private static final Pattern TYPE = Pattern.compile("(?m)^[ \\t]*(?:(?:public|final)\\s+)*(?:class|object)\\s+\\w+[^{]*\\{");
    private static final Pattern IMPORT = Pattern.compile("(?m)^[ \\t]*import\\s+[\\w.*]+;?[ \\t]*$");
    /** A call on a type, called as what switches something on is called; no program of an example says that it is one. */
    private static final Pattern STARTS = Pattern.compile("(?s)^(?:(?://[^\\n]*\\n|/\\*.*?\\*/)\\s*)*[A-Z]\\w*(?:\\.[A-Z]\\w*)*\\.(?:init|start|configure|set[Uu]p|install|enable|register|bootstrap)\\w*\\s*[({].*");
    private static final Pattern SHOWS = Pattern.compile("(?s)^(?:System\\.out\\.)?print(?:ln|f)?\\(.*|^(?://[^\\n]*\\s*)+$");

    private ProgramStart() {}

    /** Whether a block shows a whole program that does nothing but switch something on. */
    static boolean is(String code) {
        List<String> statements = statements(code);
        return statements.stream().anyMatch(one -> STARTS.matcher(one).matches())
                && statements.stream().allMatch(one -> STARTS.matcher(one).matches() || SHOWS.matcher(one).matches());
    }

    /** The set-up as it would look in the project's program; empty where that has no beginning of its own. */
    static String adapted(String code, String target) {
        Matcher own = MAIN.matcher(target);
        if (!own.find()) {
            return "";
        }
        StringBuilder text = new StringBuilder();
        IMPORT.matcher(code).results().forEach(found -> text.append(found.group().strip()).append('\n'));
        Matcher type = TYPE.matcher(target);
        String holder = "";
        while (type.find() && type.start() < own.start()) {
            holder = type.group().strip();
        }
        boolean inside = !holder.isEmpty() && Character.isWhitespace(own.group().charAt(0));
        String indent = inside ? "    " : "";
        text.append('\n').append(inside ? holder + "\n" : "").append(indent).append(own.group().strip()).append('\n');
        statements(code).stream().filter(one -> STARTS.matcher(one).matches()).forEach(one -> text.append(moved(one, indent + "    ")));
        return text + indent + "    // ... existing code ...\n" + indent + "}\n" + (inside ? "}\n" : "");
    }

    private static String moved(String statement, String indent) {
        String first = statement.lines().findFirst().orElse("");
        String rest = statement.substring(first.length());
        return indent + first + rest.stripIndent().replace("\n", "\n" + indent) + "\n";
    }

    private static List<String> statements(String code) {
        Matcher main = MAIN.matcher(code);
        int close = main.find() ? Statements.close(code, main.end() - 1) : -1;
        return close < 0 ? List.of() : Statements.of(code.substring(main.end(), close), main.group().contains("void"));
    }
}
