package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeSymbol.Kind;
import community.likeminds.agent.processors.code.CodeSymbol.Visibility;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says who can use a definition, the way its language says it. */
final class Visibilities {

    private static final Pattern MODIFIER = Pattern.compile("\\b(public|open|protected|internal|fileprivate|private)\\b(?!\\()");

    private final Rules rules;

    Visibilities(Rules rules) {
        this.rules = rules;
    }

    Visibility of(SyntaxNode node, SyntaxNode outer, String name, String signature, @Nullable Kind parent) {
        return switch (rules.visibility()) {
            case "modifiers" -> parent == Kind.INTERFACE || parent == Kind.ANNOTATION
                    ? modifier(signature, name, Visibility.PUBLIC)
                    : modifier(signature, name, otherwise(node));
            case "export" -> exported(outer, name, signature, parent);
            case "underscore" -> name.startsWith("_") && !name.endsWith("__") ? Visibility.PRIVATE : Visibility.PUBLIC;
            case "capital" -> Character.isUpperCase(name.codePointAt(0)) ? Visibility.PUBLIC : Visibility.INTERNAL;
            case "sections" -> section(node);
            case "static" -> signature.startsWith("static ") ? Visibility.INTERNAL : Visibility.PUBLIC;
            default -> Visibility.PUBLIC;
        };
    }

    private Visibility otherwise(SyntaxNode node) {
        return node.is("enum_constant", "enum_entry", "extension_declaration")
                ? Visibility.PUBLIC
                : Visibility.valueOf(rules.visibilityElse().toUpperCase(Locale.ROOT));
    }

    private static Visibility modifier(String signature, String name, Visibility otherwise) {
        int end = signature.indexOf(name);
        Matcher modifier = MODIFIER.matcher(end >= 0 ? signature.substring(0, end) : signature);
        if (!modifier.find()) {
            return otherwise;
        }
        return switch (modifier.group(1)) {
            case "protected" -> Visibility.PROTECTED;
            case "internal" -> Visibility.INTERNAL;
            case "private", "fileprivate" -> Visibility.PRIVATE;
            default -> Visibility.PUBLIC;
        };
    }

    private static Visibility exported(SyntaxNode outer, String name, String signature, @Nullable Kind parent) {
        if (parent != null && parent != Kind.NAMESPACE) {
            return name.startsWith("#") ? Visibility.PRIVATE : modifier(signature, name, Visibility.PUBLIC);
        }
        return outer.is("export_statement") || signature.startsWith("exports.") || signature.startsWith("module.exports")
                ? Visibility.PUBLIC
                : Visibility.INTERNAL;
    }

    /** Ruby's {@code private} on a line of its own holds for what follows in the same body. */
    private static Visibility section(SyntaxNode node) {
        SyntaxNode body = node.parent();
        Visibility now = Visibility.PUBLIC;
        if (body == null) {
            return now;
        }
        for (SyntaxNode sibling : body.children()) {
            if (sibling == node) {
                return node.is("method") ? now : Visibility.PUBLIC;
            }
            if (sibling.is("identifier")) {
                now = switch (sibling.text()) {
                    case "private" -> Visibility.PRIVATE;
                    case "protected" -> Visibility.PROTECTED;
                    case "public" -> Visibility.PUBLIC;
                    default -> now;
                };
            }
        }
        return now;
    }
}
