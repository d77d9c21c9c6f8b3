package community.likeminds.agent.vector.core.query;

import community.likeminds.agent.vector.core.Explanation.Part;
import java.util.List;

/**
 * A candidate's score and what it is made of.
 *
 * @param words what the words add
 * @param dense what the cosine adds
 * @param passages what the page's other passages add
 * @param page what the question's words on the page add
 * @param wordsNormalised 0 to 1
 * @param denseNormalised 0 to 1
 */
record Score(double words, double dense, double passages, double page, double wordsNormalised, double denseNormalised) {

    static final Score NONE = new Score(0, 0, 0, 0, 0, 0);

    static Score ofWords(double score) {
        return new Score(score, 0, 0, 0, score, 0);
    }

    static Score ofCosine(double score) {
        return new Score(0, score, 0, 0, 0, score);
    }

    double total() {
        return words + dense + passages + page;
    }

    /** With what its page adds, scaled so that it stays below 1. */
    Score raised(double otherPassages, double wordsOfPage, double scale) {
        return new Score(
                words / scale,
                dense / scale,
                otherPassages / scale,
                wordsOfPage / scale,
                wordsNormalised,
                denseNormalised);
    }

    /** With every part worth a share of itself. */
    Score times(double share) {
        return new Score(words * share, dense * share, passages * share, page * share, wordsNormalised, denseNormalised);
    }

    List<Part> parts() {
        return List.of(
                new Part("words", words),
                new Part("meaning", dense),
                new Part("other passages of the page", passages),
                new Part("words of the page", page));
    }
}
