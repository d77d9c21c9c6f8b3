package community.likeminds.agent.vector.core.bench;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a store did with the questions, asked one after the other.
 *
 * @param recall share of the exact nearest that it found
 * @param p50 milliseconds
 * @param p99 milliseconds
 */
record Measured(double recall, double p50, double p99) {

    private static final int WARM_UP = 1_000;

    /**
     * @param nearest numbers of the vectors that a store finds for a question
     * @param exact numbers of the nearest vectors for each question
     */
    static Measured of(List<float[]> questions, List<int[]> exact, Function<float[], Set<Integer>> nearest) {
        for (int i = 0; i < WARM_UP; i++) {
            nearest.apply(questions.get(i % questions.size()));
        }
        double[] millis = new double[questions.size()];
        long wanted = 0;
        long found = 0;
        for (int i = 0; i < questions.size(); i++) {
            long start = System.nanoTime();
            Set<Integer> hits = nearest.apply(questions.get(i));
            millis[i] = (System.nanoTime() - start) / 1e6;
            Set<Integer> right = new HashSet<>(IntStream.of(exact.get(i)).boxed().toList());
            wanted += right.size();
            right.retainAll(hits);
            found += right.size();
        }
        Arrays.sort(millis);
        return new Measured(
                (double) found / wanted, millis[millis.length / 2], millis[(int) Math.ceil(millis.length * 0.99) - 1]);
    }
}
