package community.likeminds.agent.processors.code.outline;

/** Something that a person has to decide; the message says what, in one sentence. */
final class Conflict extends Exception {

    private static final long serialVersionUID = 1L;

    Conflict(String sentence) {
        super(sentence, null, false, false);
    }

    String sentence() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
