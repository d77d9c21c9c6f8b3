package community.likeminds.agent.processors.code.chunker;

import community.likeminds.agent.processors.code.analyzer.Definition;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lays definitions and what stands between them out as successive lines. */
final class Outline {

    private Outline() {}

    /** Parts that cover the lines from one to another, each once; definitions that share a line share a part. */
    static List<Part> of(List<Definition> definitions, int from, int to) {
        List<Definition> sorted = new ArrayList<>(definitions);
        sorted.sort(Comparator.comparingInt(one -> one.symbol().startLine()));
        List<Part> parts = new ArrayList<>();
        int next = from;
        for (Definition one : sorted) {
            int start = Math.max(one.symbol().startLine(), from);
            int end = Math.min(one.symbol().endLine(), to);
            if (end < start) {
                continue;
            }
            if (start < next && !parts.isEmpty()) {
                Part last = parts.removeLast();
                List<Definition> both = new ArrayList<>(last.definitions());
                both.add(one);
                parts.add(new Part(last.from(), Math.max(last.to(), end), both));
            } else {
                if (start > next) {
                    parts.add(new Part(next, start - 1, List.of()));
                }
                parts.add(new Part(start, end, List.of(one)));
            }
            next = Math.max(next, parts.getLast().to() + 1);
        }
        if (next <= to) {
            parts.add(new Part(next, to, List.of()));
        }
        return parts;
    }
}
