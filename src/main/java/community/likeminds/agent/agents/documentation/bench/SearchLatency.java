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

    /** Enough for the optimising compiler to have seen everything, as in a server that runs for a minute. */
    private static final int WARM_UP = 800;
    private static final int CALLS = 800;

    /** Milliseconds. */
    record Percentiles(double p50, double p99) {}

    private SearchLatency() {}

    static Percentiles measure(List<String> questions, int callers, Consumer<String> call) {
        run(questions, callers, WARM_UP, call);
        double[] millis = run(questions, callers, CALLS, call);
        Arrays.sort(millis);
        return new Percentiles(millis[millis.length / 2], millis[(int) Math.ceil(millis.length * 0.99) - 1]);
    }

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
            return millis;
        } catch (ExecutionException failure) {
            throw new IllegalStateException("A search failed while it was timed.", failure.getCause());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", interrupted);
        }
    }
}
