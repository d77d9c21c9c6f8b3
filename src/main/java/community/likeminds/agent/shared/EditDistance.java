package community.likeminds.agent.shared;

/** How far two names are apart. */
public final class EditDistance {

    private EditDistance() {}

    /**
     * Characters to insert, delete or replace to make one text the other (Levenshtein, 1966).
     *
     * @param farthest distances above it need not be exact: texts whose lengths differ by more are {@code farthest + 1} apart
     */
    public static int between(String a, String b, int farthest) {
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
