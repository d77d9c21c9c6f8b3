package community.likeminds.agent.vector.core.query;

import java.util.Arrays;
import java.util.List;

/**
 * How near entries are to a question that have nothing to do with it; models differ in it, and so do questions.
 *
 * @param mean of the cosines of entries from all over the index
 * @param deviation their standard deviation
 * @param near cosine that the nearest hundredth of them reach
 */
record Background(double mean, double deviation, double near) {

    /** About what small English models give, for indexes too small to be sampled. */
    private static final Background USUAL = new Background(0.5, 0.1, 0.65);

    private static final int FEWEST = 8;

    private static final int NEXT = 10;

    /** @param sample cosines, NaN for entries without a vector; some are needed to tell anything */
    static Background of(double[] sample) {
        double[] cosines = Arrays.stream(sample).filter(cosine -> !Double.isNaN(cosine)).toArray();
        if (cosines.length < FEWEST) {
            return USUAL;
        }
        double mean = Arrays.stream(cosines).average().orElse(0);
        double variance = Arrays.stream(cosines).map(cosine -> (cosine - mean) * (cosine - mean)).sum() / cosines.length;
        double[] sorted = cosines.clone();
        Arrays.sort(sorted);
        return new Background(mean, Math.sqrt(variance), sorted[sorted.length - Math.max(1, sorted.length / 100)]);
    }

    /** How far the nearest of some candidates lies before the tenth nearest, in standard deviations; 0 when none has a cosine. */
    double prominence(List<Candidate> candidates) {
        double[] cosines = candidates.stream()
                .mapToDouble(Candidate::cosine)
                .filter(cosine -> !Double.isNaN(cosine))
                .sorted()
                .toArray();
        if (cosines.length == 0 || deviation <= 0) {
            return 0;
        }
        return (cosines[cosines.length - 1] - cosines[Math.max(0, cosines.length - NEXT)]) / deviation;
    }

    /** Where a cosine begins to say anything. */
    double unrelated() {
        return mean - deviation;
    }
}
