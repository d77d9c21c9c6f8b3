package community.likeminds.agent.agents.documentation.contextretrieval;

import community.likeminds.agent.agents.documentation.ContextPassage;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.ToIntFunction;

/** Shares a number of tokens out among what surrounds several passages. */
final class Allotment {

    /** More than this is said of nothing, so that there is room for several things. */
    private static final int LONGEST = 240;
    /** Less than this says nothing. */
    private static final int SHORTEST = 20;

    private final Shortening shortening;
    private final Meaning meaning;

    /** How a text is made fit; empty when nothing of it does. */
    interface Shortening {
        String of(String text, int most, ToIntFunction<String> tokens);
    }

    Allotment(Shortening shortening, Meaning meaning) {
        this.shortening = shortening;
        this.meaning = meaning;
    }

    /**
     * The most needed of every passage first, then the second of every one.
     *
     * @param candidates for each passage, the most needed first
     * @param shown keys and texts of what the reader has; what is taken is added
     * @param tokens most of all texts together
     */
    List<List<ContextPassage>> within(List<List<Related>> candidates, Set<String> shown, int tokens) {
        List<List<ContextPassage>> taken = new ArrayList<>();
        candidates.forEach(one -> taken.add(new ArrayList<>()));
        int left = tokens;
        int rounds = candidates.stream().mapToInt(List::size).max().orElse(0);
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < candidates.size() && left >= SHORTEST; i++) {
                if (round >= candidates.get(i).size()) {
                    continue;
                }
                Related one = candidates.get(i).get(round);
                if (shown.contains(one.key()) || shown.contains(one.text())) {
                    continue;
                }
                String text = shortening.of(one.text(), Math.min(left, LONGEST), meaning::tokens);
                if (!text.isEmpty()) {
                    int size = meaning.tokens(text);
                    left -= size;
                    shown.add(one.key());
                    shown.add(one.text());
                    taken.get(i).add(passage(one, text, size));
                }
            }
        }
        return taken;
    }

    private static ContextPassage passage(Related one, String text, int size) {
        return new ContextPassage(
                one.relation(),
                one.reason(),
                one.place().source(),
                one.place().page(),
                one.place().heading(),
                one.place().startLine(),
                one.place().endLine(),
                text,
                size,
                one.alternatives());
    }
}
