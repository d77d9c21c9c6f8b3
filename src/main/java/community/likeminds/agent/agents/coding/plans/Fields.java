package community.likeminds.agent.agents.coding.plans;

import community.likeminds.agent.shared.AgentException;
import community.likeminds.agent.shared.EditDistance;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/** A mapping of a YAML text, read strictly: every error says the line. Values are strings, whatever they look like. */
final class Fields {

    private static final int LARGEST = 8_000_000;

    private final String name;
    private final Node node;
    private final Map<String, Node> values;

    private Fields(String name, Node node, Map<String, Node> values) {
        this.name = name;
        this.node = node;
        this.values = values;
    }

    /** @param name what the text is called in errors */
    static Fields parse(String text, String name) {
        LoaderOptions options = new LoaderOptions();
        options.setCodePointLimit(LARGEST);
        options.setAllowDuplicateKeys(false);
        options.setMaxAliasesForCollections(0);
        options.setNestingDepthLimit(20);
        try {
            Node node = new Yaml(options).compose(new java.io.StringReader(text));
            if (node == null) {
                throw invalid(name, 1, "it is empty", null);
            }
            return of(node, name);
        } catch (MarkedYAMLException wrong) {
            Mark mark = wrong.getProblemMark();
            throw invalid(name, mark == null ? 1 : mark.getLine() + 1, "it is no YAML: " + wrong.getProblem(), wrong);
        } catch (YAMLException wrong) {
            throw invalid(name, 1, "it is no YAML: " + String.valueOf(wrong.getMessage()).lines().findFirst().orElse(""), wrong);
        }
    }

    private static Fields of(Node node, String name) {
        if (!(node instanceof MappingNode mapping)) {
            throw invalid(name, line(node), "fields such as 'id: ...' are expected here", null);
        }
        Map<String, Node> values = new LinkedHashMap<>();
        for (NodeTuple tuple : mapping.getValue()) {
            if (values.put(scalar(tuple.getKeyNode(), name), tuple.getValueNode()) != null) {
                throw invalid(name, line(tuple.getKeyNode()), "the field '" + scalar(tuple.getKeyNode(), name) + "' stands here twice", null);
            }
        }
        return new Fields(name, node, values);
    }

    /** Refuses every field but these. */
    Fields only(String... known) {
        for (Map.Entry<String, Node> one : values.entrySet()) {
            if (!List.of(known).contains(one.getKey())) {
                Optional<String> near = java.util.Arrays.stream(known)
                        .filter(other -> EditDistance.between(other, one.getKey(), 3) <= 2)
                        .min(Comparator.comparingInt(other -> EditDistance.between(other, one.getKey(), 3)));
                throw invalid(name, line(one.getValue()), "there is no field '" + one.getKey() + "'"
                        + near.map(other -> "; '" + other + "' is near to it").orElse(", only " + String.join(", ", known)), null);
            }
        }
        return this;
    }

    boolean has(String key) {
        return values.containsKey(key);
    }

    String text(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw wrong("the field '" + key + "' is missing");
        }
        return scalar(value, name);
    }

    String text(String key, String otherwise) {
        return values.containsKey(key) ? text(key) : otherwise;
    }

    Fields fields(String key) {
        Node value = values.get(key);
        if (value == null) {
            throw wrong("the field '" + key + "' is missing");
        }
        return of(value, name);
    }

    List<String> texts(String key) {
        return elements(key).stream().map(one -> scalar(one, name)).toList();
    }

    List<Fields> list(String key) {
        return elements(key).stream().map(one -> of(one, name)).toList();
    }

    Map<String, String> map(String key) {
        Map<String, String> map = new LinkedHashMap<>();
        if (values.containsKey(key)) {
            Fields fields = fields(key);
            fields.values.forEach((field, value) -> map.put(field, scalar(value, name)));
        }
        return map;
    }

    <E extends Enum<E>> E constant(String key, Class<E> type) {
        String text = text(key);
        List<String> known = new ArrayList<>();
        for (E constant : type.getEnumConstants()) {
            if (PlanText.name(constant).equals(text) && !constant.name().equals("UNKNOWN")) {
                return constant;
            }
            known.add(PlanText.name(constant));
        }
        known.remove("unknown");
        throw wrong(key, "'" + text + "' is no " + key + "; there are " + String.join(", ", known));
    }

    /** An error about a field. */
    AgentException wrong(String key, String reason) {
        Node value = values.get(key);
        return invalid(name, line(value == null ? node : value), reason, null);
    }

    private AgentException wrong(String reason) {
        return invalid(name, line(node), reason, null);
    }

    private List<Node> elements(String key) {
        Node value = values.get(key);
        if (value == null) {
            return List.of();
        }
        if (!(value instanceof SequenceNode sequence)) {
            throw wrong(key, "the field '" + key + "' wants a list");
        }
        return sequence.getValue();
    }

    private static String scalar(Node node, String name) {
        if (node instanceof ScalarNode scalar && scalar.getTag().getValue().startsWith(Tag.PREFIX)) {
            return scalar.getValue();
        }
        throw invalid(name, line(node), "text is expected here", null);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }

    private static AgentException invalid(String name, int line, String reason, @Nullable Throwable cause) {
        return new AgentException(
                AgentException.Kind.BAD_INPUT, "plan-invalid", "The plan " + name + " cannot be used, line " + line + ": " + reason + ".",
                "Correct it, or make a new one with: likeminds plan.", cause);
    }
}
