package community.likeminds.agent.agents.documentation.contextretrieval;

import java.util.function.ToIntFunction;

/** The first lines of source code that fit. */
final class CodeLines {

    private static final String MORE = "…";

    private CodeLines() {}

    /** Empty when not even one line fits. */
    static String first(String code, int most, ToIntFunction<String> tokens) {
        if (tokens.applyAsInt(code) <= most) {
            return code.stripTrailing();
        }
        StringBuilder kept = new StringBuilder();
        int left = most - tokens.applyAsInt(MORE);
        for (String line : code.split("\n", -1)) {
            left -= tokens.applyAsInt(line) + 1;
            if (left < 0) {
                break;
            }
            kept.append(line).append('\n');
        }
        return kept.toString().isBlank() ? "" : kept.toString().stripTrailing() + "\n" + MORE;
    }
}
