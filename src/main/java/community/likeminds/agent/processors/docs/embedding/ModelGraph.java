package community.likeminds.agent.processors.docs.embedding;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Brings a model's graph into the form that ONNX Runtime joins operators in: it adds a bias within the quantised product only where the
 * bias is the second operand, and PyTorch writes it as the first one. The sums are the same and take a tenth less time.
 *
 * <p>Works on the bytes of the model, a protocol buffer: <a href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class ModelGraph {

    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int TENSOR_NAME = 8;
    private static final int NODE_INPUT = 1;
    private static final int NODE_TYPE = 4;

    private final byte[] bytes;
    private int position;

    private ModelGraph(byte[] bytes) {
        this.bytes = bytes;
    }

    /** Where a field's content stands; {@code tag} is where the field begins. */
    private record Field(int tag, int start, int end) {}

    /**
     * The same model with biases second. Bytes that are not understood are returned as they are.
     *
     * @param model an ONNX model, not changed
     */
    static byte[] withBiasesSecond(byte[] model) {
        byte[] copy = model.clone();
        try {
            new ModelGraph(copy).swap();
            return copy;
        } catch (IndexOutOfBoundsException | ArithmeticException notAModel) {
            // ONNX Runtime says what is wrong with it.
            return model;
        }
    }

    private void swap() {
        for (Field graph : fields(0, bytes.length, MODEL_GRAPH)) {
            Set<String> constants = new HashSet<>();
            for (Field tensor : fields(graph.start(), graph.end(), GRAPH_INITIALIZER)) {
                fields(tensor.start(), tensor.end(), TENSOR_NAME).forEach(name -> constants.add(text(name)));
            }
            for (Field node : fields(graph.start(), graph.end(), GRAPH_NODE)) {
                swap(node, constants);
            }
        }
    }

    private void swap(Field node, Set<String> constants) {
        List<Field> inputs = fields(node.start(), node.end(), NODE_INPUT);
        boolean sum = fields(node.start(), node.end(), NODE_TYPE).stream().anyMatch(type -> text(type).equals("Add"));
        if (!sum || inputs.size() != 2 || inputs.get(0).end() != inputs.get(1).tag()) {
            return;
        }
        Field first = inputs.get(0);
        Field second = inputs.get(1);
        if (constants.contains(text(first)) && !constants.contains(text(second))) {
            byte[] bias = Arrays.copyOfRange(bytes, first.tag(), first.end());
            byte[] other = Arrays.copyOfRange(bytes, second.tag(), second.end());
            System.arraycopy(other, 0, bytes, first.tag(), other.length);
            System.arraycopy(bias, 0, bytes, first.tag() + other.length, bias.length);
        }
    }

    private String text(Field field) {
        return new String(bytes, field.start(), field.end() - field.start(), StandardCharsets.UTF_8);
    }

    /** The fields with a number and a length in a message. */
    private List<Field> fields(int start, int end, int number) {
        List<Field> fields = new ArrayList<>();
        position = start;
        while (position < end) {
            int tag = position;
            long key = varint();
            switch ((int) (key & 7)) {
                case 0 -> varint();
                case 1 -> position += Long.BYTES;
                case 2 -> {
                    int length = Math.toIntExact(varint());
                    if (length < 0 || length > end - position) {
                        throw new IndexOutOfBoundsException(length);
                    }
                    if (key >>> 3 == number) {
                        fields.add(new Field(tag, position, position + length));
                    }
                    position += length;
                }
                case 5 -> position += Integer.BYTES;
                default -> throw new IndexOutOfBoundsException("wire type " + (key & 7));
            }
        }
        return fields;
    }

    private long varint() {
        long value = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = bytes[position++];
            value |= (long) (next & 0x7f) << shift;
            if (next >= 0) {
                return value;
            }
        }
        throw new IndexOutOfBoundsException("number without end");
    }
}
