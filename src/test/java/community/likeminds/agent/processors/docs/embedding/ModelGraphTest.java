package community.likeminds.agent.processors.docs.embedding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ModelGraphTest {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";

    @Test
    void theModelSaysTheSame() throws Exception {
        byte[] model = model();
        byte[] rewritten = ModelGraph.faster(model, false);
        assertThat(joined(rewritten)).as("attention of twelve layers").isEqualTo(12);
        assertThat(Arrays.equals(ModelGraph.faster(rewritten, false), rewritten)).as("nothing is left to rewrite").isTrue();
        long[] ids = {101, 7592, 2088, 1010, 2129, 2024, 2017, 102};
        assertThat(states(rewritten, ids)).containsExactly(states(model, ids), within(1e-4f));
    }

    @Test
    void theFirstStateAloneIsTheSameUpToRounding() throws Exception {
        byte[] model = model();
        byte[] cut = ModelGraph.faster(model, true);
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        for (int length : new int[] {2, 3, 16, 48, 200}) {
            long[] ids = random.longs(length, 1000, 25_000).toArray();
            ids[0] = 101;
            ids[length - 1] = 102;
            float[] all = states(model, ids);
            float[] first = states(cut, ids);
            assertThat(first).as("one state of %d", length).hasSize(all.length / length);
            assertThat(cosine(first, Arrays.copyOf(all, first.length))).as("seed %d, %d tokens", seed, length).isGreaterThan(0.99);
        }
    }

    private static double cosine(float[] one, float[] other) {
        double product = 0;
        double squares = 0;
        double others = 0;
        for (int i = 0; i < one.length; i++) {
            product += one[i] * other[i];
            squares += one[i] * one[i];
            others += other[i] * other[i];
        }
        return product / Math.sqrt(squares * others);
    }

    private static float[] states(byte[] model, long[] ids) throws Exception {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        long[] ones = new long[ids.length];
        Arrays.fill(ones, 1);
        try (OrtSession session = environment.createSession(model);
                OnnxTensor input = OnnxTensor.createTensor(environment, new long[][] {ids});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {ones});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {new long[ids.length]});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", input, "attention_mask", mask, "token_type_ids", types))) {
            FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
            float[] all = new float[states.remaining()];
            states.get(all);
            return all;
        }
    }

    /** Other models add to the scores of an attention how far tokens lie apart, which only looks like a mask. */
    @Test
    void anAttentionThatIsNotJustMaskedStaysAsItIs() throws Exception {
        byte[] model = model();
        byte[] other = new String(model, StandardCharsets.ISO_8859_1)
                .replace("attention_mask", "attention_bias")
                .getBytes(StandardCharsets.ISO_8859_1);
        byte[] rewritten = ModelGraph.faster(other, false);
        assertThat(joined(rewritten)).isZero();
        assertThat(Arrays.equals(rewritten, other)).as("biases are still put second").isFalse();
    }

    private static long joined(byte[] model) {
        return OnnxGraph.read(model).nodes("QAttention").size();
    }

    private static byte[] model() throws IOException {
        try (InputStream bytes = ModelGraphTest.class.getResourceAsStream(MODEL)) {
            return bytes.readAllBytes();
        }
    }

    @Test
    void whatIsNoModelStaysAsItIs() {
        long seed = Long.getLong("seed", 1L);
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                // The field of the graph, so that some of the noise is read.
                noise[0] = 0x3a;
            }
            assertThat(ModelGraph.faster(noise, random.nextBoolean())).as("seed " + seed).hasSameSizeAs(noise);
        }
    }
}
