package community.likeminds.agent.agents.documentation.solutionarchitect;

import community.likeminds.agent.processors.docs.Chunk;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Cuts a passage into sentences, table rows and code blocks, and knows on which lines of the page each stands. */
final class Segments {

    private final Chunk chunk;
    private final String[] lines;
    /** Whether the passage's text has the page's own lines, so that a part's lines can be told. */
    private final boolean exact;
    private final List<Segment> segments = new ArrayList<>();

    private Segments(Chunk chunk) {
        this.chunk = chunk;
        this.lines = chunk.text().split("\n", -1);
        int span = chunk.lines().end() - chunk.lines().start() + 1;
        this.exact = lines.length == span || lines.length == span + 1 && lines[lines.length - 1].isEmpty();
    }

    static List<Segment> of(Chunk chunk) {
        Segments cutter = new Segments(chunk);
        cutter.cut();
        return cutter.segments;
    }

    private void cut() {
        int at = 0;
        while (at < lines.length) {
            String line = lines[at].strip();
            if (fence(line) != null) {
                at = code(at);
            } else if (line.startsWith("|")) {
                at = row(at, line);
            } else if (line.isEmpty() || line.startsWith("#") || line.startsWith(":::") || markup(line)) {
                at++;
            } else {
                at = prose(at);
            }
        }
    }

    private int code(int from) {
        String fence = fence(lines[from].strip());
        int end = from + 1;
        while (end < lines.length && !closes(lines[end].strip(), fence == null ? "```" : fence)) {
            end++;
        }
        int last = Math.min(end, lines.length - 1);
        if (end < lines.length && last - from > 1) {
            add(Segment.Kind.CODE, String.join("\n", List.of(lines).subList(from, last + 1)).stripIndent(), from, last);
        }
        return end + 1;
    }

    private int row(int at, String line) {
        boolean rule = line.chars().allMatch(c -> "|-: \t".indexOf(c) >= 0);
        boolean header = at + 1 < lines.length && lines[at + 1].strip().matches("[|:\\- ]+") && !lines[at + 1].isBlank();
        if (!rule && !header) {
            add(Segment.Kind.ROW, line, at, at);
        }
        return at + 1;
    }

    /** A paragraph or a list item: the lines until something else begins. */
    private int prose(int from) {
        int end = from + 1;
        while (end < lines.length && continues(lines[end].strip())) {
            end++;
        }
        StringBuilder text = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (int i = from; i < end; i++) {
            starts.add(text.length());
            text.append(lines[i].strip()).append(i + 1 < end ? " " : "");
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ENGLISH);
        sentences.setText(text.toString());
        int start = sentences.first();
        for (int stop = sentences.next(); stop != BreakIterator.DONE; stop = sentences.next()) {
            String sentence = text.substring(start, stop).strip();
            if (sentence.length() > 2) {
                add(Segment.Kind.SENTENCE, sentence, from + lineOf(starts, start), from + lineOf(starts, stop - 1));
            }
            start = stop;
        }
        return end;
    }

    private static int lineOf(List<Integer> starts, int offset) {
        int line = 0;
        while (line + 1 < starts.size() && starts.get(line + 1) <= offset) {
            line++;
        }
        return line;
    }

    private static boolean continues(String line) {
        return !line.isEmpty()
                && fence(line) == null
                && !line.startsWith("#")
                && !line.startsWith("|")
                && !line.startsWith(":::")
                && !line.matches("(?:[-*+]|\\d+[.)])\\s.*")
                && !markup(line);
    }

    /** A line of nothing but a component's tag, an import or a rule. */
    private static boolean markup(String line) {
        return line.matches("</?[A-Za-z][^>]*/?>") || line.startsWith("import ") || line.matches("[-*_]{3,}");
    }

    private static @Nullable String fence(String line) {
        if (line.startsWith("```")) {
            return "```";
        }
        return line.startsWith("~~~") ? "~~~" : null;
    }

    private static boolean closes(String line, String fence) {
        return line.startsWith(fence) && line.replace(fence.substring(0, 1), "").isBlank();
    }

    private void add(Segment.Kind kind, String text, int from, int to) {
        int first = chunk.lines().start();
        int last = chunk.lines().end();
        segments.add(
                exact
                        ? new Segment(kind, text, first + from, Math.min(last, first + to))
                        : new Segment(kind, text, first, last));
    }
}
