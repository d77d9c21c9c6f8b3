package community.likeminds.agent.infrastructure.remote.bench;

import community.likeminds.agent.infrastructure.remote.RemoteBenchmarks;
import community.likeminds.agent.shared.Progress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** The ways take turns, so that what the machine does besides hits all of them. */
@Component
final class LoopbackBenchmarks implements RemoteBenchmarks {

    private static final int ROUNDS = 5;
    private static final int DIMENSIONS = 384;
    private static final int BATCH = 256;
    private static final int NEAREST = 10;
    private static final int LEAST = 10;

    /** What is called: it keeps nothing, so that the way alone is measured. */
    private record PackedSink(List<float[]> nearest) implements Packed {

        @Override
        public int put(List<float[]> vectors) {
            return vectors.size();
        }

        @Override
        public List<float[]> nearest(float[] question) {
            return nearest;
        }
    }

    /** The same. */
    private record PlainSink(PackedSink sink) implements Plain {

        @Override
        public int put(List<float[]> vectors) {
            return sink.put(vectors);
        }

        @Override
        public List<float[]> nearest(float[] question) {
            return sink.nearest(question);
        }
    }

    @Override
    public List<Measurement> run(int calls, Progress progress) {
        int wanted = Math.max(LEAST, calls);
        Random random = new Random(1);
        List<float[]> batch = vectors(random, BATCH);
        PackedSink sink = new PackedSink(vectors(random, NEAREST));
        progress.report("Starting", 0, 0, "");
        try (Loopback loopback = new Loopback(sink, new PlainSink(sink))) {
            List<VectorCalls> ways = List.of(loopback.proxy(Packed.class), loopback.proxy(Plain.class), sink);
            List<List<Double>> rates = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            List<List<Double>> times = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
            // The first round warms up.
            for (int round = 0; round <= ROUNDS; round++) {
                progress.report("Calling", round, ROUNDS, "");
                for (int way = 0; way < ways.size(); way++) {
                    double rate = stored(ways.get(way), batch, wanted / LEAST);
                    double time = asked(ways.get(way), batch.getFirst(), wanted);
                    if (round > 0) {
                        rates.get(way).add(rate);
                        times.get(way).add(time);
                    }
                }
            }
            return List.of(
                    measurement("vectors to another process", rates, "vectors/s", BATCH + " of " + DIMENSIONS + " dimensions in a call, median of " + ROUNDS),
                    measurement("a query by vector, p50", times, "ms", NEAREST + " vectors come back, median of " + ROUNDS));
        }
    }

    private static Measurement measurement(String name, List<List<Double>> values, String unit, String note) {
        return new Measurement(name, median(values.get(0)), median(values.get(1)), median(values.get(2)), unit, note);
    }

    private static double stored(VectorCalls way, List<float[]> batch, int calls) {
        long start = System.nanoTime();
        int stored = 0;
        for (int call = 0; call < calls; call++) {
            stored += way.put(batch);
        }
        return stored * 1e9 / (System.nanoTime() - start);
    }

    /** Milliseconds that half of the calls take at most. */
    private static double asked(VectorCalls way, float[] question, int calls) {
        long[] took = new long[calls];
        for (int call = 0; call < calls; call++) {
            long start = System.nanoTime();
            way.nearest(question);
            took[call] = System.nanoTime() - start;
        }
        Arrays.sort(took);
        return took[calls / 2] / 1e6;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static List<float[]> vectors(Random random, int count) {
        return IntStream.range(0, count).mapToObj(number -> {
            float[] vector = new float[DIMENSIONS];
            for (int index = 0; index < vector.length; index++) {
                vector[index] = random.nextFloat() - 0.5f;
            }
            return vector;
        }).toList();
    }
}
