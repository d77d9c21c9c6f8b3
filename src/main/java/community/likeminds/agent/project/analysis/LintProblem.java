package community.likeminds.agent.project.analysis;

import org.jspecify.annotations.Nullable;

/**
 * What a linter says of a text.
 *
 * @param line from 1
 * @param rule its name, may be empty
 * @param message what the linter says
 * @param error whether the linter's own setting makes it an error
 * @param fix the linter's own correction, or null
 */
record LintProblem(int line, String rule, String message, boolean error, @Nullable Fix fix) {

    /** What replaces a range of the text. */
    record Fix(int start, int end, String text) {}

    /** What tells it from others wherever the lines have moved. */
    String kind() {
        return rule + "\n" + message;
    }

    /** Whether the linter did not get as far as its rules. */
    boolean unread() {
        return rule.isEmpty() && message.matches("(?is)(?:parsing error|file ignored|no matching configuration|definition for rule).*");
    }
}
