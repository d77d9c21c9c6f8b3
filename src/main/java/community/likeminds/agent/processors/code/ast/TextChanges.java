package community.likeminds.agent.processors.code.ast;

import community.likeminds.agent.processors.code.ast.NativeTrees.Change;
import java.util.ArrayList;
import java.util.List;

/** Finds the ranges in which a text differs from an earlier one: insertions first, as merges make them, else one range. */
final class TextChanges {

    /** So many equal characters behind an insertion say that it ends there. */
    private static final int SURE = 48;

    private static final int MOST = 64;

    private TextChanges() {}

    /** Whether more of the longer text is equal at both ends than not, or little was inserted. */
    static boolean alike(String before, String after) {
        int longer = Math.max(before.length(), after.length());
        int shorter = Math.min(before.length(), after.length());
        return shorter > longer / 2 && (prefix(before, 0, after, 0) + suffix(before, after) > longer / 4 || longer - shorter < longer / 8);
    }

    /** The changes one after the other, each in terms of the text as the changes before it have left it. */
    static List<Change> between(String before, String after) {
        List<Change> changes = new ArrayList<>();
        int old = 0;
        int at = 0;
        while (true) {
            int same = prefix(before, old, after, at);
            old += same;
            at += same;
            int found = old + SURE <= before.length() && changes.size() < MOST
                    ? after.indexOf(before.substring(old, old + SURE), at) : -1;
            if (found < 0) {
                break;
            }
            changes.add(change(after, at, before, old, old, found));
            at = found;
        }
        int oldEnd = before.length();
        int end = after.length();
        while (oldEnd > old && end > at && before.charAt(oldEnd - 1) == after.charAt(end - 1)) {
            oldEnd--;
            end--;
        }
        if (oldEnd > old || end > at) {
            changes.add(change(after, at, before, old, oldEnd, end));
        }
        return changes;
    }

    private static int prefix(String before, int old, String after, int at) {
        int most = Math.min(before.length() - old, after.length() - at);
        int same = 0;
        while (same < most && before.charAt(old + same) == after.charAt(at + same)) {
            same++;
        }
        return same;
    }

    private static int suffix(String before, String after) {
        int most = Math.min(before.length(), after.length());
        int same = 0;
        while (same < most && before.charAt(before.length() - 1 - same) == after.charAt(after.length() - 1 - same)) {
            same++;
        }
        return same;
    }

    /** Everything before the range is as in the later text already. */
    private static Change change(String after, int start, String before, int old, int oldEnd, int end) {
        int line = 0;
        for (int i = after.indexOf('\n'); i >= 0 && i < start; i = after.indexOf('\n', i + 1)) {
            line++;
        }
        int column = start - after.lastIndexOf('\n', start - 1) - 1;
        int[] was = moved(before, old, oldEnd, line, column);
        int[] is = moved(after, start, end, line, column);
        return new Change(start, start + oldEnd - old, end, line, column, was[0], was[1], is[0], is[1]);
    }

    private static int[] moved(String text, int from, int to, int line, int column) {
        int lines = line;
        int last = -1;
        for (int i = text.indexOf('\n', from); i >= 0 && i < to; i = text.indexOf('\n', i + 1)) {
            lines++;
            last = i;
        }
        return new int[] {lines, last < 0 ? column + to - from : to - last - 1};
    }
}
