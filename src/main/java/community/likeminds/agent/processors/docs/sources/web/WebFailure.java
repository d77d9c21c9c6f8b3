package community.likeminds.agent.processors.docs.sources.web;

import org.jspecify.annotations.Nullable;

/** An address that cannot be read; the message is a full sentence that says why. */
final class WebFailure extends Exception {

    private static final long serialVersionUID = 1L;

    /** What a failure means for a page that was read earlier. */
    enum Kind {
        /** It must not be read. */
        REFUSED,
        /** It is not there or no page. */
        GONE,
        /** It may be there the next time. */
        TRANSIENT
    }

    private final Kind kind;

    WebFailure(Kind kind, String sentence) {
        this(kind, sentence, null);
    }

    WebFailure(Kind kind, String sentence, @Nullable Throwable cause) {
        super(sentence, cause);
        this.kind = kind;
    }

    Kind kind() {
        return kind;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }
}
