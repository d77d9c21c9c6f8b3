package community.likeminds.agent.agents.documentation.review;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The ways in which a documented piece of code can be read: without what documentation adds to code, and by its parts. */
final class Fragment {

    private static final Pattern ELLIPSIS_LINE = Pattern.compile(
            "(?m)^[ \\t]*(?:(?:\\.{3,}|…|\\. \\. \\.|\\[(?:\\.\\.\\.|…)\\]|<(?:\\.\\.\\.|…)>)[,;.]?(?:[ \\t]+.*)?|\\(\\.\\.\\.\\))[ \\t]*$");
    private static final Pattern ELLIPSIS_INSIDE = Pattern.compile("([{(\\[,]\\s*)(?:\\.{3,}|…)(?:[ \\t]+[^)}\\]\\n,]*)?(?:\\s*,|(?=\\s*[)}\\]]))");
    private static final Pattern ELLIPSIS_CHAIN = Pattern.compile("(?<=[)\\w>])\\.{3,}(?=\\s*(?:[.);,]|$))", Pattern.MULTILINE);
    private static final Pattern ELLIPSIS_BETWEEN = Pattern.compile("(?<=[)\\w>])\\.{3,}(?=\\w)");
    private static final Pattern ELLIPSIS_STATEMENT = Pattern.compile("(?m)(?<![=!<>])=[ \\t]*(?:\\.{3,}|…)[ \\t]*$");
    /** The rest of a chain of calls, at the end of a block. */
    private static final Pattern ELLIPSIS_LAST = Pattern.compile("(?<=[)\\w])\\.{3,}[ \\t]*(?=\\n\\s*})");
    private static final Pattern COMMENTED_VALUE = Pattern.compile("(?m)(?<![=!<>])=[ \\t]*//[^\\n]*(?:\\.{3}|…)[^\\n]*$");
    private static final Pattern COMMENT_VALUE = Pattern.compile("((?:=|:|=>|\\breturn)[ \\t]*)/\\*[^*\\n]*\\*/(?=[ \\t]*(?:[;,)]|$))", Pattern.MULTILINE);
    private static final Pattern EMPTY_VALUE = Pattern.compile("((?:=>|\\breturn|=)\\s*)\\(\\s*\\)(?=\\s*(?:[;,)}]|$))", Pattern.MULTILINE);
    private static final Pattern WORDS = Pattern.compile("\\{\\s*[A-Za-z]+(?: [a-zA-Z]+)+\\s*\\}");
    private static final Pattern NO_BODY = Pattern.compile("(?m)^(\\s*(?:public|protected|private|static|abstract|final|override)\\b[^;{}=\\n]*\\))[ \\t]*$");
    private static final Pattern OPEN_ELEMENT = Pattern.compile("(?s)^\\s*<([A-Za-z][\\w.]*)(?:\\s[^<]*)?>\\s*$");
    private static final Pattern ELLIPSIS_VALUE = Pattern.compile("((?:=|:|=>|\\breturn|->)\\s*)(?:\\.{3,}|…)");
    private static final Pattern ELLIPSIS_END = Pattern.compile("(?m),?[ \\t]*(?:\\.{3,}|…)[,;]?[ \\t]*$");
    /** Brackets that hold nothing but a comment on what the reader puts there. */
    private static final Pattern COMMENT_ONLY = Pattern.compile("(?<=[(=>:]|return)(\\s*)\\((\\s*(?://[^\\n]*\\n\\s*|\\{?/\\*(?:[^*]|\\*(?!/))*\\*/\\}?\\s*)+)\\)");
    private static final Pattern ADDED = Pattern.compile("(?m)^([ \\t]*)\\+(?![+=])");
    private static final Pattern TAKEN = Pattern.compile("(?m)^[ \\t]*-(?![-=>]).*$");
    private static final Pattern PROMPT = Pattern.compile("(?m)^(?:\\$|>|>>>|\\.\\.\\.|%|!)(?: .*)?$");

    private Fragment() {}

    /** The code as it is and without what documentation adds: ellipses, marks of changes, prompts. */
    static List<String> plain(String code) {
        Set<String> texts = new LinkedHashSet<>();
        texts.add(code);
        String whole = withoutEllipses(code);
        texts.add(whole);
        texts.add(COMMENT_ONLY.matcher(whole).replaceAll("$1($2 null)"));
        whole = COMMENT_ONLY.matcher(whole).replaceAll("$1($2 null)");
        texts.add(illustrated(whole));
        boolean marked = ADDED.matcher(whole).find() || TAKEN.matcher(whole).find();
        if (marked) {
            texts.add(ADDED.matcher(TAKEN.matcher(whole).replaceAll("")).replaceAll("$1 "));
        }
        if (PROMPT.matcher(whole).find()) {
            texts.add(PROMPT.matcher(whole).replaceAll(""));
        }
        return List.copyOf(texts);
    }

    static String withoutEllipses(String code) {
        String text = COMMENT_VALUE.matcher(code).replaceAll("$1 null");
        if (!elided(code)) {
            return text;
        }
        text = ELLIPSIS_LINE.matcher(text).replaceAll("");
        text = ELLIPSIS_INSIDE.matcher(text).replaceAll("$1");
        text = ELLIPSIS_LAST.matcher(text).replaceAll(";");
        text = COMMENTED_VALUE.matcher(text).replaceAll("= null;");
        text = ELLIPSIS_STATEMENT.matcher(text).replaceAll("= null;");
        text = ELLIPSIS_VALUE.matcher(text).replaceAll("$1 null");
        text = ELLIPSIS_BETWEEN.matcher(text).replaceAll(".");
        text = ELLIPSIS_CHAIN.matcher(text).replaceAll("");
        text = EMPTY_VALUE.matcher(text).replaceAll("$1 null");
        return ELLIPSIS_END.matcher(text).replaceAll("");
    }

    /** Words in place of an expression, declarations without their bodies, an element without its end. */
    private static String illustrated(String code) {
        String text = NO_BODY.matcher(WORDS.matcher(code).replaceAll("{x}")).replaceAll("$1 {}");
        Matcher element = OPEN_ELEMENT.matcher(text);
        return element.matches() && !text.contains("/>") ? text + "</" + element.group(1) + ">" : text;
    }

    static boolean elided(String code) {
        return code.contains("...") || code.contains("…") || code.contains(". . .");
    }

    /** Parts that are divided by blank lines outside of brackets. */
    static List<String> parts(String code) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        int depth = 0;
        for (String line : code.lines().toList()) {
            if (line.isBlank() && depth <= 0) {
                add(parts, part);
                depth = 0;
                continue;
            }
            part.append(line).append('\n');
            depth += depth(line);
        }
        add(parts, part);
        return parts;
    }

    private static void add(List<String> parts, StringBuilder part) {
        if (!part.toString().isBlank()) {
            parts.add(part.toString());
        }
        part.setLength(0);
    }

    private static int depth(String line) {
        int depth = 0;
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (quote != 0) {
                i += c == '\\' ? 1 : 0;
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'' || c == '`') {
                quote = c;
            } else if (c == '/' && i + 1 < line.length() && line.charAt(i + 1) == '/') {
                return depth;
            } else if ("{([".indexOf(c) >= 0) {
                depth++;
            } else if ("})]".indexOf(c) >= 0) {
                depth--;
            }
        }
        return depth;
    }

    /** The code with a text before it on its own line, and one behind it; {@code imports} first when they stand at its top. */
    static String wrapped(String code, String before, String behind, Pattern imports) {
        StringBuilder top = new StringBuilder();
        StringBuilder rest = new StringBuilder();
        Matcher matcher = imports.matcher("");
        for (String line : code.lines().toList()) {
            boolean lifted = matcher.reset(line).find();
            top.append(lifted ? line : "").append(lifted ? "\n" : "");
            rest.append(lifted ? "" : line).append('\n');
        }
        return top + before + "\n" + rest + "\n" + behind;
    }
}
