package community.likeminds.agent.agents.documentation.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** Times a call that several callers make over and over. */
final class SearchLatency {

    private static final int CALLS = 800;

    private static final int CALLS_OF_ROUND = 400;

    /** Rounds after which the optimising compiler has seen everything, as in a server that runs for a minute. */
    private static final int MOST_ROUNDS = 15;

    /** Share of the best round's time above which a round is no faster, and how many of them in a row are enough. */
    private static final double NO_FASTER = 0.97;

    private static final int ENOUGH = 3;

    /** Milliseconds. */
    record Percentiles(double p50, double p99) {}

    private SearchLatency() {}

    /** Once calls no longer get faster. */
    static Percentiles warm(List<String> questions, int callers, Consumer<String> call) {
        warmUp(questions, callers, call);
        return measure(questions, callers, call);
    }

    /** At once, for what others have warmed up. */
    static Percentiles measure(List<String> questions, int callers, Consumer<String> call) {
        double[] millis = run(questions, callers, CALLS, call);
        return new Percentiles(median(millis), millis[(int) Math.ceil(millis.length * 0.99) - 1]);
    }

    private static void warmUp(List<String> questions, int callers, Consumer<String> call) {
        double best = Double.MAX_VALUE;
        int noFaster = 0;
        for (int round = 0; round < MOST_ROUNDS && noFaster < ENOUGH; round++) {
            double median = median(run(questions, callers, CALLS_OF_ROUND, call));
            noFaster = median > NO_FASTER * best ? noFaster + 1 : 0;
            best = Math.min(best, median);
        }
    }

    private static double median(double[] ascending) {
        return ascending[ascending.length / 2];
    }

    /** Ascending. */
    private static double[] run(List<String> questions, int callers, int calls, Consumer<String> call) {
        List<Callable<Double>> work = new ArrayList<>();
        for (int i = 0; i < calls; i++) {
            String question = questions.get(i % questions.size());
            work.add(() -> {
                long start = System.nanoTime();
                call.accept(question);
                return (System.nanoTime() - start) / 1e6;
            });
        }
        try (ExecutorService pool = Executors.newFixedThreadPool(callers)) {
            List<Future<Double>> done = pool.invokeAll(work);
            double[] millis = new double[calls];
            for (int i = 0; i < calls; i++) {
                millis[i] = done.get(i).get();
            }
            Arrays.sort(millis);
            return millis;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A search failed while it was timed.", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", interrupted);
        }
    }
}
