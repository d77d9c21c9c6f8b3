package community.likeminds.agent.project.analysis.declarations;

import static community.likeminds.agent.project.analysis.declarations.DeclarationReader.children;
import static community.likeminds.agent.project.analysis.declarations.DeclarationReader.field;
import static community.likeminds.agent.project.analysis.declarations.DeclarationReader.unquoted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;

/** Reads types as far as members can be looked up in them. */
final class TypeReader {

    private final String text;

    TypeReader(String text) {
        this.text = text;
    }

    private String text(TSNode node) {
        return DeclarationReader.text(text, node);
    }

    TypeReference type(TSNode node) {
        return switch (node.getType()) {
            case "type_annotation", "parenthesized_type", "readonly_type" -> onlyChild(node);
            case "type_identifier", "identifier", "nested_type_identifier", "nested_identifier" ->
                new TypeReference.Named(path(node));
            case "generic_type" -> field(node, "name").map(this::type).orElse(TypeReference.UNKNOWN);
            case "type_query" -> children(node).stream()
                    .filter(TSNode::isNamed)
                    .findFirst()
                    .map(this::value)
                    .orElse(TypeReference.UNKNOWN);
            case "object_type", "interface_body" -> literal(node);
            case "intersection_type" -> new TypeReference.AllOf(
                    children(node).stream().filter(TSNode::isNamed).map(this::type).toList());
            case "function_type" -> callable(node);
            case "this_type" -> new TypeReference.Self();
            default -> TypeReference.UNKNOWN;
        };
    }

    /** The type of a value that is named, such as after {@code typeof} and {@code extends}. */
    TypeReference value(TSNode node) {
        return switch (node.getType()) {
            case "identifier", "type_identifier", "member_expression", "nested_identifier" ->
                new TypeReference.ValueOf(path(node));
            default -> TypeReference.UNKNOWN;
        };
    }

    TypeReference callable(TSNode node) {
        return new TypeReference.Callable(field(node, "return_type").map(this::type).orElse(TypeReference.UNKNOWN));
    }

    /** Members of a class, an interface or an object type. */
    TypeReference.Literal literal(TSNode body) {
        List<Member> members = new ArrayList<>();
        boolean open = body.hasError();
        for (TSNode child : children(body)) {
            switch (child.getType()) {
                case "property_signature", "public_field_definition", "field_definition" -> {
                    Optional<TSNode> name = field(child, "name");
                    open |= name.isEmpty() || name.get().getType().equals("computed_property_name");
                    name.ifPresent(node -> members.add(new Member(
                            unquoted(text(node)), isStatic(child),
                            field(child, "type").map(this::type).orElse(TypeReference.UNKNOWN))));
                }
                case "method_signature", "method_definition", "abstract_method_signature" -> {
                    Optional<TSNode> name = field(child, "name");
                    open |= name.isEmpty();
                    name.ifPresent(node ->
                            members.add(new Member(unquoted(text(node)), isStatic(child), methodType(child))));
                }
                case "index_signature", "ERROR", "mapped_type_clause" -> open = true;
                default -> { }
            }
        }
        return new TypeReference.Literal(List.copyOf(members), open);
    }

    private TypeReference methodType(TSNode method) {
        boolean getter = children(method).stream().anyMatch(child -> child.getType().equals("get"));
        return getter ? field(method, "return_type").map(this::type).orElse(TypeReference.UNKNOWN) : callable(method);
    }

    private static boolean isStatic(TSNode member) {
        return children(member).stream().anyMatch(child -> child.getType().equals("static"));
    }

    private TypeReference onlyChild(TSNode node) {
        return children(node).stream().filter(TSNode::isNamed).findFirst().map(this::type).orElse(TypeReference.UNKNOWN);
    }

    private List<String> path(TSNode node) {
        return List.of(text(node).split("\\s*\\.\\s*"));
    }
}
