package community.likeminds.agent.processors.code.analyzer;

import community.likeminds.agent.processors.code.CodeSymbol.Kind;
import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes how something is declared, on one line. */
final class Signatures {

    private static final int LONGEST = 300;
    private static final int LONGEST_VALUE = 100;

    private Signatures() {}

    /**
     * @param from offset at which the definition begins, its documentation left out
     * @param to offset at which it ends
     * @param annotations nodes that are left out, in the order of the text
     */
    static String of(String text, int from, int to, @Nullable SyntaxNode body, Kind kind, List<SyntaxNode> annotations) {
        int end = body == null ? to : Math.max(from, body.start());
        StringBuilder head = new StringBuilder();
        int at = from;
        for (SyntaxNode annotation : annotations) {
            if (annotation.start() >= at && annotation.end() <= end) {
                head.append(text, at, annotation.start());
                at = annotation.end();
            }
        }
        head.append(text, Math.min(at, end), end);
        String plain = head.toString().replaceAll("//[^\\n]*\\n|(?s)/\\*.*?\\*/", " ").strip();
        String line = bare(body == null ? shortened(plain, kind) : plain);
        if (!kind.callable() && !kind.type() && line.length() > LONGEST_VALUE && line.indexOf('=') > 0) {
            line = line.substring(0, line.indexOf('=')).strip();
        }
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST).strip() + "…";
    }

    /** The head of what has no body that the tree names. */
    private static String shortened(String plain, Kind kind) {
        return switch (kind) {
            case KEY -> before(plain, '\n');
            case ELEMENT -> plain.indexOf('>') < 0 ? plain : plain.substring(0, plain.indexOf('>') + 1);
            case RULE, GROUP -> before(plain, '{');
            case CLASS, INTERFACE, STRUCT, ENUM, RECORD, OBJECT, EXTENSION, MIXIN, ANNOTATION, NAMESPACE -> {
                String head = before(plain, '{');
                yield head.startsWith("@") ? before(head, '\n') : head;
            }
            case FUNCTION, METHOD, CONSTRUCTOR, TYPE -> plain;
            case PROPERTY, FIELD, CONSTANT, VARIABLE, ENUM_MEMBER -> plain.length() <= LONGEST_VALUE ? plain : before(before(plain, '='), '{');
        };
    }

    private static String before(String text, char mark) {
        int at = text.indexOf(mark, 1);
        return at < 0 ? text : text.substring(0, at);
    }

    private static String bare(String head) {
        return head.replaceAll("\\s+", " ").strip().replaceAll("\\s*(?:=>|[{:=;,])+$", "").strip();
    }
}
