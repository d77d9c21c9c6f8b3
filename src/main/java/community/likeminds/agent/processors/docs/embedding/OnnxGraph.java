package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.processors.docs.embedding.Wire.Field;
import community.likeminds.agent.processors.docs.embedding.Wire.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The operators of an ONNX model, of which some can be replaced. Field numbers are those of <a
 * href="https://github.com/onnx/onnx/blob/main/onnx/onnx.proto">onnx.proto</a>.
 */
final class OnnxGraph {

    /** ONNX Runtime's own operators. */
    static final String CONTRIBUTED = "com.microsoft";

    private static final int MODEL_GRAPH = 7;
    private static final int MODEL_OPERATOR_SET = 8;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_TENSOR = 5;
    private static final int GRAPH_OUTPUT = 12;
    private static final int FIRST_OF_VALUE = 1;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_TYPE = 4;
    private static final int NODE_ATTRIBUTE = 5;
    private static final int ATTRIBUTE_NAME = 1;
    private static final int ATTRIBUTE_TENSOR = 5;
    private static final int ATTRIBUTE_NUMBERS = 8;
    private static final int TENSOR_NAME = 8;

    private final List<Field> model;
    private final List<Field> graph;
    private final Map<String, Node> producers = new HashMap<>();
    private final Map<String, List<Node>> consumers = new HashMap<>();
    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Map<Node, List<Message>> replaced = new HashMap<>();
    private final Map<Node, List<String>> newInputs = new HashMap<>();
    private final List<Message> added = new ArrayList<>();

    /** An operator; two are the same when they stand at the same place. */
    record Node(String type, List<String> inputs, List<String> outputs, Field field) {

        /** The numbers of an attribute, none when it has no such attribute. */
        List<Long> numbers(String name) {
            return field.fields(NODE_ATTRIBUTE).stream()
                    .filter(attribute -> attribute.fields(ATTRIBUTE_NAME).stream().anyMatch(text -> text.text().equals(name)))
                    .flatMap(attribute -> attribute.fields(ATTRIBUTE_NUMBERS).stream())
                    .flatMap(numbers -> numbers.numbers().stream())
                    .toList();
        }
    }

    private OnnxGraph(byte[] bytes) {
        this.model = Wire.fields(bytes, 0, bytes.length);
        this.graph = model.stream().filter(field -> field.number() == MODEL_GRAPH).findFirst().map(Field::fields).orElse(List.of());
        for (Field field : graph) {
            if (field.number() == GRAPH_TENSOR) {
                names(field, TENSOR_NAME).forEach(name -> tensors.put(name, Tensor.of(field)));
            } else if (field.number() == GRAPH_NODE) {
                add(node(field));
            }
        }
    }

    /** @throws IndexOutOfBoundsException and {@link ArithmeticException} for what is no model */
    static OnnxGraph read(byte[] model) {
        return new OnnxGraph(model);
    }

    private static Node node(Field field) {
        List<String> types = names(field, NODE_TYPE);
        return new Node(types.isEmpty() ? "" : types.getFirst(), names(field, NODE_INPUT), names(field, NODE_OUTPUT), field);
    }

    private void add(Node node) {
        node.outputs().forEach(name -> producers.put(name, node));
        node.inputs().forEach(name -> consumers.computeIfAbsent(name, input -> new ArrayList<>()).add(node));
        if (node.type().equals("Constant")) {
            node.field().fields(NODE_ATTRIBUTE).stream()
                    .flatMap(attribute -> attribute.fields(ATTRIBUTE_TENSOR).stream())
                    .forEach(value -> node.outputs().forEach(name -> tensors.put(name, Tensor.of(value))));
        }
    }

    private static List<String> names(Field message, int number) {
        return message.fields(number).stream().map(Field::text).toList();
    }

    /** In the order in which they are written. */
    List<Node> nodes(String type) {
        return graph.stream()
                .filter(field -> field.number() == GRAPH_NODE)
                .map(OnnxGraph::node)
                .filter(node -> node.type().equals(type))
                .toList();
    }

    /** The operator of a type that makes a value. */
    @Nullable Node producer(String value, String type) {
        Node node = producers.get(value);
        return node != null && node.type().equals(type) ? node : null;
    }

    /** The only operator that uses a value, when it is of a type. */
    @Nullable Node consumer(String value, String type) {
        List<Node> users = consumers.getOrDefault(value, List.of());
        return users.size() == 1 && users.getFirst().type().equals(type) ? users.getFirst() : null;
    }

    /** The operators that use a value. */
    List<Node> consumers(String value) {
        return List.copyOf(consumers.getOrDefault(value, List.of()));
    }

    /** The values that the model gives. */
    List<String> outputs() {
        return graph.stream()
                .filter(field -> field.number() == GRAPH_OUTPUT)
                .flatMap(output -> names(output, FIRST_OF_VALUE).stream())
                .toList();
    }

    /** What is known of a value before the model runs. */
    @Nullable Tensor constant(String name) {
        return tensors.get(name);
    }

    /** Puts another operator in the place of one; the outputs have the same names. */
    void replace(Node node, List<String> inputs, Message by) {
        replace(node, inputs, List.of(by));
    }

    /**
     * Puts several operators in the place of one; the last one's outputs have the same names.
     *
     * @param inputs what they need of the rest of the model
     */
    void replace(Node node, List<String> inputs, List<Message> by) {
        replaced.put(node, by);
        newInputs.put(node, inputs);
    }

    /** An operator with other inputs. */
    static Message withInputs(Node node, List<String> inputs) {
        Message changed = new Message();
        inputs.forEach(input -> changed.text(NODE_INPUT, input));
        node.field().fields().stream().filter(field -> field.number() != NODE_INPUT).forEach(changed::copy);
        return changed;
    }

    /** A new operator without attributes. */
    static Message operator(String type, List<String> inputs, String output) {
        Message operator = new Message();
        inputs.forEach(input -> operator.text(NODE_INPUT, input));
        return operator.text(NODE_OUTPUT, output).text(NODE_TYPE, type);
    }

    void add(Message tensor) {
        added.add(tensor);
    }

    boolean changed() {
        return !replaced.isEmpty();
    }

    /** The model without what its outputs no longer need. */
    byte[] written() {
        Set<String> needed = needed();
        Message written = new Message();
        for (Field field : graph) {
            switch (field.number()) {
                case GRAPH_NODE -> {
                    Node node = node(field);
                    if (node.outputs().stream().anyMatch(needed::contains)) {
                        List<Message> others = replaced.get(node);
                        if (others == null) {
                            written.copy(field);
                        } else {
                            others.forEach(other -> written.message(GRAPH_NODE, other));
                        }
                    }
                }
                case GRAPH_TENSOR -> {
                    if (names(field, TENSOR_NAME).stream().anyMatch(needed::contains)) {
                        written.copy(field);
                    }
                }
                default -> written.copy(field);
            }
        }
        added.forEach(tensor -> written.message(GRAPH_TENSOR, tensor));
        return model(written);
    }

    private byte[] model(Message graph) {
        Message whole = new Message();
        for (Field field : model) {
            if (field.number() == MODEL_GRAPH) {
                whole.message(MODEL_GRAPH, graph);
            } else {
                whole.copy(field);
            }
        }
        boolean known = model.stream()
                .filter(field -> field.number() == MODEL_OPERATOR_SET)
                .anyMatch(set -> names(set, FIRST_OF_VALUE).contains(CONTRIBUTED));
        if (!known) {
            whole.message(MODEL_OPERATOR_SET, new Message().text(1, CONTRIBUTED).number(2, 1));
        }
        return whole.written();
    }

    private Set<String> needed() {
        Deque<String> open = new ArrayDeque<>(outputs());
        Set<String> needed = new HashSet<>();
        while (!open.isEmpty()) {
            String value = open.pop();
            if (needed.add(value)) {
                Node node = producers.get(value);
                if (node != null) {
                    open.addAll(newInputs.getOrDefault(node, node.inputs()));
                }
            }
        }
        return needed;
    }

    /**
     * A constant.
     *
     * @param type of its elements, as {@code TensorProto.DataType} numbers them
     * @param content its elements in one of the ways to write them; null for others
     */
    record Tensor(List<Long> shape, int type, @Nullable Field content) {

        static final int FLOAT = 1;
        static final int INT8 = 3;
        static final int INT64 = 7;

        private static final int SHAPE = 1;
        private static final int TYPE = 2;
        private static final int FLOATS = 4;
        private static final int SMALL_NUMBERS = 5;
        private static final int RAW = 9;

        private static Tensor of(Field field) {
            List<Field> fields = field.fields();
            return new Tensor(
                    fields.stream().filter(one -> one.number() == SHAPE).flatMap(one -> one.numbers().stream()).toList(),
                    (int) fields.stream().filter(one -> one.number() == TYPE).mapToLong(Field::value).sum(),
                    fields.stream()
                            .filter(one -> one.number() == RAW || (one.number() == FLOATS || one.number() == SMALL_NUMBERS) && one.packed())
                            .findFirst()
                            .orElse(null));
        }

        /** Little-endian; empty when the elements are of another type or written in another way. */
        Optional<ByteBuffer> elements(int type) {
            if (content == null || type != this.type || content.number() == SMALL_NUMBERS && type != INT8) {
                return Optional.empty();
            }
            if (content.number() == SMALL_NUMBERS) {
                List<Long> numbers = content.numbers();
                ByteBuffer bytes = ByteBuffer.allocate(numbers.size());
                numbers.forEach(number -> bytes.put(number.byteValue()));
                return Optional.of(bytes.flip());
            }
            ByteBuffer written = ByteBuffer.wrap(content.bytes(), content.start(), content.end() - content.start());
            return Optional.of(written.slice().order(ByteOrder.LITTLE_ENDIAN));
        }

        static Message written(String name, List<Long> shape, int type, byte[] elements) {
            Message message = new Message();
            shape.forEach(size -> message.number(SHAPE, size));
            return message.number(TYPE, type).text(TENSOR_NAME, name).bytes(RAW, elements);
        }
    }
}
