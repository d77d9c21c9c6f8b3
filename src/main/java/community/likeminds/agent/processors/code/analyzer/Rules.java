package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeSymbol.Kind;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What the nodes of one language's grammar mean, as {@code languages.rules} says it.
 *
 * @param defines definitions by node type, each in the order of the table
 * @param calls how calls are read, by node type
 * @param imports style by node type
 */
record Rules(
        Map<String, List<Define>> defines,
        Map<String, Invoke> calls,
        Map<String, String> imports,
        Set<String> packages,
        Set<String> comments,
        Set<String> annotations,
        Set<String> wraps,
        Set<String> bodies,
        Set<String> branches,
        Set<String> nests,
        Set<String> operators,
        String visibility,
        String visibilityElse,
        boolean docstring) {

    /**
     * A node that defines something.
     *
     * @param names alternative paths to the name
     * @param each path to the names of a node that defines several, or empty
     * @param tokens one of these children must be there, unless empty
     * @param values a child of one of these types must be there, unless empty
     * @param in the parent must be of one of these types, unless empty
     * @param owner path to the type that a member outside of it belongs to, or empty
     * @param follow type of the sibling that is its body, or empty
     */
    record Define(
            Kind kind,
            List<String> names,
            String each,
            Set<String> tokens,
            Set<String> values,
            Set<String> in,
            boolean direct,
            boolean members,
            String owner,
            String follow,
            boolean line) {}

    /**
     * @param callee path to what is called, or empty for the first part
     * @param receiver path to what it is called on, or empty when the callee holds it
     */
    record Invoke(String callee, String receiver) {}
}
