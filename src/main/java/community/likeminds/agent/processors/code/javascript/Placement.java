package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts top-level statements into a file: behind what they depend on and before what uses them. */
final class Placement {

    private Placement() {}

    static String add(JsFile file, Needs.Item item) {
        SyntaxNode user = null;
        SyntaxNode last = null;
        for (SyntaxNode statement : file.statements()) {
            if (JsImport.of(statement) != null) {
                last = statement;
                continue;
            }
            if (user == null && uses(statement, item.names())) {
                user = statement;
            }
            if (user == null && Names.declaredBy(statement).stream().anyMatch(item.uses()::contains)) {
                last = statement;
            }
        }
        if (user != null) {
            return before(file, receiver(file, user, item), item.text());
        }
        return last == null ? atBeginning(file, item.text()) : behind(file, last, item.text());
    }

    /** The statement that makes what a statement is called on, where the new one may stand before it; else the statement. */
    private static SyntaxNode receiver(JsFile file, SyntaxNode user, Needs.Item item) {
        for (Receivers one : Receivers.of(file)) {
            boolean called = !one.name().isEmpty() && !SetupCalls.methodOn(user, one.name()).isEmpty();
            boolean behind = one.statement().parent() == file.root() && one.statement().start() < user.start();
            boolean late = file.statements().stream().anyMatch(other -> other.start() > one.statement().start()
                    && Names.declaredBy(other).stream().anyMatch(item.uses()::contains));
            if (called && behind && !late && !item.uses().contains(one.name())) {
                return one.statement();
            }
        }
        return user;
    }

    private static boolean uses(SyntaxNode statement, List<String> names) {
        Set<String> free = Names.free(statement);
        return names.stream().anyMatch(free::contains);
    }

    /** A statement in its own paragraph before another one and that one's comments. */
    static String before(JsFile file, SyntaxNode statement, String code) {
        String text = file.text();
        int at = JsText.lineStart(text, Comments.start(file, statement));
        String head = text.substring(0, at);
        boolean apart = head.isBlank() || head.matches("(?s).*\\n\\r?\\n");
        return head + (apart ? "" : "\n") + code + "\n\n" + text.substring(at);
    }

    static String behind(JsFile file, SyntaxNode statement, String code) {
        String text = file.text();
        int at = JsText.lineEnd(text, statement.end());
        String tail = text.substring(at);
        boolean apart = tail.isBlank() || tail.matches("(?s)\\r?\\n[ \\t]*\\r?\\n.*");
        return text.substring(0, at) + "\n\n" + code + (apart ? "" : "\n") + tail;
    }

    private static String atBeginning(JsFile file, @Nullable String code) {
        String text = file.text();
        int at = Preamble.end(file);
        String rest = text.substring(at);
        String gap = at > 0 && text.charAt(at - 1) != '\n' ? "\n" : "";
        return text.substring(0, at) + gap + code + (rest.isBlank() ? "\n" : "\n\n") + rest;
    }
}
