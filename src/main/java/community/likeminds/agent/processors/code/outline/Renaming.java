package community.likeminds.agent.processors.code.outline;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The project's own name for what there is one of in every project, as its application: a guide calls it as it likes.
 *
 * @param shown the name in the snippet, or null when nothing has to be renamed
 * @param own the name in the file
 */
record Renaming(@Nullable String shown, String own) {

    /** Families of pieces of which a file has one, whatever its name. */
    private static final String ONLY = "only ";

    private static final Pattern WORD = Pattern.compile("[\\w.-]+");

    static Renaming of(Slot target, Slot snippet) {
        for (Piece one : snippet.pieces()) {
            if (one.gap() || !one.family().startsWith(ONLY)) {
                continue;
            }
            List<Piece> own = target.pieces().stream().filter(other -> other.family().equals(one.family())).toList();
            boolean there = target.pieces().stream().anyMatch(other -> other.key().equals(one.key()));
            long likewise = snippet.pieces().stream().filter(other -> other.family().equals(one.family())).count();
            if (!there && own.size() == 1 && likewise == 1) {
                return between(one.key(), own.getFirst().key());
            }
        }
        return new Renaming(null, "");
    }

    /** The one word in which two keys differ. */
    private static Renaming between(String shown, String own) {
        List<String> left = WORD.matcher(shown).results().map(java.util.regex.MatchResult::group).toList();
        List<String> right = WORD.matcher(own).results().map(java.util.regex.MatchResult::group).toList();
        Renaming found = new Renaming(null, "");
        for (int i = 0; left.size() == right.size() && i < left.size(); i++) {
            if (!left.get(i).equals(right.get(i))) {
                if (found.shown != null) {
                    return new Renaming(null, "");
                }
                found = new Renaming(left.get(i), right.get(i));
            }
        }
        return found;
    }

    String apply(String code) {
        return shown == null ? code : Pattern.compile("(?<![\\w.-])" + Pattern.quote(shown) + "(?![\\w-])").matcher(code).replaceAll(Matcher.quoteReplacement(own));
    }
}
