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
        byte[] rewritten = ModelGraph.faster(model);
        assertThat(joined(rewritten)).as("attention of twelve layers").isEqualTo(12);
        assertThat(Arrays.equals(ModelGraph.faster(rewritten), rewritten)).as("nothing is left to rewrite").isTrue();
        long[] ids = {101, 7592, 2088, 1010, 2129, 2024, 2017, 102};
        assertThat(states(rewritten, ids)).containsExactly(states(model, ids), within(1e-4f));
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
        byte[] rewritten = ModelGraph.faster(other);
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
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[random.nextInt(200)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                // The field of the graph, so that some of the noise is read.
                noise[0] = 0x3a;
            }
            assertThat(ModelGraph.faster(noise)).as("seed " + seed).hasSameSizeAs(noise);
        }
    }
}
