package community.likeminds.agent.agents.documentation.queryunderstanding;

import community.likeminds.agent.agents.documentation.queryunderstanding.UnderstoodQuestion.Intent;
import community.likeminds.agent.shared.AgentException;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Reads a question without a model: spelling, not meaning, which the vectors look after. */
@Component
public class QueryUnderstanding {

    private static final int LONGEST = 2_000;

    /** camelCase, snake_case, dotted, called, or set in back-ticks. */
    private static final Pattern IDENTIFIER = Pattern.compile(
            "`([^`\\s]+)`|\\b([a-z]+[A-Z]\\w*|[A-Z]{2,}[a-z]\\w*|[A-Z][a-z]+[A-Z]\\w*|\\w+_\\w+|\\w{2,}(?:\\.\\w{2,})+|\\w+(?=\\(\\)))");

    private static final Pattern INSTALL = words("install|installation|npm|yarn|pnpm|gradle|pod|cocoapods|dependency|dependencies|package");
    private static final Pattern TROUBLE =
            words("error|fails?|failing|crash(?:es|ed)?|broken|exception|undefined|not working|doesn't work|won't|cannot|complains?");
    private static final Pattern REFERENCE =
            words("which|default|values?|parameters?|props?|arguments?|types?|enum|signature|returns?|variable|fields?");
    private static final Pattern CONCEPT = words("what is|what are|why|difference|explain|mean");

    private static Pattern words(String alternatives) {
        return Pattern.compile("(?<!\\w)(?:" + alternatives + ")(?!\\w)", Pattern.CASE_INSENSITIVE);
    }

    /**
     * @param platform as asked for, or empty
     * @throws AgentException {@code question-empty} or {@code question-too-long}
     */
    public UnderstoodQuestion understand(String question, String platform) {
        String text = question.strip();
        if (text.isEmpty()) {
            throw AgentException.badInput(
                    "question-empty", "The question is empty.", "Ask something, for example \"How do I install the SDK?\".");
        }
        if (text.length() > LONGEST) {
            throw AgentException.badInput(
                    "question-too-long",
                    "The question has " + text.length() + " characters, more than " + LONGEST + ".",
                    "Shorten it to the part that you want to know.");
        }
        return new UnderstoodQuestion(
                text, Platforms.serving(platform), Platforms.mentionedIn(text), identifiers(text), intent(text));
    }

    private static Set<String> identifiers(String text) {
        Set<String> found = new LinkedHashSet<>();
        Matcher matcher = IDENTIFIER.matcher(text);
        while (matcher.find()) {
            String quoted = matcher.group(1);
            found.add(quoted == null ? matcher.group(2) : quoted);
        }
        return found;
    }

    private static Intent intent(String text) {
        if (TROUBLE.matcher(text).find()) {
            return Intent.TROUBLESHOOT;
        }
        if (INSTALL.matcher(text).find()) {
            return Intent.INSTALL;
        }
        if (REFERENCE.matcher(text).find()) {
            return Intent.REFERENCE;
        }
        return CONCEPT.matcher(text).find() ? Intent.CONCEPT : Intent.HOW_TO;
    }
}
