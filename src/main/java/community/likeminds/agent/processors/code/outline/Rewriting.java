package community.likeminds.agent.processors.code.outline;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What becomes of an expression of the file that a snippet shows within another call, or with further calls behind it; the expression itself stays. */
final class Rewriting {

    /** What stands before a returned or started expression. */
    private static final Pattern HEAD = Pattern.compile("^(return\\s+|runApp\\(\\s*(?://[^\\n]*\\n\\s*)*)");

    private static final Pattern ROOT = Pattern.compile("^(?:const\\s+|new\\s+)?([A-Za-z_][\\w.]*)\\(");
    private static final Pattern CHILD = Pattern.compile("\\bchild:\\s*(?:const\\s+)?([A-Z][\\w.]*)\\(");

    private Rewriting() {}

    /** The text that a piece of the file gets, or null when the snippet's piece is something else. */
    static @Nullable String of(Piece own, Piece shown) {
        String further = further(own, shown);
        return further != null ? further : within(own, shown);
    }

    /** The piece with the calls that the snippet has behind it. */
    static @Nullable String further(Piece own, Piece shown) {
        String text = own.text();
        if (own.gap() || shown.gap() || !(text.endsWith(")") || text.endsWith("}"))) {
            return null;
        }
        String moved = moved(own, shown);
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            if (Character.isWhitespace(text.charAt(i))) {
                continue;
            }
            while (at < moved.length() && Character.isWhitespace(moved.charAt(at))) {
                at++;
            }
            if (at >= moved.length() || moved.charAt(at++) != text.charAt(i)) {
                return null;
            }
        }
        String rest = moved.substring(at);
        return rest.strip().startsWith(".") ? text + rest : null;
    }

    /** Whether both have the same call around a child, whatever the child is. */
    static boolean there(Piece own, Piece shown) {
        int left = own.text().indexOf("child:");
        int right = shown.text().indexOf("child:");
        return left > 0 && right > 0 && HEAD.matcher(own.text()).find()
                && squeezed(own.text().substring(0, left)).equals(squeezed(shown.text().substring(0, right)));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+|\\bconst\\b", "");
    }

    private static String moved(Piece own, Piece shown) {
        return shown.source().moved(shown.start(), shown.end(), own.source(), own.source().indentAt(own.start()));
    }

    /** The snippet's expression with the file's own one at the place of the call that both have. */
    private static @Nullable String within(Piece own, Piece shown) {
        String text = own.text();
        String moved = moved(own, shown);
        Matcher head = HEAD.matcher(text);
        Matcher other = HEAD.matcher(moved);
        if (!head.find() || !other.find() || head.group(1).charAt(0) != other.group(1).charAt(0)) {
            return null;
        }
        String expression = text.substring(head.end());
        Matcher root = ROOT.matcher(expression);
        Matcher wrapper = ROOT.matcher(moved.substring(other.end()));
        if (!root.find() || !wrapper.find() || root.group(1).equals(wrapper.group(1))) {
            return null;
        }
        int at = place(moved, other.end(), root.group(1), head.group(1).startsWith("run"));
        int end = at < 0 ? -1 : callEnd(moved, at);
        int stop = callEnd(expression, 0);
        if (end < 0 || stop < 0) {
            return null;
        }
        boolean constant = expression.startsWith("const ");
        String kept = constant ? expression.substring(6, stop) : expression.substring(0, stop);
        String before = moved.substring(0, at).replaceFirst("const\\s+$", "");
        boolean outer = moved.startsWith("const ", other.end());
        String opening = outer && !constant ? before.substring(0, other.end()) + before.substring(other.end() + 6) : before;
        String line = opening.substring(opening.lastIndexOf('\n') + 1);
        String indent = opening.indexOf('\n') < 0 ? own.source().indentAt(own.start()) : line.substring(0, line.length() - line.stripLeading().length());
        String lines = kept.replaceAll("(?m)(?<=\\n)" + Pattern.quote(own.source().indentAt(own.start())), Matcher.quoteReplacement(indent));
        return opening + (constant && !outer ? "const " : "") + lines + moved.substring(end);
    }

    private static int place(String moved, int from, String root, boolean application) {
        Matcher call = Pattern.compile("(?<![\\w.])(?:const\\s+)?" + Pattern.quote(root) + "\\(").matcher(moved);
        int found = -1;
        while (call.find()) {
            if (found >= 0) {
                return -1;
            }
            found = call.start();
        }
        Matcher child = CHILD.matcher(moved);
        for (int at = from; application && found < 0 && child.find(at); at = child.end()) {
            boolean last = !CHILD.matcher(moved.substring(child.end())).find();
            found = last ? moved.indexOf(child.group(1), child.start(1)) : found;
        }
        return found > from ? found : -1;
    }

    /** Behind the call whose name begins at an offset. */
    private static int callEnd(String text, int from) {
        int depth = 0;
        for (int i = from; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\'') {
                int close = text.indexOf(c, i + 1);
                if (close < 0) {
                    return -1;
                }
                i = close;
            } else if (c == '(' || c == '[' || c == '{') {
                depth++;
            } else if ((c == ')' || c == ']' || c == '}') && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }
}
