package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.List;

/** Writes Markdown for the lines of an AsciiDoc page, which are counted from 0 here. */
final class AdocOutput {

    private final Rendering out;
    private final int[] numbers;

    AdocOutput(Rendering out, int[] numbers) {
        this.out = out;
        this.numbers = numbers;
    }

    void blank() {
        out.blank("");
    }

    void put(String line, int i) {
        put(line, i, i);
    }

    void put(String line, int first, int last) {
        out.line(line, number(first), number(last));
    }

    private int number(int i) {
        return numbers[Math.clamp(i, 0, numbers.length - 1)];
    }

    void tag(String tag, int i) {
        blank();
        put(tag, i);
        blank();
    }

    /** Writes code whose first line is one of the page's. */
    void code(List<String> code, String info, int first, int last) {
        if (code.stream().allMatch(String::isBlank)) {
            return;
        }
        String fence = Markdown.fence(code);
        blank();
        put(fence + info, Math.max(0, first - 1));
        for (int k = 0; k < code.size(); k++) {
            put(code.get(k), first + k);
        }
        put(fence, last);
        blank();
    }

    /** Without the number in angle brackets at its end that a text below the code explains, and without the comment that holds nothing else. */
    static String withoutCallout(String line) {
        int open = line.lastIndexOf('<');
        if (open < 0 || !line.substring(open).matches("<(?:\\d+|\\.)>(?: ?-->)?")) {
            return line;
        }
        String before = line.substring(0, open).replaceFirst("(?:\\s*<\\d+>)+\\s*$", "").stripTrailing();
        for (String comment : List.of("//", "#", "--", ";;", "<!--", "%")) {
            if (before.endsWith(comment)) {
                return before.substring(0, before.length() - comment.length()).stripTrailing();
            }
        }
        return before;
    }
}
