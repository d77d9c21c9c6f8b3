package community.likeminds.agent.agents.documentation.review;

import community.likeminds.agent.shared.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Names that may have been meant. */
final class Nearest {

    private Nearest() {}

    private record Scored(String name, int distance) {}

    /** Nearest names by edit distance (Levenshtein) over letters and digits, at most a third of the length away. */
    static List<String> of(String wrong, Collection<String> known, int most) {
        String plain = plain(wrong);
        int farthest = Math.max(1, plain.length() / 3);
        return known.stream().distinct().filter(name -> !name.isEmpty())
                .map(name -> new Scored(name, contains(plain, plain(name)) ? 1 : EditDistance.between(plain(name), plain, farthest)))
                .filter(one -> one.distance() <= farthest)
                .sorted(Comparator.comparingInt(Scored::distance).thenComparing(Scored::name))
                .limit(most).map(Scored::name).toList();
    }

    private static boolean contains(String wrong, String name) {
        return name.length() > 5 && wrong.length() > 5 && (name.startsWith(wrong) || wrong.startsWith(name));
    }

    static String plain(String text) {
        StringBuilder letters = new StringBuilder();
        text.toLowerCase(Locale.ROOT).codePoints().filter(Character::isLetterOrDigit).forEach(letters::appendCodePoint);
        return letters.toString();
    }
}
