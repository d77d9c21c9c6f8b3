package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.processors.docs.embedding.OnnxGraph.Node;
import java.util.List;

/** Brings a model's graph into a form that ONNX Runtime computes in less time: the same sums, other operators. */
final class ModelGraph {

    private ModelGraph() {}

    /**
     * A model that says the same. Bytes that are not understood are returned as they are.
     *
     * @param model an ONNX model, not changed; it is to be run with one text at a time
     * @param first whether nothing but the state of a text's first token is wanted of it; it may still give all of them
     */
    static byte[] faster(byte[] model, boolean first) {
        try {
            OnnxGraph graph = OnnxGraph.read(model);
            List<Node> joined = new AttentionFusion(graph).joinAll();
            biasesSecond(graph);
            if (first) {
                joined.forEach(new FirstState(graph)::keep);
            }
            return graph.changed() ? graph.written() : model;
        } catch (IndexOutOfBoundsException | ArithmeticException notAModel) {
            // ONNX Runtime says what is wrong with it.
            return model;
        }
    }

    /** ONNX Runtime adds a bias within the quantised product only where the bias is the second operand, and PyTorch writes it as the first one. */
    private static void biasesSecond(OnnxGraph graph) {
        for (Node sum : graph.nodes("Add")) {
            List<String> inputs = sum.inputs();
            if (inputs.size() == 2 && graph.constant(inputs.getFirst()) != null && graph.constant(inputs.getLast()) == null) {
                graph.replace(sum, inputs.reversed(), OnnxGraph.withInputs(sum, inputs.reversed()));
            }
        }
    }
}
