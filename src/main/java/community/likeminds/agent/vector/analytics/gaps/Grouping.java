package community.likeminds.agent.vector.analytics.gaps;

import java.util.ArrayList;
import java.util.List;

/**
 * Joins the two groups that are most alike on average, again and again, until no two are alike (average linkage; Sokal and Michener, 1958). Each group
 * remembers its nearest one, so that this takes about the square of the number of things.
 */
final class Grouping {

    private final float[][] alike;
    private final List<List<Integer>> groups = new ArrayList<>();
    private final boolean[] gone;
    private final int[] nearest;

    private Grouping(float[][] alike) {
        this.alike = new float[alike.length][];
        this.gone = new boolean[alike.length];
        this.nearest = new int[alike.length];
        for (int i = 0; i < alike.length; i++) {
            this.alike[i] = alike[i].clone();
            groups.add(new ArrayList<>(List.of(i)));
        }
    }

    /**
     * @param alike symmetric; two groups whose average is not above 0 stay apart
     * @return numbers of the things in each group
     */
    static List<List<Integer>> of(float[][] alike) {
        Grouping grouping = new Grouping(alike);
        grouping.join();
        List<List<Integer>> groups = new ArrayList<>();
        for (int i = 0; i < alike.length; i++) {
            if (!grouping.gone[i]) {
                groups.add(List.copyOf(grouping.groups.get(i)));
            }
        }
        return groups;
    }

    private void join() {
        for (int i = 0; i < alike.length; i++) {
            nearest[i] = nearest(i);
        }
        while (true) {
            int one = -1;
            for (int i = 0; i < alike.length; i++) {
                if (!gone[i] && nearest[i] >= 0 && (one < 0 || alike[i][nearest[i]] > alike[one][nearest[one]])) {
                    one = i;
                }
            }
            if (one < 0 || alike[one][nearest[one]] <= 0) {
                return;
            }
            join(one, nearest[one]);
        }
    }

    private void join(int one, int other) {
        int sizeOfOne = groups.get(one).size();
        int sizeOfOther = groups.get(other).size();
        for (int i = 0; i < alike.length; i++) {
            if (!gone[i] && i != one && i != other) {
                alike[one][i] = (sizeOfOne * alike[one][i] + sizeOfOther * alike[other][i]) / (sizeOfOne + sizeOfOther);
                alike[i][one] = alike[one][i];
            }
        }
        groups.get(one).addAll(groups.get(other));
        gone[other] = true;
        for (int i = 0; i < alike.length; i++) {
            if (!gone[i] && (i == one || nearest[i] == one || nearest[i] == other)) {
                nearest[i] = nearest(i);
            }
        }
    }

    private int nearest(int group) {
        int best = -1;
        for (int i = 0; i < alike.length; i++) {
            if (!gone[i] && i != group && (best < 0 || alike[group][i] > alike[group][best])) {
                best = i;
            }
        }
        return best;
    }
}
