package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import community.likeminds.agent.processors.code.ast.TextEdits;
import java.util.regex.Pattern;

/** The marks by which documentation leaves code out: {@code ...}, {@code // ... existing code}, an ellipsis in braces. */
public final class Elisions {

    private static final Pattern LINE = Pattern.compile("(?m)^[ \\t]*(\\.\\.\\.|…)[,;]?[ \\t]*$");
    private static final Pattern IN_BRACKETS = Pattern.compile("(?<=[{(\\[,])(\\s*)(\\.\\.\\.|…)(?=\\s*[)}\\]])");
    private static final Pattern COMMENT = Pattern.compile(
            "(?is)^(//|/\\*|\\{\\s*/\\*)[\\s*]*((\\.\\.\\.|…).*|.*[\\s:=({\\[](\\.\\.\\.|…).*"
                    + "|(your |the |rest of |other |existing |remaining |more )+(\\w+ )?"
                    + "(code|options|config|configuration|application|app|imports|routes|middleware|setup|settings)\\b.*"
                    + "|(add|put|place|insert) your .*)$");

    private Elisions() {}

    /** The text with bare ellipses blanked out, so that it can be parsed; offsets stay. */
    public static String blanked(String code) {
        String lines = LINE.matcher(code).replaceAll(match -> " ".repeat(match.group().length()));
        return IN_BRACKETS.matcher(lines).replaceAll(match -> match.group(1) + " ".repeat(match.group(2).length()));
    }

    public static boolean isMark(String comment) {
        return COMMENT.matcher(comment.strip()).matches();
    }

    /** The text without the comments that only say that something is left out; a line that held nothing else goes too. */
    static String removed(JsFile file) {
        String text = file.text();
        TextEdits edits = new TextEdits(text);
        for (SyntaxNode comment : file.root().all("comment")) {
            if (!isMark(comment.text())) {
                continue;
            }
            SyntaxNode holder = comment.parent();
            boolean jsx = holder != null && holder.is("jsx_expression") && holder.parts().isEmpty();
            if (jsx) {
                continue;
            }
            if (JsText.firstOnLine(text, comment.start()) && JsText.lastOnLine(text, comment.end())) {
                edits.delete(JsText.lineStart(text, comment.start()), JsText.nextLine(text, comment.end()));
            } else {
                int start = comment.start();
                while (start > 0 && (text.charAt(start - 1) == ' ' || text.charAt(start - 1) == '\t')) {
                    start--;
                }
                edits.delete(start, comment.end());
            }
        }
        return edits.apply();
    }
}
