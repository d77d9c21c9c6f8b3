package community.likeminds.agent.vector.code;

import community.likeminds.agent.vector.core.Evidence;
import java.util.List;
import java.util.Set;

/**
 * What a search found.
 *
 * @param matches best first
 * @param unknownWords words of the query, as written, that stand nowhere in what was searched
 * @param evidence what else tells whether the code has what was asked for
 */
public record CodeFound(List<CodeMatch> matches, Set<String> unknownWords, Evidence evidence) {

    public CodeFound {
        matches = List.copyOf(matches);
        unknownWords = Set.copyOf(unknownWords);
    }
}
