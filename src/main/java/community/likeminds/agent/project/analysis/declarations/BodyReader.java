package community.likeminds.agent.project.analysis.declarations;

import static community.likeminds.agent.project.analysis.declarations.DeclarationReader.children;
import static community.likeminds.agent.project.analysis.declarations.DeclarationReader.field;

import community.likeminds.agent.project.analysis.declarations.Declaration.Kind;
import java.util.ArrayList;
import java.util.List;
import org.treesitter.TSNode;

/** Reads what has a body with members: classes, interfaces and enumerations. */
final class BodyReader {

    private final String text;
    private final TypeReader types;

    BodyReader(String text, TypeReader types) {
        this.text = text;
        this.types = types;
    }

    /** A class or an interface with its members and what it extends. */
    Declaration classLike(TSNode node) {
        boolean isInterface = node.getType().equals("interface_declaration");
        List<TypeReference> supers = new ArrayList<>();
        for (TSNode child : children(node)) {
            switch (child.getType()) {
                case "class_heritage" -> children(child).stream()
                        .filter(clause -> clause.getType().equals("extends_clause"))
                        .forEach(clause -> field(clause, "value").ifPresent(value -> supers.add(types.value(value))));
                case "extends_type_clause", "extends_clause" -> children(child).stream()
                        .filter(TSNode::isNamed)
                        .forEach(type -> supers.add(types.type(type)));
                default -> { }
            }
        }
        TypeReference.Literal body = field(node, "body").map(types::literal)
                .orElse(new TypeReference.Literal(List.of(), true));
        return new Declaration(
                isInterface ? Kind.INTERFACE : Kind.CLASS,
                name(node),
                body.members(),
                List.copyOf(supers),
                body.open() || node.hasError(),
                TypeReference.UNKNOWN,
                null);
    }

    Declaration enumeration(TSNode node) {
        List<Member> members = new ArrayList<>();
        field(node, "body").ifPresent(body -> children(body).forEach(child -> {
            switch (child.getType()) {
                case "property_identifier", "string" -> members.add(member(DeclarationReader.unquoted(text(child))));
                case "enum_assignment" -> members.add(member(name(child)));
                default -> { }
            }
        }));
        return new Declaration(
                Kind.ENUM, name(node), List.copyOf(members), List.of(), node.hasError(), TypeReference.UNKNOWN, null);
    }

    private static Member member(String name) {
        return new Member(name, true, TypeReference.UNKNOWN);
    }

    private String text(TSNode node) {
        return DeclarationReader.text(text, node);
    }

    private String name(TSNode node) {
        return field(node, "name").map(this::text).map(DeclarationReader::unquoted).orElse("");
    }
}
