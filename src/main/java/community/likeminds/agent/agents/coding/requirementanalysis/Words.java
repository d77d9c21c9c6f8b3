package community.likeminds.agent.agents.coding.requirementanalysis;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tartarus.snowball.ext.EnglishStemmer;

/** Words of prose and identifiers in a normal form: lower case, identifiers split, plural endings gone. */
public final class Words {

    private static final Set<String> STOP = Set.of(
            "a", "an", "and", "the", "of", "to", "in", "on", "for", "with", "as", "is", "are", "be", "it", "its", "this", "that",
            "these", "those", "our", "my", "your", "their", "we", "you", "i", "they", "them", "app", "application", "project",
            "please", "from", "by", "at", "or", "so", "into", "use", "using", "used", "all", "shows", "show", "shown", "here",
            "what", "which", "who", "how", "when", "where", "there", "already", "now", "just", "only", "not", "no", "without",
            "should", "must", "can", "will", "want", "need", "have", "has", "do", "does", "s", "e", "g", "me", "us", "new");

    private static final int BEGIN = 3;

    private Words() {}

    /**
     * Every word of a text in order, stop words included. A name that begins with a capital stays whole ({@code TanStack}),
     * other identifiers are split ({@code useQuery}).
     */
    public static List<String> of(String text) {
        List<String> words = new ArrayList<>();
        scan(text, false, words);
        return words;
    }

    /** Every word of a text, and of names that begin with a capital their parts as well: for finding, not for reading. */
    public static List<String> spread(String text) {
        List<String> words = new ArrayList<>();
        scan(text, true, words);
        return words;
    }

    private static void scan(String text, boolean spread, List<String> words) {
        int length = text.length();
        for (int i = 0; i < length; i++) {
            if (!Character.isLetterOrDigit(text.charAt(i))) {
                continue;
            }
            int start = i;
            while (i < length && Character.isLetterOrDigit(text.charAt(i))) {
                i++;
            }
            boolean capital = Character.isUpperCase(text.charAt(start));
            boolean possessive = start > 1 && i - start == 1 && text.charAt(start) == 's' && isQuote(text.charAt(start - 1))
                    && Character.isLetterOrDigit(text.charAt(start - 2));
            if (possessive) {
                continue;
            }
            if (capital) {
                words.add(normal(text.substring(start, i)));
            }
            if (!capital || spread) {
                split(text, start, i, capital, words);
            }
        }
    }

    /** Adds the parts of an identifier; of a whole one only when there are several. */
    private static void split(String text, int from, int to, boolean severalOnly, List<String> words) {
        int start = from;
        for (int i = from + 1; i < to; i++) {
            if (Character.isUpperCase(text.charAt(i)) && !Character.isUpperCase(text.charAt(i - 1))) {
                words.add(normal(text.substring(start, i)));
                start = i;
            }
        }
        if (start > from || !severalOnly) {
            words.add(normal(text.substring(start, to)));
        }
    }

    /** Whether two words, as the other methods give them, are forms of one: {@code counting} and {@code count}. */
    public static boolean related(String one, String other) {
        if (one.equals(other)) {
            return true;
        }
        // Forms of a word begin alike; to find a stem costs more than to see that.
        return one.length() > BEGIN && other.length() > BEGIN && one.startsWith(other.substring(0, BEGIN)) && stem(one).equals(stem(other));
    }

    private static String stem(String word) {
        EnglishStemmer stemmer = new EnglishStemmer();
        stemmer.setCurrent(word);
        stemmer.stem();
        return stemmer.getCurrent();
    }

    private static boolean isQuote(char c) {
        return c == '\'' || c == '\u2019';
    }

    /** Content words of a text in order. */
    public static List<String> content(String text) {
        return of(text).stream().filter(word -> !STOP.contains(word)).toList();
    }

    public static boolean isStop(String word) {
        return STOP.contains(word);
    }

    private static String normal(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        int length = lower.length();
        if (length > 4 && lower.endsWith("ies")) {
            return lower.substring(0, length - 3) + "y";
        }
        if (length > 3 && lower.endsWith("s") && !lower.endsWith("ss") && !lower.endsWith("us") && !lower.endsWith("is")
                && !lower.endsWith("js")) {
            return lower.substring(0, length - 1);
        }
        return lower;
    }
}
