package community.likeminds.agent.vector.analytics;

import java.time.Instant;
import java.util.List;

/**
 * One search or question, as it went.
 *
 * @param id unique; {@link SearchAnalytics#used} refers to it
 * @param at when it was asked
 * @param space what was searched
 * @param purpose what for
 * @param question as it was asked; longer ones are kept up to 2,000 characters, secrets and addresses are not kept
 * @param platform the platform that was asked for, or empty
 * @param millis wall-clock time that the answer took
 * @param outcome how it ended
 * @param confidence how sure it was that the answer is there, 0 to 1
 * @param shown pages that were shown, best first
 * @param used those that were used as far as it is known at once: the ones that an answer cites
 */
public record SearchEvent(
        String id,
        Instant at,
        Space space,
        Purpose purpose,
        String question,
        String platform,
        double millis,
        Outcome outcome,
        double confidence,
        List<PageRef> shown,
        List<PageRef> used) {

    private static final int LONGEST_QUESTION = 2000;

    public SearchEvent {
        question = question.length() > LONGEST_QUESTION ? question.substring(0, LONGEST_QUESTION) : question;
        shown = List.copyOf(shown);
        used = List.copyOf(used);
    }

    /** The same event with another question. */
    public SearchEvent asking(String other) {
        return new SearchEvent(id, at, space, purpose, other, platform, millis, outcome, confidence, shown, used);
    }

    /** What can be searched. */
    public enum Space {
        DOCUMENTS,
        CODE
    }

    /** What a search is made for. */
    public enum Purpose {
        /** Somebody looks through the passages. */
        SEARCH,
        /** An answer is made of the passages; the pages that it cites are the ones that were used. */
        ANSWER
    }

    /** How a search ended. */
    public enum Outcome {
        ANSWERED,
        /** Something was found, but hardly what was asked for; an answer was refused. */
        UNSURE,
        NOTHING
    }

    /**
     * @param source name of the source
     * @param page path below its root
     */
    public record PageRef(String source, String page) {}
}
