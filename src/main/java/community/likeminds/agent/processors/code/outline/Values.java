package community.likeminds.agent.processors.code.outline;

import community.likeminds.agent.processors.code.javascript.Placeholders;
import java.util.Arrays;

/** Compares values that may be placeholders. */
final class Values {

    private Values() {}

    /** Whether both call the same, and the documented one without arguments: what a project passes is its own. */
    static boolean sameCallWithMore(String own, String shown) {
        String[] left = own.split("\u0000");
        String[] right = shown.split("\u0000");
        int end = right.length - 1;
        if (end < 2 || left.length <= right.length || !right[end].equals(")") || !right[end - 1].equals("(") || !left[left.length - 1].equals(")")) {
            return false;
        }
        return Arrays.equals(left, 0, end, right, 0, end) && closes(left, end - 1) == left.length - 1;
    }

    private static int closes(String[] tokens, int open) {
        int depth = 0;
        for (int at = open; at < tokens.length; at++) {
            depth += tokens[at].equals("(") ? 1 : tokens[at].equals(")") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    /** Whether two shapes differ only where the documented one has a text that a reader has to replace. */
    static boolean sameButPlaceholders(String own, String shown) {
        String[] left = own.split("\u0000");
        String[] right = shown.split("\u0000");
        if (left.length != right.length) {
            return false;
        }
        for (int i = 0; i < left.length; i++) {
            if (!left[i].equals(right[i]) && !Placeholders.isPlaceholder(right[i].replaceAll("^[\"'`]|[\"'`]$", ""))) {
                return false;
            }
        }
        return true;
    }
}
