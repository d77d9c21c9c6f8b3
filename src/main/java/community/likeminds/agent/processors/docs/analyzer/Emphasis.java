package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Runs of stars, underscores and tildes: those that open and close emphasis vanish, others are text. */
final class Emphasis {

    private record Delimiter(int out, int length) {}

    private final InlineOutput out;
    private final Map<Character, List<Delimiter>> open = Map.of('*', new ArrayList<>(), '_', new ArrayList<>(), '~', new ArrayList<>());

    Emphasis(InlineOutput out) {
        this.out = out;
    }

    /** Reads the run of a mark at a place; gives where it ends. */
    int run(String raw, int at) {
        char mark = raw.charAt(at);
        int run = Text.run(raw, at, mark);
        char before = at == 0 ? ' ' : raw.charAt(at - 1);
        char after = at + run < raw.length() ? raw.charAt(at + run) : ' ';
        boolean canOpen = !Character.isWhitespace(after);
        boolean canClose = !Character.isWhitespace(before);
        if (mark == '_') {
            boolean inWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
            canOpen &= !inWord && !Character.isLetterOrDigit(before);
            canClose &= !inWord && !Character.isLetterOrDigit(after);
        }
        if (mark == '~' && run != 2) {
            canOpen = false;
            canClose = false;
        }
        List<Delimiter> openers = open.getOrDefault(mark, List.of());
        int left = canClose ? close(openers, run) : run;
        if (left > 0 && canOpen) {
            openers.add(new Delimiter(out.length(), left));
        }
        out.repeat(mark, left);
        return at + run;
    }

    /** Lets a run close what is open; gives how much of it is left. */
    private int close(List<Delimiter> openers, int run) {
        int left = run;
        while (left > 0 && !openers.isEmpty()) {
            Delimiter opener = openers.removeLast();
            int both = Math.min(left, opener.length());
            for (int k = 0; k < both; k++) {
                out.remove(opener.out() + opener.length() - 1 - k);
            }
            left -= both;
            if (opener.length() > both) {
                openers.add(new Delimiter(opener.out(), opener.length() - both));
            }
        }
        return left;
    }

    /** What was opened behind a place that the output was cut at is forgotten. */
    void cut(int length) {
        open.values().forEach(openers -> openers.removeIf(one -> one.out() >= length));
    }
}
