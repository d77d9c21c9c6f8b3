package community.likeminds.agent.project.analysis;

import community.likeminds.agent.shared.EditDistance;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/**
 * Names that may have been meant.
 *
 * @param names nearest first, five at most
 * @param unambiguous whether the first is the only one that is equal but for case, or one edit away
 */
record Suggestions(List<String> names, boolean unambiguous) {

    private static final int MOST = 5;

    /** Nearest names by edit distance (Levenshtein), at most a third of the name's length away. */
    static Suggestions of(String wrong, Collection<String> known) {
        TreeMap<String, Integer> distances = new TreeMap<>();
        int farthest = Math.max(2, wrong.length() / 3);
        int certain = 0;
        for (String name : known) {
            int distance = name.equalsIgnoreCase(wrong) ? 0 : EditDistance.between(name, wrong, farthest);
            if (distance <= farthest && distance < Math.max(2, wrong.length() - 1)) {
                distances.put(name, distance);
                certain += distance == 0 || distance == 1 && wrong.length() >= 4 ? 1 : 0;
            }
        }
        List<String> nearest = distances.keySet().stream()
                .sorted(Comparator.<String>comparingInt(distances::get).thenComparing(Comparator.naturalOrder()))
                .limit(MOST)
                .toList();
        return new Suggestions(nearest, certain == 1);
    }
}
