package community.likeminds.agent.processors.docs.embedding;

import community.likeminds.agent.processors.docs.embedding.OnnxGraph.Node;
import community.likeminds.agent.processors.docs.embedding.OnnxGraph.Tensor;
import community.likeminds.agent.processors.docs.embedding.Wire.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Lets what follows a model's last attention see the first token's state alone, for models whose first state is the text's vector. Three
 * quarters of that layer are left out; the state differs by what its numbers are rounded to, as rounding follows the largest among them.
 */
final class FirstState {

    /** Operators that look at each token by itself. */
    private static final Set<String> EACH_TOKEN =
            Set.of("DynamicQuantizeLinear", "MatMulInteger", "Cast", "Mul", "Add", "Sub", "Div", "Pow", "Sqrt", "Erf", "ReduceMean");

    private static final List<Long> LAST_AXIS = List.of(-1L);

    private static final String BEGIN = "first-state-begin";
    private static final String END = "first-state-end";
    private static final String AXIS = "first-state-axis";

    private final OnnxGraph graph;

    FirstState(OnnxGraph graph) {
        this.graph = graph;
    }

    /** @param attention what puts an attention's heads beside each other; nothing happens when another attention follows */
    void keep(Node attention) {
        Set<Node> after = new LinkedHashSet<>();
        if (attention.outputs().size() != 1 || graph.outputs().size() != 1 || !collect(attention.outputs().getFirst(), after)) {
            return;
        }
        Set<String> made = new LinkedHashSet<>();
        after.forEach(node -> made.addAll(node.outputs()));
        if (!made.containsAll(graph.outputs())) {
            return;
        }
        Set<String> entering = new LinkedHashSet<>(attention.outputs());
        for (Node node : after) {
            for (String input : node.inputs()) {
                boolean known = made.contains(input) || entering.contains(input) || input.isEmpty() || graph.constant(input) != null;
                if (!known && !node.type().equals("Add")) {
                    return;
                }
                if (!known) {
                    // What the attention's result is added to: the states before it.
                    entering.add(input);
                }
            }
        }
        after.stream().filter(node -> node.inputs().stream().anyMatch(entering::contains)).forEach(node -> cut(node, entering));
        add(BEGIN, 0);
        add(END, 1);
        add(AXIS, 1);
    }

    /** Whether all that follows looks at each token by itself. */
    private boolean collect(String value, Set<Node> after) {
        Deque<String> open = new ArrayDeque<>(List.of(value));
        while (!open.isEmpty()) {
            for (Node node : graph.consumers(open.pop())) {
                boolean each = EACH_TOKEN.contains(node.type()) && (!node.type().equals("ReduceMean") || node.numbers("axes").equals(LAST_AXIS));
                if (!each) {
                    return false;
                }
                if (after.add(node)) {
                    open.addAll(node.outputs());
                }
            }
        }
        return !after.isEmpty();
    }

    private void cut(Node node, Set<String> entering) {
        List<Message> operators = new ArrayList<>();
        List<String> inputs = new ArrayList<>();
        List<String> needed = new ArrayList<>(node.inputs());
        for (String input : node.inputs()) {
            if (entering.contains(input)) {
                String first = node.outputs().getFirst() + "-of-first-" + operators.size();
                operators.add(OnnxGraph.operator("Slice", List.of(input, BEGIN, END, AXIS), first));
                inputs.add(first);
            } else {
                inputs.add(input);
            }
        }
        operators.add(OnnxGraph.withInputs(node, inputs));
        graph.replace(node, needed, operators);
    }

    private void add(String name, long number) {
        byte[] written = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN).putLong(number).array();
        graph.add(Tensor.written(name, List.of(1L), Tensor.INT64, written));
    }
}
