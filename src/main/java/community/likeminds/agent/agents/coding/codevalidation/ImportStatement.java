package community.likeminds.agent.agents.coding.codevalidation;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An import of a script.
 *
 * @param start offset of its first character
 * @param end offset behind its last one, the end of the line included
 * @param clause what stands between {@code import} and {@code from}
 * @param text all of it
 */
record ImportStatement(int start, int end, String clause, String text) {

    private static final Pattern STATEMENT = Pattern.compile("(?m)^[ \\t]*import\\s+([\\w$*{}\\s,]+?)\\s+from\\s*(['\"])[^'\"\\n]+\\2[ \\t]*;?[ \\t]*(?:\\r?\\n|$)");

    /** Every import that brings names. */
    static List<ImportStatement> all(String text) {
        List<ImportStatement> found = new ArrayList<>();
        Matcher statement = STATEMENT.matcher(text);
        while (statement.find()) {
            found.add(new ImportStatement(statement.start(), statement.end(), statement.group(1), statement.group()));
        }
        return found;
    }

    /** The import that a line, from 1, is part of. */
    static Optional<ImportStatement> at(String text, int line) {
        return all(text).stream().filter(one -> {
            int first = 1 + (int) text.substring(0, one.start()).chars().filter(c -> c == '\n').count();
            int last = first + (int) one.text().stripTrailing().chars().filter(c -> c == '\n').count();
            return line >= first && line <= last;
        }).findFirst();
    }

    boolean brings(String name) {
        return Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(clause).find();
    }

    /** The text without one of the names that it brings; without all of it where it brings nothing else. */
    String without(String whole, String name) {
        String quoted = Pattern.quote(name);
        String named = "(?:type\\s+)?(?:[\\w$]+\\s+as\\s+)?" + quoted + "(?![\\w$])";
        Matcher braces = Pattern.compile("\\{([^}]*)\\}").matcher(clause);
        String rest = clause;
        if (braces.find() && Pattern.compile("(?<![\\w$])" + named + "\\s*(?:,|$)").matcher(braces.group(1).strip() + ",").find()) {
            List<String> kept = new ArrayList<>();
            for (String part : braces.group(1).split(",")) {
                if (!part.isBlank() && !part.strip().matches(named)) {
                    kept.add(part.strip());
                }
            }
            String head = clause.substring(0, braces.start()).strip();
            rest = kept.isEmpty() ? head.replaceFirst(",\\s*$", "") : clause.substring(0, braces.start()) + braceText(braces.group(1), kept) + clause.substring(braces.end());
        } else {
            rest = clause.replaceFirst("^(?:\\*\\s+as\\s+)?" + quoted + "\\s*,?\\s*", "");
        }
        String statement = rest.isBlank() || rest.strip().equals("type") ? "" : text.replace(clause, rest.strip());
        return whole.substring(0, start) + statement + whole.substring(end);
    }

    private static String braceText(String inner, List<String> kept) {
        if (inner.contains("\n")) {
            String indent = inner.replaceFirst("(?s)^\\s*?\\n?([ \\t]*).*", "$1");
            return "{\n" + String.join(",\n", kept.stream().map(one -> indent + one).toList()) + ",\n}";
        }
        String space = inner.startsWith(" ") ? " " : "";
        return "{" + space + String.join(", ", kept) + space + "}";
    }
}
