package community.likeminds.agent.processors.docs.embedding;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import community.likeminds.agent.processors.docs.embedding.EmbeddingsProperties.Pooling;
import community.likeminds.agent.shared.AgentException;
import java.io.IOException;
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
    private final Pooling pooling;

    private OnnxModel(OrtEnvironment environment, OrtSession session, Pooling pooling) {
        this.environment = environment;
        this.session = session;
        this.inputs = session.getInputNames();
        this.pooling = pooling;
    }

    static OnnxModel load(LocalModel model) {
        try {
            byte[] network = ModelGraph.faster(model.network().read(), model.pooling() == Pooling.CLS);
            OrtEnvironment environment = OrtEnvironment.getEnvironment();
            try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
                // Texts run side by side, so one thread each; threads that spin while they wait would take the others' cores.
                options.setIntraOpNumThreads(1);
                options.setInterOpNumThreads(1);
                options.setOptimizationLevel(OrtSession.SessionOptions.OptLevel.ALL_OPT);
                options.addConfigEntry("session.intra_op.allow_spinning", "0");
                options.addConfigEntry("session.inter_op.allow_spinning", "0");
                return new OnnxModel(environment, environment.createSession(network, options), model.pooling());
            }
        } catch (IOException | OrtException | UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError failed) {
            throw new AgentException(
                    AgentException.Kind.UNAVAILABLE,
                    "embeddings-unavailable",
                    "The embedding model " + model.name() + " cannot be loaded on this machine: " + failed.getMessage() + ".",
                    "Use a 64-bit Linux (glibc), macOS or Windows with at least 512 MB of free memory.",
                    failed);
        }
    }

    /** The vector of a text's token ids, scaled to unit length. */
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
                OnnxTensor states = (OnnxTensor) result.get(0);
                long[] sizes = states.getInfo().getShape();
                float[] vector = pooled(states.getFloatBuffer(), Math.toIntExact(sizes[sizes.length - 1]));
                Vectors.normalise(vector);
                return vector;
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

    /** @param states a vector for every token, for the first one alone, or one that the model has pooled itself */
    private float[] pooled(FloatBuffer states, int width) {
        float[] vector = new float[width];
        states.get(vector);
        if (pooling == Pooling.MEAN) {
            float[] next = new float[width];
            while (states.remaining() >= width) {
                states.get(next);
                for (int i = 0; i < width; i++) {
                    vector[i] += next[i];
                }
            }
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
