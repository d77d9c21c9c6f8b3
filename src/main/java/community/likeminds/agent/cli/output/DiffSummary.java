package community.likeminds.agent.cli.output;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How large a unified diff is. Lines are counted by the sizes in the hunk headers, because a removed line may itself look
 * like a file header.
 *
 * @param files files in it
 * @param added lines that it adds
 * @param removed lines that it takes away
 */
record DiffSummary(int files, int added, int removed) {

    private static final Pattern HUNK = Pattern.compile("@@ -\\d+(?:,(\\d+))? \\+\\d+(?:,(\\d+))? @@.*");

    static DiffSummary of(String diff) {
        int files = 0;
        int added = 0;
        int removed = 0;
        int oldLeft = 0;
        int newLeft = 0;
        for (String line : diff.split("\n", -1)) {
            if (oldLeft > 0 || newLeft > 0) {
                if (line.startsWith("+")) {
                    added++;
                    newLeft--;
                } else if (line.startsWith("-")) {
                    removed++;
                    oldLeft--;
                } else if (!line.startsWith("\\")) {
                    oldLeft--;
                    newLeft--;
                }
                continue;
            }
            Matcher hunk = HUNK.matcher(line);
            if (hunk.matches()) {
                oldLeft = size(hunk.group(1));
                newLeft = size(hunk.group(2));
            } else if (line.startsWith("+++ ")) {
                files++;
            }
        }
        return new DiffSummary(files, added, removed);
    }

    private static int size(@org.jspecify.annotations.Nullable String group) {
        return group == null ? 1 : Integer.parseInt(group);
    }

    @Override
    public String toString() {
        return "%d %s, %d lines added, %d removed".formatted(files, files == 1 ? "file" : "files", added, removed);
    }
}
