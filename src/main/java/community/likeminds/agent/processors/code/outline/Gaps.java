package community.likeminds.agent.processors.code.outline;

import community.likeminds.agent.processors.code.javascript.Elisions;
import java.util.regex.Pattern;

/** The marks by which documentation and language models leave code out, in comments of every kind. */
public final class Gaps {

    private static final Pattern MARKERS = Pattern.compile("(?s)^(?://+|#+|/\\*+|<!--|--|\\{\\s*/\\*+)\\s*(.*?)\\s*(?:\\*+/\\s*}?|-->)?$");
    private static final Pattern WORDS = Pattern.compile(
            "(?is)^(?:\\W*)(?:(?:the )?(?:rest of|remaining|existing|other existing|your existing|unchanged|keep (?:the |your )?existing)\\b.*"
                    + "|(?:other|more) (?:methods|members|fields|statements|dependencies|plugins|providers|permissions|activities|entries|"
                    + "settings|steps|services|routes|imports|code|properties|packages|jobs)\\b.{0,20})$");
    private static final Pattern BARE = Pattern.compile("(?m)^([ \\t]*)(?:\\.\\.\\.|…)[,;]?[ \\t]*$");

    private Gaps() {}

    /** Whether a comment, its marks included, says that code is left out. */
    public static boolean isMark(String comment) {
        var inner = MARKERS.matcher(comment.strip());
        if (!inner.matches()) {
            return false;
        }
        String text = inner.group(1).strip();
        return !text.isEmpty() && text.length() < 160 && (Elisions.isMark("// " + text) || WORDS.matcher(text).matches());
    }

    /** Whether a line of a snippet says that code is left out. */
    public static boolean in(String snippet) {
        return BARE.matcher(snippet).find() || snippet.lines().anyMatch(line -> isMark(line.strip()));
    }

    /** The text with bare ellipses on lines of their own made comments. */
    public static String commented(String snippet, String mark) {
        return BARE.matcher(snippet).replaceAll(found -> java.util.regex.Matcher.quoteReplacement(found.group(1) + mark + " ..."));
    }
}
