package community.likeminds.agent.processors.docs;

/**
 * Something that encloses a block: a tab, an admonition, a step.
 *
 * @param kind what it is
 * @param group identifies siblings on the page: all tabs of one tab group share it, as do all steps of one list
 * @param label the tab's label, the admonition's kind ({@code tip}, {@code warning}, ...), the step's title; may be empty
 */
public record Container(Kind kind, String group, String label) {

    public enum Kind {
        /**
         * One of several alternatives: exactly one tab of a group applies. Where the labels name different files, authors use tabs for
         * files that belong together.
         */
        TAB,
        ADMONITION,
        /** One of several successive steps. */
        STEP,
        /** Folded by default: optional reading. */
        DETAILS,
        /**
         * Holds for some platforms only. The label names them, normalised and separated by commas; a leading {@code !} excludes one. All
         * that hold for a platform apply to it.
         */
        PLATFORM,
        /** Speaks to language models instead of readers: text like any other, never something to follow. */
        MODEL_INSTRUCTIONS,
        LIST_ITEM,
        QUOTE
    }
}
