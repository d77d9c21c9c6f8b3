package community.likeminds.agent.agents.coding.codeplanning;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Brings what a guide does with an application that it makes at the top of a file into the function that makes the project's. */
final class PythonFactory {

    static final Pattern APPLICATION = Pattern.compile(
            "(?m)^([ \\t]*)(\\w+)[ \\t]*(?::[ \\t]*[\\w.]+[ \\t]*)?=[ \\t]*(?:\\w+\\.)?(FastAPI|Flask|Starlette|Sanic|Litestar|Quart)\\(");
    private static final Pattern FUNCTION = Pattern.compile("(?ms)^((?:async[ \\t]+)?def[ \\t]+\\w+[ \\t]*\\(.*?\\)[^:\\n]*:)[ \\t]*(?:#[^\\n]*)?$");

    private PythonFactory() {}

    /** The snippet as it would look in the project's function, or as it is where the project has none. */
    static String adapted(String text, String target) {
        Matcher shown = APPLICATION.matcher(text);
        Matcher own = APPLICATION.matcher(target);
        boolean made = shown.find() && shown.group(1).isEmpty() && own.find() && !own.group(1).isEmpty() && own.group(3).equals(shown.group(3)) && !own.find();
        String header = made ? header(target) : "";
        if (header.isEmpty()) {
            return text;
        }
        own.reset();
        String indent = own.find() ? own.group(1) : "    ";
        String name = own.group(2);
        Pattern used = Pattern.compile("\\b" + shown.group(2) + "\\b");
        StringBuilder outside = new StringBuilder();
        StringBuilder inside = new StringBuilder();
        for (String statement : statements(text)) {
            boolean making = APPLICATION.matcher(statement).lookingAt();
            boolean later = !inside.isEmpty() && !statement.startsWith("import ") && !statement.startsWith("from ") && used.matcher(statement).find();
            if (making || later) {
                inside.append(used.matcher(statement).replaceAll(name).indent(indent.length()));
                inside.append(making ? indent + "# ... existing code ...\n" : "");
            } else {
                outside.append(statement).append('\n');
            }
        }
        return outside + "\n\n" + header + "\n" + inside + indent + "return " + name + "\n";
    }

    /** The head of the only function at the top of the file that makes the application and gives it back. */
    private static String header(String target) {
        Matcher function = FUNCTION.matcher(target);
        Matcher own = APPLICATION.matcher(target);
        String last = "";
        while (own.find() && function.find() && function.start() < own.start()) {
            last = function.group(1);
            function.region(function.end(), target.length());
            own.region(own.start(), target.length());
        }
        own.reset();
        boolean returned = own.find() && Pattern.compile("(?m)^" + own.group(1) + "return[ \\t]+" + own.group(2) + "[ \\t]*$").matcher(target).find(own.end());
        return returned ? last : "";
    }

    /** Statements at the top of a snippet, decorators and comments with what they belong to. */
    static List<String> statements(String text) {
        List<String> statements = new ArrayList<>();
        StringBuilder current = new StringBuilder();
        boolean open = true;
        for (String line : text.lines().toList()) {
            boolean begins = !line.isBlank() && !Character.isWhitespace(line.charAt(0)) && !line.matches("[)\\]}].*|(?:else|elif|except|finally)\\b.*");
            if (begins && !open) {
                statements.add(current.toString().stripTrailing());
                current.setLength(0);
            }
            current.append(line).append('\n');
            open = begins ? line.startsWith("@") || line.startsWith("#") : open && line.isBlank();
        }
        statements.add(current.toString().stripTrailing());
        return statements.stream().filter(one -> !one.isBlank()).toList();
    }
}
