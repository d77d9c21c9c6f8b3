package community.likeminds.agent.processors.docs.formats;

/** A file that looks like a page but cannot be read as one; the message is a full sentence that says why. */
public final class UnreadablePageException extends Exception {

    private static final long serialVersionUID = 1L;

    public UnreadablePageException(String sentence) {
        super(sentence);
    }

    public UnreadablePageException(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** Why it is left out. */
    public String sentence() {
        return String.valueOf(getMessage());
    }
}
