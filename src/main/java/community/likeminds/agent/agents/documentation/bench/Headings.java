package community.likeminds.agent.agents.documentation.bench;

import community.likeminds.agent.processors.docs.Chunk;
import java.util.Locale;
import java.util.regex.Pattern;

/** What headings can be asked as. */
final class Headings {

    private static final int FEWEST_WORDS = 3;
    private static final Pattern NAME = Pattern.compile(
            "<?[a-z]+[A-Z]\\w*(?:\\.\\w+)*(?:\\(\\))?/?>?|<?[A-Z][a-z]+[A-Z]\\w*(?:\\.\\w+)*(?:\\(\\))?/?>?|@[A-Z]\\w{3,}|\\w+\\(\\)|\\w{2,}_\\w{2,}|[a-z]\\w+\\.[a-z]\\w+");
    private static final Pattern ASKED = Pattern.compile(
            "(?i)(?:how|what|why|when|where|which|who|can|could|do|does|is|are|should|will) .*|.*\\?");

    private Headings() {}

    /** Without an anchor that is written behind it. */
    static String plain(String heading) {
        int anchor = heading.endsWith("]") ? heading.lastIndexOf(" [#") : -1;
        return (anchor > 0 ? heading.substring(0, anchor) : heading).strip();
    }

    static String name(String heading) {
        return plain(heading).replace("`", "");
    }

    /** A name of code and nothing else. */
    static boolean isIdentifier(String heading) {
        return NAME.matcher(name(heading)).matches();
    }

    static boolean isQuestion(String heading) {
        return isTelling(heading) && ASKED.matcher(plain(heading)).matches();
    }

    /** Enough words to know what is meant without the headings above. */
    static boolean isTelling(String heading) {
        return plain(heading).split("\\s+").length >= FEWEST_WORDS && !isIdentifier(heading);
    }

    /** The section's own heading, or an empty string when there is none but the page's title. */
    static String own(Chunk chunk) {
        String last = chunk.headings().isEmpty() ? "" : chunk.headings().getLast();
        return last.equals(chunk.title()) ? "" : last;
    }

    /** The same for headings that nobody could tell apart. */
    static String key(String platform, String heading) {
        return platform + "\u0000" + name(heading).toLowerCase(Locale.ROOT);
    }
}
