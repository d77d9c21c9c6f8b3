package community.likeminds.agent.vector.core.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.apache.lucene.util.VectorUtil;

/**
 * Made-up unit vectors that lie in clusters, as those of texts do: evenly spread ones have no neighbours worth finding.
 *
 * @param stored the vectors to find
 * @param asked the vectors to ask with
 */
record ClusteredVectors(List<float[]> stored, List<float[]> asked) {

    private static final int DIMENSIONS = 384;
    private static final int CLUSTER = 100;

    /** Length of what sets a vector apart from the middle of its cluster, which has length 1. */
    private static final double SPREAD = 0.7;

    static ClusteredVectors make(int count, int questions, long seed) {
        Random random = new Random(seed);
        List<float[]> middles = new ArrayList<>();
        for (int i = 0; i < Math.max(1, count / CLUSTER); i++) {
            middles.add(unit(gaussian(random, 1)));
        }
        return new ClusteredVectors(around(middles, count, random), around(middles, questions, random));
    }

    private static List<float[]> around(List<float[]> middles, int count, Random random) {
        List<float[]> vectors = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            float[] middle = middles.get(random.nextInt(middles.size()));
            float[] vector = gaussian(random, SPREAD / Math.sqrt(DIMENSIONS));
            for (int d = 0; d < DIMENSIONS; d++) {
                vector[d] += middle[d];
            }
            vectors.add(unit(vector));
        }
        return vectors;
    }

    private static float[] gaussian(Random random, double deviation) {
        float[] vector = new float[DIMENSIONS];
        for (int d = 0; d < DIMENSIONS; d++) {
            vector[d] = (float) (deviation * random.nextGaussian());
        }
        return vector;
    }

    private static float[] unit(float[] vector) {
        return VectorUtil.l2normalize(vector);
    }

    /** Numbers of the stored vectors that are nearest to a question, found by looking at all of them. */
    int[] exact(float[] question, int size) {
        double[] cosines = stored.parallelStream()
                .mapToDouble(vector -> VectorUtil.dotProduct(question, vector))
                .toArray();
        return IntStream.range(0, cosines.length)
                .boxed()
                .sorted((one, other) -> Double.compare(cosines[other], cosines[one]))
                .limit(size)
                .mapToInt(Integer::intValue)
                .toArray();
    }
}
