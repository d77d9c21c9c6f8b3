package community.likeminds.agent.processors.docs;

/**
 * Lines of a page, counted from 1, both ends included.
 *
 * @param start first line
 * @param end last line, not before {@code start}
 */
public record LineRange(int start, int end) {

    public LineRange {
        if (start < 1 || end < start) {
            throw new IllegalArgumentException("not a line range: " + start + "-" + end);
        }
    }

    public boolean contains(int line) {
        return start <= line && line <= end;
    }
}
