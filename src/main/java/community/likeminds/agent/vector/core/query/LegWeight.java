package community.likeminds.agent.vector.core.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * How much words count against vectors for a question.
 *
 * @param words 0 to 1
 * @param named share of the question's words that are names of code
 * @param unknown share of what its words weigh that stands nowhere
 * @param function share of its words that are words of grammar
 * @param clear how much farther than usual the nearest passage lies before the next ones, 0 when it does not count
 */
record LegWeight(double words, double named, double unknown, double function, double clear) {

    /** For a question of known words and nothing else, found on questions over the documentation of eight SDKs. */
    private static final double PLAIN = 0.35;

    /** How fast words count less the more of them are words of grammar. */
    private static final double SENTENCE = 0.25;

    /** In standard deviations. */
    private static final double USUAL_PROMINENCE = 1;

    /**
     * @param prominence how far the nearest candidate lies before the tenth nearest, in standard deviations of what unrelated entries have
     */
    static LegWeight of(Words words, double prominence) {
        // Squared: a name says most when it is the whole question, and little within a sentence.
        double named = words.named() * words.named();
        double unknown = words.unknownShare();
        double clear = Math.max(0, prominence - USUAL_PROMINENCE) * (1 - named);
        double weight = (PLAIN + (1 - PLAIN) * named) * (1 - unknown) * Math.pow(1 - words.function(), SENTENCE) / (1 + clear);
        return new LegWeight(weight, words.named(), unknown, words.function(), clear);
    }

    /** Why, in plain sentences. */
    List<String> reasons() {
        List<String> reasons = new ArrayList<>();
        reasons.add(percent("A question of plain words counts the words with %s.", PLAIN));
        if (named > 0) {
            reasons.add(percent("%s of its words are names of code, which are meant literally.", named));
        }
        if (unknown > 0) {
            reasons.add(percent("%s of what its words weigh stands nowhere, so that the others say less.", unknown));
        }
        if (function > 0) {
            reasons.add(percent("%s of it are words of grammar: it is a sentence, whose meaning counts more.", function));
        }
        if (clear > 0) {
            reasons.add("The nearest passage lies far before the next ones, so that meaning counts more.");
        }
        return reasons;
    }

    private static String percent(String sentence, double share) {
        return String.format(Locale.ROOT, sentence, Math.round(100 * share) + " %");
    }
}
