package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.agents.documentation.FindingKind;
import community.likeminds.agent.agents.documentation.Review.Level;
import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.CodeBlock;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds sample values in code that nothing accepts: addresses, identifiers and dates that are malformed rather than made up. */
final class SampleValues {

    private static final Pattern QUOTED = Pattern.compile("\"([^\"\\\\\\n]{4,300})\"|'([^'\\\\\\n]{4,300})'");
    /** An address without its colon or one of its slashes, or with two schemes. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)^(?:https?:/(?!/)\\S|https?//|https?;//|https?::|https?:///|ht{1,3}p?s?p?://(?<!^https?://)|https?://https?:?//|https?://[^/?#\\s]*\\.\\.[^/?#\\s]*).*");
    private static final Pattern PLACEHOLDER = Pattern.compile("(?i).*(?:[<>{}$*]|x{4,}|\\.\\.\\.|…|your|example-|\\[).*");
    /** Hexadecimal in five groups, as a UUID is. */
    private static final Pattern GROUPS = Pattern.compile("[0-9a-fA-F]{6,10}-[0-9a-fA-F]{3,5}-[0-9a-fA-F]{3,5}-[0-9a-fA-F]{3,5}-[0-9a-fA-F]{10,14}");
    private static final Pattern UUID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern DATE = Pattern.compile("(\\d{4})-(\\d{2})-(\\d{2})(?:[T ]\\d{2}:\\d{2}.*)?");
    private static final Pattern WRONG = Pattern.compile("(?i).*(?:invalid|malformed|wrong|incorrect|throws?\\b|error|reject|fails?\\b|not valid|❌|✗|bad\\b).*");

    private SampleValues() {}

    static List<Draft> of(PageText page) {
        List<Draft> found = new ArrayList<>();
        for (Block block : page.code()) {
            CodeBlock code = block.code();
            if (code == null || !code.removed().isEmpty()) {
                continue;
            }
            int at = 0;
            for (String line : code.code().split("\n", -1)) {
                at++;
                // What shows a mistake has to be wrong.
                if (WRONG.matcher(line).matches()) {
                    continue;
                }
                Matcher quoted = QUOTED.matcher(line);
                while (quoted.find()) {
                    String value = quoted.group(1) == null ? quoted.group(2) : quoted.group(1);
                    String wrong = wrong(value);
                    if (!wrong.isEmpty()) {
                        found.add(Draft.of(FindingKind.VALUE_INVALID, Level.WARNING, page, SnippetLines.onPage(page, block, code.code(), at), value,
                                "The sample value '" + value + "' " + wrong + ".", "Give a value that works, or a placeholder that says what belongs there."));
                    }
                }
            }
        }
        return found;
    }

    /** What is wrong with a value, as the end of a sentence; empty when nothing is. */
    private static String wrong(String value) {
        if (PLACEHOLDER.matcher(value).matches()) {
            return "";
        }
        if (ADDRESS.matcher(value).matches()) {
            return "is no address";
        }
        if (GROUPS.matcher(value).matches() && !UUID.matcher(value).matches()) {
            return "is no UUID: its groups do not have 8, 4, 4, 4 and 12 digits";
        }
        Matcher date = DATE.matcher(value);
        return date.matches() && !exists(date) ? "is no date of the calendar" : "";
    }

    private static boolean exists(Matcher date) {
        try {
            LocalDate.of(Integer.parseInt(date.group(1)), Integer.parseInt(date.group(2)), Integer.parseInt(date.group(3)));
            return true;
        } catch (DateTimeException none) {
            return false;
        }
    }
}
