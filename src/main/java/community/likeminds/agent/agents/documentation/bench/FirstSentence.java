package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.processors.docs.Chunk;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The sentence that a passage begins with, where it is long enough to ask and leaves enough to answer. */
final class FirstSentence {

    private static final int REST = 200;
    private static final Pattern SENTENCE = Pattern.compile("^\\p{Lu}[^.!?|<>{}]{40,220}[.!?](?=\\s|$)");
    private static final Pattern SKIPPED = Pattern.compile("\\s*|#{1,6} .*");

    private FirstSentence() {}

    /** An empty string when there is none. */
    static String of(Chunk chunk) {
        for (String line : chunk.text().split("\n")) {
            if (SKIPPED.matcher(line).matches()) {
                continue;
            }
            Matcher sentence = SENTENCE.matcher(line);
            boolean fits = sentence.find() && chunk.text().length() - sentence.end() >= REST;
            return fits ? sentence.group() : "";
        }
        return "";
    }
}
