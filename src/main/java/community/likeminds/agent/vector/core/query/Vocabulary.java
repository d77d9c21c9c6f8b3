package community.likeminds.agent.vector.core.query;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The different words of a text, told apart by their hashes; made when it is first asked for. Not for several threads. */
final class Vocabulary {

    private final String text;
    private int @Nullable [] words;

    Vocabulary(String text) {
        this.text = text;
    }

    /**
     * Whether two texts have the same words.
     *
     * @param similarity Jaccard similarity from which they have
     */
    boolean resembles(Vocabulary other, double similarity) {
        int[] a = words();
        int[] b = other.words();
        if (Math.min(a.length, b.length) < similarity * Math.max(a.length, b.length)) {
            return false;
        }
        int both = shared(a, b);
        return both >= similarity * (a.length + b.length - both);
    }

    private static int shared(int[] a, int[] b) {
        int shared = 0;
        int i = 0;
        int j = 0;
        while (i < a.length && j < b.length) {
            if (a[i] == b[j]) {
                shared++;
                i++;
                j++;
            } else if (a[i] < b[j]) {
                i++;
            } else {
                j++;
            }
        }
        return shared;
    }

    private int[] words() {
        int[] made = words;
        if (made == null) {
            made = hashes(text);
            words = made;
        }
        return made;
    }

    /** Ascending, each once. */
    private static int[] hashes(String text) {
        int[] hashes = new int[text.length() / 2 + 1];
        int count = 0;
        int hash = 0;
        boolean inWord = false;
        for (int i = 0; i <= text.length(); i++) {
            char c = i < text.length() ? text.charAt(i) : ' ';
            if (Character.isLetterOrDigit(c)) {
                hash = 31 * hash + Character.toLowerCase(c);
                inWord = true;
            } else if (inWord) {
                hashes[count++] = hash;
                hash = 0;
                inWord = false;
            }
        }
        return Arrays.stream(hashes, 0, count).sorted().distinct().toArray();
    }
}
