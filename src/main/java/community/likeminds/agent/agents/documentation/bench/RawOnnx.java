package community.likeminds.agent.agents.documentation.bench;

import ai.djl.huggingface.tokenizers.Encoding;
import ai.djl.huggingface.tokenizers.HuggingFaceTokenizer;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The bundled model with nothing around it: the most that this machine gives. */
final class RawOnnx {

    private static final String MODEL = "/bge-small-en-v1.5-q.onnx";
    private static final String TOKENIZER = "/bge-small-en-v1.5-q-tokenizer.json";

    /**
     * @param tokens that went through the model
     * @param seconds wall-clock time, tokenizing left out
     */
    record Speed(long tokens, double seconds) {
        double tokensPerSecond() {
            return tokens / seconds;
        }
    }

    private RawOnnx() {}

    /** Runs texts through the model, one at a time on each of so many workers. */
    static Speed run(List<String> texts, int maxTokens, int workers) {
        try (HuggingFaceTokenizer tokenizer = tokenizer(maxTokens)) {
            List<Encoding> encoded = texts.stream().map(tokenizer::encode).toList();
            return run(encoded, workers);
        } catch (IOException | OrtException | ExecutionException failure) {
            throw new IllegalStateException("The raw model could not be run.", failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The measurement was interrupted.", interrupted);
        }
    }

    private static HuggingFaceTokenizer tokenizer(int maxTokens) throws IOException {
        Map<String, String> options = new HashMap<>();
        options.put("padding", "false");
        options.put("truncation", "true");
        options.put("modelMaxLength", "512");
        options.put("maxLength", Integer.toString(Math.min(512, maxTokens + 2)));
        try (InputStream stream = resource(TOKENIZER)) {
            return HuggingFaceTokenizer.newInstance(stream, options);
        }
    }

    private static Speed run(List<Encoding> encoded, int workers)
            throws IOException, OrtException, InterruptedException, ExecutionException {
        OrtEnvironment environment = OrtEnvironment.getEnvironment();
        byte[] model;
        try (InputStream stream = resource(MODEL)) {
            model = stream.readAllBytes();
        }
        try (OrtSession.SessionOptions options = new OrtSession.SessionOptions()) {
            options.setIntraOpNumThreads(1);
            options.setInterOpNumThreads(1);
            options.addConfigEntry("session.intra_op.allow_spinning", "0");
            try (OrtSession session = environment.createSession(model, options);
                    ExecutorService pool = Executors.newFixedThreadPool(workers)) {
                infer(environment, session, encoded.getFirst());
                long start = System.nanoTime();
                List<Callable<Long>> work = encoded.stream()
                        .<Callable<Long>>map(text -> () -> infer(environment, session, text))
                        .toList();
                long tokens = 0;
                for (Future<Long> done : pool.invokeAll(work)) {
                    tokens += done.get();
                }
                return new Speed(tokens, (System.nanoTime() - start) / 1e9);
            }
        }
    }

    private static long infer(OrtEnvironment environment, OrtSession session, Encoding text) throws OrtException {
        try (OnnxTensor ids = OnnxTensor.createTensor(environment, new long[][] {text.getIds()});
                OnnxTensor mask = OnnxTensor.createTensor(environment, new long[][] {text.getAttentionMask()});
                OnnxTensor types = OnnxTensor.createTensor(environment, new long[][] {text.getTypeIds()});
                OrtSession.Result result =
                        session.run(Map.of("input_ids", ids, "attention_mask", mask, "token_type_ids", types))) {
            return result.size() == 0 ? 0 : text.getIds().length;
        }
    }

    private static InputStream resource(String name) throws FileNotFoundException {
        InputStream stream = RawOnnx.class.getResourceAsStream(name);
        if (stream == null) {
            throw new FileNotFoundException(name);
        }
        return stream;
    }
}
