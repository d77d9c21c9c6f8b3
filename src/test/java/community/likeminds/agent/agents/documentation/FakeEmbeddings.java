package community.likeminds.agent.agents.documentation;

import community.likeminds.agent.processors.docs.Embeddings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/** Texts that share words get near vectors; can be told to die. */
public class FakeEmbeddings implements Embeddings {

    /** Stands for the end of the process. */
    public static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private static final int DIMENSIONS = 64;

    /** Every passage that was embedded, in order. */
    public final List<String> embedded = new ArrayList<>();

    /** Dies, as a killed process does, before it embeds more passages than this. */
    public int diesAfter = Integer.MAX_VALUE;

    /** Dies when it counts the tokens of a text with this in it. */
    public String diesAt = "";

    @Override
    public String model() {
        return "fake-64";
    }

    @Override
    public int dimensions() {
        return DIMENSIONS;
    }

    @Override
    public int tokens(String text) {
        if (!diesAt.isEmpty() && text.contains(diesAt)) {
            throw new Killed();
        }
        return words(text).length;
    }

    @Override
    public int maxTokens() {
        return 512;
    }

    @Override
    public synchronized float[] embedPassage(String text) {
        if (embedded.size() >= diesAfter) {
            throw new Killed();
        }
        embedded.add(text);
        return vector(text);
    }

    @Override
    public List<float[]> embedPassages(List<String> texts) {
        return texts.stream().map(this::embedPassage).toList();
    }

    @Override
    public float[] embedQuery(String text) {
        return vector(text);
    }

    private static float[] vector(String text) {
        double[] sum = new double[DIMENSIONS];
        Arrays.fill(sum, 0.01);
        for (String word : words(text)) {
            Random random = new Random(word.hashCode());
            for (int i = 0; i < DIMENSIONS; i++) {
                sum[i] += random.nextGaussian();
            }
        }
        double length = Math.sqrt(Arrays.stream(sum).map(x -> x * x).sum());
        float[] vector = new float[DIMENSIONS];
        for (int i = 0; i < DIMENSIONS; i++) {
            vector[i] = (float) (sum[i] / length);
        }
        return vector;
    }

    private static String[] words(String text) {
        return text.toLowerCase(Locale.ROOT).split("\\W+");
    }
}
