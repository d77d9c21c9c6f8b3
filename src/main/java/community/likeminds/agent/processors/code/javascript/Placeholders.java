package community.likeminds.agent.processors.code.javascript;

import community.likeminds.agent.processors.code.ast.SyntaxNode;
import java.util.regex.Pattern;

/** Tells values that a reader has to replace, such as {@code "YOUR_API_KEY"}, from real ones. */
public final class Placeholders {

    private static final Pattern WORDS = Pattern.compile(
            "(?is)^\\W*(your|my|enter|insert|replace|paste|put|add|change|fill|provide|specify)([\\s_.:-].*|[A-Z].*)$");
    private static final Pattern MARKED = Pattern.compile("(?s)^(<[^<>]+>|\\{\\{?[^{}]*\\}?\\}|\\[[^\\[\\]]+\\]|%[\\w.-]+%|\\$\\{?[A-Z_]+\\}?)$");
    private static final Pattern INSIDE = Pattern.compile(
            "(?is).*(<[a-z][a-z0-9 _-]*>|\\[your[^\\]]*\\]|\\{your[^}]*\\}|\\byour[-_][a-z0-9_-]+|xxx+|\\*\\*\\*+|\\.\\.\\.|…).*");
    private static final Pattern UPPER = Pattern.compile(
            "^[A-Z][A-Z0-9]*([_ -][A-Z0-9]+)*[_ -]?(KEY|ID|TOKEN|SECRET|URL|NAME|UUID|DSN|PASSWORD|DOMAIN|URI|CODE)(_HERE| HERE)?$");

    private static final Pattern MADE_UP = Pattern.compile("(?i)^(change[_-]?me|replace[_-]?me|todo|_{2,}[a-z][\\w.]*_{2,}|#\\{\\w+\\}|[\u2022\u25CF]{3,})$");

    /** An address with a key that is made up. */
    private static final Pattern ADDRESS = Pattern.compile("(?i)[a-z]+://[^/@\\s]*(?:example|public|your|key)[^/@\\s]*@\\S+");

    /** As Android's manifest writes a class of the project's own package. */
    private static final Pattern CLASS_NAME = Pattern.compile("(?:\\.[A-Za-z]\\w*)+");

    private Placeholders() {}

    /** Whether a text is one that a reader has to replace. */
    public static boolean isPlaceholder(String value) {
        String text = value.strip();
        return text.length() > 1 && !CLASS_NAME.matcher(text).matches()
                && (WORDS.matcher(text).matches() && looksLikeKey(text)
                        || MARKED.matcher(text).matches()
                        || ADDRESS.matcher(text).matches()
                        || MADE_UP.matcher(text).matches()
                        || INSIDE.matcher(text).matches()
                        || UPPER.matcher(text).matches());
    }

    private static boolean looksLikeKey(String text) {
        return text.matches("(?is).*(key|id\\b|_id|token|secret|url|uri|name|user|dsn|password|domain|uuid|code|value|endpoint"
                + "|project|app|account|bucket|region|host|email|org|tenant|client|api|here).*") || text.matches("[A-Z0-9_ -]+");
    }

    static boolean isPlaceholder(SyntaxNode value) {
        return value.is("string") && isPlaceholder(JsText.unquoted(value));
    }
}
