package community.likeminds.agent.vector.core;

import java.util.List;

/**
 * What tells, besides the matches, whether a question is answered by what was searched.
 *
 * @param words how many words of the question carry meaning, parts of identifiers counted as well
 * @param written the same as written in the question, in its order, short ones left out
 * @param agreement share of the ten best by words that are among the ten best by vectors, 0 to 1
 * @param spread how far the nearest hundredth of all entries lies above the mean, in cosines; wide when the question has its own place in
 *     what was searched
 */
public record Evidence(int words, List<String> written, double agreement, double spread) {

    public static final Evidence NONE = new Evidence(0, List.of(), 0, 0);

    public Evidence {
        written = List.copyOf(written);
    }
}
