package community.likeminds.agent.processors.docs.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** One ONNX session that any number of threads run at the same time, each on its own core. */
final class OnnxModel implements AutoCloseable {

    private final OrtEnvironment environment;
    private final OrtSession session;
    private final Set<String> inputs;
    private final int dimensions;

    private OnnxModel(OrtEnvironment environment, OrtSession session, int dimensions) {
        this.environment = environment;
        this.session = session;
        this.inputs = session.getInputNames();
        this.dimensions = dimensions;
    }

    static OnnxModel load(String resource, int dimensions) {
        try (InputStream bytes = OnnxModel.class.getResourceAsStream(resource)) {
            if (bytes == null) {
                throw new IOException(resource + " is not on the class path");
            }
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                // Texts run side by side, so one thread each; threads that spin while they wait would take the others' cores.
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                options.addConfigEntry("session.inter_op.allow_spinning", "0");
                return new OnnxModel(environment, environment.createSession(ModelGraph.withBiasesSecond(bytes.readAllBytes()), options), dimensions);
            }
        } catch (IOException | OrtException | UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "embeddings-unavailable",
                    "The embedding model cannot be loaded on this machine: " + failed.getMessage() + ".",
                    "Use a 64-bit Linux (glibc), macOS or Windows with at least 512 MB of free memory.",
                    failed);
        }
    }

    /** The first token's vector of a text's token ids, scaled to unit length. */
    float[] run(long[] ids) {
        long[] shape = {1, ids.length};
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        Map<String, OnnxTensor> tensors = new HashMap<>();
        try {
            tensors.put("input_ids", OnnxTensor.createTensor(environment, LongBuffer.wrap(ids), shape));
            tensors.put("attention_mask", OnnxTensor.createTensor(environment, LongBuffer.wrap(mask), shape));
            if (inputs.contains("token_type_ids")) {
                tensors.put("token_type_ids", OnnxTensor.createTensor(environment, LongBuffer.wrap(new long[ids.length]), shape));
            }
            try (OrtSession.Result result = session.run(tensors)) {
                FloatBuffer states = ((OnnxTensor) result.get(0)).getFloatBuffer();
                float[] vector = new float[dimensions];
                states.get(vector);
                return normalised(vector);
            }
        } catch (OrtException failed) {
            throw new AgentException(
                    AgentException.Kind.INTERNAL,
                    "embedding-failed",
                    "A text of " + ids.length + " tokens could not be embedded: " + failed.getMessage() + ".",
                    "Please report this with the text.",
                    failed);
        } finally {
            tensors.values().forEach(OnnxTensor::close);
        }
    }

    private static float[] normalised(float[] vector) {
        double sum = 0;
        for (float one : vector) {
            sum += (double) one * one;
        }
        float scale = sum == 0 ? 0 : (float) (1 / Math.sqrt(sum));
        for (int i = 0; i < vector.length; i++) {
            vector[i] *= scale;
        }
        return vector;
    }

    @Override
    public void close() {
        try {
            session.close();
        } catch (OrtException closing) {
            throw new IllegalStateException(closing);
        }
    }
}
