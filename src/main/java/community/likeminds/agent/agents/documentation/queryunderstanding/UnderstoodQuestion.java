package community.likeminds.agent.agents.documentation.queryunderstanding;

import java.util.Set;

/**
 * A question and what it is about.
 *
 * @param text as asked, trimmed
 * @param platforms platforms whose pages serve, as pages write them, or none for all
 * @param mentioned platforms whose pages serve what the question itself names, or none
 * @param identifiers names of code in the question, as written
 * @param intent what kind of answer is wanted
 */
public record UnderstoodQuestion(
        String text, Set<String> platforms, Set<String> mentioned, Set<String> identifiers, Intent intent) {

    public enum Intent {
        /** What to install and declare. */
        INSTALL,
        /** Something fails. */
        TROUBLESHOOT,
        /** The exact value, name or signature of something. */
        REFERENCE,
        /** What something is or why. */
        CONCEPT,
        /** How something is done. */
        HOW_TO
    }

    public UnderstoodQuestion {
        platforms = Set.copyOf(platforms);
        mentioned = Set.copyOf(mentioned);
        identifiers = Set.copyOf(identifiers);
    }
}
