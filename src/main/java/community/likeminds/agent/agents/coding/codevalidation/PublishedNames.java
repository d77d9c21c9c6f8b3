package community.likeminds.agent.agents.coding.codevalidation;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Takes the name of a property, option or export that the types have, where the compiler names exactly one and the run brought the line. */
final class PublishedNames implements Repair {

    /** How a sentence about a name begins that the documentation has wrong. */
    static final String SAYS = "The documentation ";

    private static final List<Pattern> RENAMED = List.of(
            Pattern.compile("Property '(?<wrong>[\\w$]+)' does not exist on type '(?<type>[^\\n]*?)'\\. Did you mean '(?<right>[\\w$]+)'\\?"),
            Pattern.compile("(?:but )?'(?<wrong>[\\w$]+)' does not exist in type '(?<type>[^\\n]*?)'\\. Did you mean to write '(?<right>[\\w$]+)'\\?"),
            Pattern.compile("(?<type>'\"[^\"]+\"'|Module '\"[^\"]+\"') has no exported member (?:named )?'(?<wrong>[\\w$]+)'\\. Did you mean '(?<right>[\\w$]+)'\\?"));

    @Override
    public Optional<Mended> mend(Broken broken) {
        for (Diagnostic one : Diagnostic.of(broken.output(), broken.texts().keySet())) {
            String text = broken.texts().getOrDefault(one.path(), "");
            for (Pattern form : RENAMED) {
                Matcher renamed = form.matcher(one.message());
                if (!renamed.find()) {
                    continue;
                }
                Optional<int[]> place = place(broken, one, text, renamed.group("wrong"));
                if (place.isPresent()) {
                    int[] at = place.get();
                    return Optional.of(Mended.of(
                            one.path(), text.substring(0, at[0]) + renamed.group("right") + text.substring(at[1]),
                            SAYS + "says " + renamed.group("wrong") + ", the published type " + renamed.group("type").replace("'", "") + " has " + renamed.group("right")
                                    + " instead: corrected in " + one.path() + ", line " + one.line() + "."));
                }
            }
        }
        return Optional.empty();
    }

    /** Start and end of the only place of a name in the lines that the error is about, if the run brought that line. */
    private static Optional<int[]> place(Broken broken, Diagnostic one, String text, String name) {
        int start = 0;
        for (int line = 1; line < one.line(); line++) {
            int end = text.indexOf('\n', start);
            if (end < 0) {
                return Optional.empty();
            }
            start = end + 1;
        }
        int stop = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
        Matcher found = Pattern.compile("(?<![\\w$])" + Pattern.quote(name) + "(?![\\w$])").matcher(text).region(start, stop).useTransparentBounds(true);
        if (!found.find() || !broken.added(one.path(), one.lineOf(text))) {
            return Optional.empty();
        }
        int[] at = {found.start(), found.end()};
        return found.find() ? Optional.empty() : Optional.of(at);
    }
}
