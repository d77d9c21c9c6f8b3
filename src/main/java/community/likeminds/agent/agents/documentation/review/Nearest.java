package community.likeminds.agent.agents.documentation.review;

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
                .map(name -> new Scored(name, contains(plain, plain(name)) ? 1 : distance(plain(name), plain, farthest)))
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

    static int distance(String a, String b, int farthest) {
        if (Math.abs(a.length() - b.length()) > farthest) {
            return farthest + 1;
        }
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
