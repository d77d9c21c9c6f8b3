package community.likeminds.agent.processors.docs.analyzer;

/**
 * The lines that are parsed: those of a page, with what it includes put in their place.
 *
 * @param text the lines without their ends
 * @param numbers the line of the page, from 1, that each of them stands on; never decreasing
 */
record PageLines(String[] text, int[] numbers) {

    static PageLines of(String[] text) {
        int[] numbers = new int[text.length];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = i + 1;
        }
        return new PageLines(text, numbers);
    }

    /** The page's line, from 1, of a parsed line's index. */
    int number(int index) {
        return numbers[index];
    }
}
