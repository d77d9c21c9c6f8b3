package community.likeminds.agent.processors.code.analyzer;

import java.util.Arrays;

/** Where the lines of a text begin. */
public final class Lines {

    private final String text;
    private final int[] starts;

    public Lines(String text) {
        this.text = text;
        int[] found = new int[16];
        int count = 1;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == '\n') {
                if (count == found.length) {
                    found = Arrays.copyOf(found, count * 2);
                }
                found[count++] = i + 1;
            }
        }
        starts = Arrays.copyOf(found, count);
    }

    /** Number of lines; what follows the last line feed counts only when there is something. */
    public int count() {
        int last = starts.length;
        return last > 1 && starts[last - 1] == text.length() ? last - 1 : last;
    }

    /** Line of an offset, from 1. */
    public int of(int offset) {
        int at = Arrays.binarySearch(starts, offset);
        return at >= 0 ? at + 1 : -at - 1;
    }

    /** Line on which a range ends that ends before an offset. */
    public int lastOf(int start, int end) {
        int at = Math.max(end, start + 1);
        while (at > start + 1 && Character.isWhitespace(text.charAt(at - 1))) {
            at--;
        }
        return of(at - 1);
    }

    /** Offset at which a line begins. */
    public int start(int line) {
        return starts[line - 1];
    }

    /** A line without its line feed. */
    public String line(int line) {
        int end = line < starts.length ? starts[line] - 1 : text.length();
        int from = starts[line - 1];
        return text.substring(from, end > from && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }
}
