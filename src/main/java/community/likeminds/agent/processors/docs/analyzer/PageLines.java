package community.likeminds.agent.processors.docs.analyzer;

import org.jspecify.annotations.Nullable;

/**
 * The lines that are parsed: those of a page, with what it includes put in their place.
 *
 * @param text the lines without their ends
 * @param numbers the line of the page, from 1, that each of them stands on; never decreasing
 * @param partials the path of the included file that each line stands in, empty for the page's own; null when nothing is included
 */
record PageLines(String[] text, int[] numbers, String @Nullable [] partials) {

    /** The page's line, from 1, of a parsed line's index. */
    int number(int index) {
        return numbers[index];
    }

    /** The included file that a parsed line stands in, or an empty string. */
    String partial(int index) {
        return partials == null ? "" : partials[index];
    }
}
