package community.likeminds.agent.processors.code.ast;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Replacements of ranges of one text, collected first and made together; what lies outside the ranges stays as it is. */
public final class TextEdits {

    private record Replacement(int start, int end, String text, int order) {}

    private final String text;
    private final List<Replacement> replacements = new ArrayList<>();

    public TextEdits(String text) {
        this.text = text;
    }

    public void insert(int at, String inserted) {
        replace(at, at, inserted);
    }

    public void delete(int start, int end) {
        replace(start, end, "");
    }

    public void replace(int start, int end, String replacement) {
        replacements.add(new Replacement(start, end, replacement, replacements.size()));
    }

    public boolean isEmpty() {
        return replacements.isEmpty();
    }

    /** The text with every replacement; one inside a range that is replaced already is dropped. */
    public String apply() {
        List<Replacement> sorted = new ArrayList<>(replacements);
        sorted.sort(Comparator.comparingInt(Replacement::start)
                .thenComparing(one -> one.start() == one.end() ? 0 : 1)
                .thenComparing(Comparator.comparingInt(Replacement::end).reversed())
                .thenComparingInt(Replacement::order));
        StringBuilder result = new StringBuilder(text.length() + 256);
        int at = 0;
        for (Replacement one : sorted) {
            if (one.start() < at) {
                continue;
            }
            result.append(text, at, one.start()).append(one.text());
            at = one.end();
        }
        return result.append(text, at, text.length()).toString();
    }
}
