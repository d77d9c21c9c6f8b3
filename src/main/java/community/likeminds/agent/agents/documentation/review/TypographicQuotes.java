package community.likeminds.agent.agents.documentation.review;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds values in typographic quotes. Grammars do not: to them such quotes are letters of a name. Text in elements, strings and comments may
 * have them.
 */
final class TypographicQuotes {

    private static final Pattern VALUE = Pattern.compile("[=(,:\\[{]\\s*[“”‘’][^“”‘’\\n]*[“”‘’]");

    private TypographicQuotes() {}

    /** Line of the first one, from 1. */
    static Optional<Integer> firstLine(String code) {
        int number = 0;
        for (String line : code.split("\n", -1)) {
            number++;
            Matcher value = VALUE.matcher(line);
            if (value.find() && outside(line.substring(0, value.start()))) {
                return Optional.of(number);
            }
        }
        return Optional.empty();
    }

    /** Whether what stands before opens no string, comment or element. */
    private static boolean outside(String before) {
        boolean comment = before.contains("//") || before.contains("/*") || before.stripLeading().startsWith("*") || before.contains("#");
        boolean element = before.stripLeading().startsWith("<") || before.contains(">");
        return !comment && !element && even(before, '"') && even(before, '\'') && even(before, '`');
    }

    private static boolean even(String text, char mark) {
        return text.chars().filter(c -> c == mark).count() % 2 == 0;
    }
}
