package community.likeminds.agent.processors.code.outline;

/**
 * A text cut into pieces.
 *
 * @param source the text
 * @param root the slot that is the whole text
 * @param error one sentence on why the text is not of its language, or empty
 */
public record Outline(Source source, Slot root, String error) {

    /** Cuts texts of one language into pieces. */
    public interface Reader {

        /** @param snippet whether marks for left-out code are looked for */
        Outline read(String text, boolean snippet);

        /** Whether a text is of the language; cheaper than reading it where that is possible. */
        default boolean valid(String text) {
            return read(text, false).error().isEmpty();
        }

        /** Whether a piece of the file makes one of a snippet needless, as an import of everything does. */
        default boolean covers(String target, String shown) {
            return false;
        }

        /** Whether another value under the same name is left as it is and told, rather than a conflict. */
        default boolean lenient() {
            return false;
        }
    }
}
