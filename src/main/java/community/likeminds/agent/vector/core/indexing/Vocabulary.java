package community.likeminds.agent.vector.core.indexing;

import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.lucene.util.BytesRef;

/** The different words of a text, told apart by their hashes: enough to see whether two texts say the same. */
public final class Vocabulary {

    private static final Vocabulary NONE = new Vocabulary(new int[0]);

    /** Ascending, each once. */
    private final int[] words;

    private Vocabulary(int[] words) {
        this.words = words;
    }

    public static Vocabulary of(String text) {
        return text.isEmpty() ? NONE : new Vocabulary(hashes(text));
    }

    /** What {@link #bytes} gave. */
    static Vocabulary of(BytesRef bytes) {
        int[] words = new int[bytes.length / Integer.BYTES];
        ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).asIntBuffer().get(words);
        return new Vocabulary(words);
    }

    BytesRef bytes() {
        byte[] bytes = new byte[words.length * Integer.BYTES];
        ByteBuffer.wrap(bytes).asIntBuffer().put(words);
        return new BytesRef(bytes);
    }

    /**
     * Whether two texts have the same words.
     *
     * @param similarity Jaccard similarity from which they have
     */
    public boolean resembles(Vocabulary other, double similarity) {
        int[] a = words;
        int[] b = other.words;
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
