package community.likeminds.agent.processors.docs.formats.openapi;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A value of a JSON or YAML document that knows its lines; what is missing is a value without content. */
record ApiNode(@Nullable Node node, @Nullable Node key) {

    static final ApiNode MISSING = new ApiNode(null, null);
    private static final int DEEPEST = 200;

    /** @throws org.yaml.snakeyaml.error.YAMLException when the text is neither */
    static ApiNode parse(String text) {
        LoaderOptions limits = new LoaderOptions();
        limits.setNestingDepthLimit(DEEPEST);
        limits.setCodePointLimit(text.length() + 1);
        limits.setMaxAliasesForCollections(500);
        limits.setAllowRecursiveKeys(false);
        // YAML knows no tabs between tokens, JSON has none within its strings.
        String readable = text.stripLeading().startsWith("{") ? text.replace('\t', ' ') : text;
        Node root = new Yaml(new SafeConstructor(limits)).compose(new StringReader(readable));
        return new ApiNode(root, null);
    }

    ApiNode get(String name) {
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar && scalar.getValue().equals(name)) {
                    return new ApiNode(tuple.getValueNode(), scalar);
                }
            }
        }
        return MISSING;
    }

    Map<String, ApiNode> entries() {
        Map<String, ApiNode> entries = new LinkedHashMap<>();
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                if (tuple.getKeyNode() instanceof ScalarNode scalar) {
                    entries.putIfAbsent(scalar.getValue(), new ApiNode(tuple.getValueNode(), scalar));
                }
            }
        }
        return entries;
    }

    List<ApiNode> items() {
        List<ApiNode> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) {
            sequence.getValue().forEach(one -> items.add(new ApiNode(one, null)));
        }
        return items;
    }

    /** The value as written without quotes, or an empty string for what is no single value. */
    String text() {
        return node instanceof ScalarNode scalar ? scalar.getValue() : "";
    }

    boolean isTrue() {
        return text().equals("true");
    }

    boolean exists() {
        return node != null;
    }

    boolean isText() {
        return node instanceof ScalarNode scalar && scalar.getTag().equals(org.yaml.snakeyaml.nodes.Tag.STR);
    }

    boolean isMap() {
        return node instanceof MappingNode;
    }

    boolean isList() {
        return node instanceof SequenceNode;
    }

    /** Whether its lines of text are lines of the document. */
    boolean isBlockText() {
        return node instanceof ScalarNode scalar && scalar.getScalarStyle() == ScalarStyle.LITERAL;
    }

    /** First line, that of its name where it has one. */
    int start() {
        Node first = key == null ? node : key;
        return first == null ? 1 : first.getStartMark().getLine() + 1;
    }

    int end() {
        if (node == null) {
            return 1;
        }
        // A block ends where the next thing begins.
        boolean openEnd = node.getEndMark().getColumn() == 0 || node instanceof MappingNode mapping && mapping.getFlowStyle() == org.yaml.snakeyaml.DumperOptions.FlowStyle.BLOCK;
        int line = node.getEndMark().getLine() + 1;
        return Math.max(start(), openEnd && line > start() ? line - 1 : line);
    }
}
