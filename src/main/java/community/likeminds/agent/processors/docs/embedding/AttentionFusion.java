package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.processors.docs.embedding.OnnxGraph.Node;
import community.likeminds.agent.processors.docs.embedding.OnnxGraph.Tensor;
import community.likeminds.agent.processors.docs.embedding.Wire.Message;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Joins the operators of a quantised attention (Vaswani et al., 2017) into ONNX Runtime's {@code QAttention}. Its own optimiser does so for
 * models that it has quantised itself; as PyTorch's exporter and a quantiser leave them, four fifths of a layer's operators are those of
 * the attention, and a short text spends a quarter of its time between them. The arithmetic is the same but for the order of sums.
 *
 * <p>The mask is left out: a text runs alone, so there is nothing to mask.
 */
final class AttentionFusion {

    private static final List<Long> HEADS_FIRST = List.of(0L, 2L, 1L, 3L);
    private static final List<Long> KEYS_TURNED = List.of(0L, 2L, 3L, 1L);
    private static final double ROUNDING = 1e-3;

    private final OnnxGraph graph;
    private final List<Node> joined = new ArrayList<>();

    AttentionFusion(OnnxGraph graph) {
        this.graph = graph;
    }

    /**
     * A product of quantised numbers with a bias.
     *
     * @param input number, scale and zero point of what is multiplied: the outputs of one operator
     */
    private record Projection(List<String> input, Tensor weights, Tensor zeroPoints, Tensor scales, Tensor bias) {

        long width() {
            return bias.shape().getFirst();
        }
    }

    /** Heads of an attention: what is projected, and into how many. */
    private record Heads(Projection projection, long count, long size) {}

    /** What put the heads of each attention that is now joined beside each other. */
    List<Node> joinAll() {
        graph.nodes("Softmax").forEach(this::join);
        return List.copyOf(joined);
    }

    private void join(Node softmax) {
        Node masked = graph.producer(softmax.inputs().getFirst(), "Add");
        Node scores = masked == null ? null : scaled(masked);
        Node weighted = graph.consumer(softmax.outputs().getFirst(), "MatMul");
        if (masked == null || scores == null || weighted == null || !onlyMasks(masked, scores)) {
            return;
        }
        Node product = graph.producer(scores.inputs().getFirst(), "MatMul");
        if (product == null || !weighted.inputs().getFirst().equals(softmax.outputs().getFirst())) {
            return;
        }
        Node turned = graph.consumer(weighted.outputs().getFirst(), "Transpose");
        Heads queries = heads(product.inputs().getFirst(), HEADS_FIRST);
        Heads keys = heads(product.inputs().getLast(), KEYS_TURNED);
        Heads values = heads(weighted.inputs().getLast(), HEADS_FIRST);
        Node result = turned == null || !turned.numbers("perm").equals(HEADS_FIRST) ? null : reshaped(turned);
        if (result == null || queries == null || keys == null || values == null || !alike(List.of(queries, keys, values))) {
            return;
        }
        if (divisor(scores).filter(divisor -> Math.abs(divisor - Math.sqrt(queries.size())) < ROUNDING).isPresent()) {
            replace(result, List.of(queries.projection(), keys.projection(), values.projection()), queries.count());
        }
    }

    /** What divides the scores, among the two that are added up; the other one is the mask. */
    private @Nullable Node scaled(Node sum) {
        return sum.inputs().stream().map(input -> graph.producer(input, "Div")).filter(node -> node != null).findFirst().orElse(null);
    }

    /** Whether what is added to the scores says nothing but which tokens are padding; other models add how far tokens lie apart. */
    private boolean onlyMasks(Node sum, Node scores) {
        String mask = sum.inputs().getFirst().equals(scores.outputs().getFirst()) ? sum.inputs().getLast() : sum.inputs().getFirst();
        Node scaled = graph.producer(mask, "Mul");
        Node inverted = scaled == null || graph.constant(scaled.inputs().getLast()) == null ? null : graph.producer(scaled.inputs().getFirst(), "Sub");
        Node cast = inverted == null || graph.constant(inverted.inputs().getFirst()) == null ? null : graph.producer(inverted.inputs().getLast(), "Cast");
        Node widened = cast == null ? null : graph.producer(cast.inputs().getFirst(), "Unsqueeze");
        while (widened != null) {
            String value = widened.inputs().getFirst();
            if (value.equals("attention_mask")) {
                return true;
            }
            widened = graph.producer(value, "Unsqueeze");
        }
        return false;
    }

    private Optional<Float> divisor(Node division) {
        Tensor divisor = graph.constant(division.inputs().getLast());
        return divisor == null ? Optional.empty() : divisor.elements(Tensor.FLOAT).filter(one -> one.remaining() == Float.BYTES).map(ByteBuffer::getFloat);
    }

    /** What puts the heads beside each other again; only {@code turned}'s shape tells into what. */
    private @Nullable Node reshaped(Node turned) {
        List<Node> users = graph.nodes("Reshape").stream()
                .filter(node -> node.inputs().getFirst().equals(turned.outputs().getFirst()))
                .toList();
        return users.size() == 1 ? users.getFirst() : null;
    }

    private @Nullable Heads heads(String value, List<Long> order) {
        Node transposed = graph.producer(value, "Transpose");
        Node reshaped = transposed == null || !transposed.numbers("perm").equals(order)
                ? null
                : graph.producer(transposed.inputs().getFirst(), "Reshape");
        Projection projection = reshaped == null ? null : projection(reshaped.inputs().getFirst());
        Node shape = reshaped == null ? null : graph.producer(reshaped.inputs().getLast(), "Concat");
        if (projection == null || shape == null || shape.inputs().size() != 4) {
            return null;
        }
        long count = number(shape.inputs().get(2));
        long size = number(shape.inputs().get(3));
        return count > 0 && size > 0 && count * size == projection.width() ? new Heads(projection, count, size) : null;
    }

    private long number(String value) {
        Tensor number = graph.constant(value);
        return number == null ? 0 : number.elements(Tensor.INT64).filter(one -> one.remaining() == Long.BYTES).map(ByteBuffer::getLong).orElse(0L);
    }

    private @Nullable Projection projection(String value) {
        Node sum = graph.producer(value, "Add");
        Node rescaled = sum == null ? null : operand(sum, "Mul");
        Node cast = rescaled == null ? null : operand(rescaled, "Cast");
        Node scale = rescaled == null ? null : operand(rescaled, "Mul");
        Node product = cast == null ? null : graph.producer(cast.inputs().getFirst(), "MatMulInteger");
        if (sum == null || scale == null || product == null || product.inputs().size() != 4) {
            return null;
        }
        Node quantised = graph.producer(product.inputs().getFirst(), "DynamicQuantizeLinear");
        Tensor bias = constant(sum, Tensor.FLOAT);
        Tensor scales = constant(scale, Tensor.FLOAT);
        Tensor weights = graph.constant(product.inputs().get(1));
        Tensor zeroPoints = graph.constant(product.inputs().get(3));
        if (quantised == null || bias == null || scales == null || weights == null || zeroPoints == null) {
            return null;
        }
        List<String> input = quantised.outputs();
        boolean own = scale.inputs().contains(input.get(1)) && product.inputs().get(2).equals(input.get(2));
        return own ? new Projection(input, weights, zeroPoints, scales, bias) : null;
    }

    private @Nullable Tensor constant(Node node, int type) {
        return node.inputs().stream()
                .map(graph::constant)
                .filter(tensor -> tensor != null && tensor.type() == type)
                .findFirst()
                .orElse(null);
    }

    private @Nullable Node operand(Node node, String type) {
        return node.inputs().stream().map(input -> graph.producer(input, type)).filter(one -> one != null).findFirst().orElse(null);
    }

    /** Whether all of them are made of the same numbers in the same shape, and by columns. */
    private static boolean alike(List<Heads> heads) {
        Heads first = heads.getFirst();
        List<Long> columns = List.of(first.projection().width());
        return heads.stream().allMatch(one -> {
            Projection projection = one.projection();
            return one.count() == first.count()
                    && projection.input().equals(first.projection().input())
                    && projection.weights().shape().size() == 2
                    && projection.weights().shape().equals(first.projection().weights().shape())
                    && projection.weights().shape().getLast() == projection.width()
                    && projection.bias().shape().equals(columns)
                    && projection.scales().shape().equals(columns)
                    && projection.zeroPoints().shape().equals(columns)
                    && projection.weights().elements(Tensor.INT8).isPresent()
                    && projection.zeroPoints().elements(Tensor.INT8).isPresent()
                    && projection.scales().elements(Tensor.FLOAT).isPresent()
                    && projection.bias().elements(Tensor.FLOAT).isPresent();
        });
    }

    private void replace(Node result, List<Projection> projections, long heads) {
        String name = "joined-attention-" + joined.size();
        long rows = projections.getFirst().weights().shape().getFirst();
        long columns = 3 * projections.getFirst().width();
        add(name + "-weights", List.of(rows, columns), Tensor.INT8, projections.stream().map(Projection::weights).toList(), rows);
        add(name + "-zero-points", List.of(columns), Tensor.INT8, projections.stream().map(Projection::zeroPoints).toList(), 1);
        add(name + "-scales", List.of(columns), Tensor.FLOAT, projections.stream().map(Projection::scales).toList(), 1);
        add(name + "-bias", List.of(columns), Tensor.FLOAT, projections.stream().map(Projection::bias).toList(), 1);
        List<String> input = projections.getFirst().input();
        List<String> inputs = List.of(
                input.get(0), name + "-weights", name + "-bias", input.get(1), name + "-scales", "", input.get(2), name + "-zero-points");
        graph.replace(result, inputs, operator(name, inputs, result.outputs(), heads));
        joined.add(result);
    }

    private static Message operator(String name, List<String> inputs, List<String> outputs, long heads) {
        Message operator = new Message();
        inputs.forEach(input -> operator.text(1, input));
        outputs.forEach(output -> operator.text(2, output));
        return operator.text(3, name)
                .text(4, "QAttention")
                .message(5, new Message().text(1, "num_heads").number(3, heads).number(20, 2))
                .text(7, OnnxGraph.CONTRIBUTED);
    }

    /** Three tensors beside each other, row by row. */
    private void add(String name, List<Long> shape, int type, List<Tensor> parts, long rows) {
        List<ByteBuffer> elements = parts.stream().map(part -> part.elements(type).orElseThrow()).toList();
        int row = Math.toIntExact(elements.getFirst().remaining() / rows);
        ByteBuffer all = ByteBuffer.allocate(elements.stream().mapToInt(ByteBuffer::remaining).sum());
        for (int start = 0; start < row * rows; start += row) {
            for (ByteBuffer part : elements) {
                all.put(part.slice(start, row));
            }
        }
        graph.add(Tensor.written(name, shape, type, all.array()));
    }
}
