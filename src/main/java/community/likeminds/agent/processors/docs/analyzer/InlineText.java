package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Plain text of inline Markdown: emphasis, tags and images go, inline code keeps its back-ticks, links keep their text. One pass
 * over the text; every look-ahead is bounded.
 */
final class InlineText {

    private static final char GONE = '\uE000';
    private static final int LONGEST_TARGET = 2000;
    private static final int LONGEST_TAG = 1000;
    private static final int LONGEST_UNSEEN = 4000;
    private static final int LONGEST_TICKS = 16;
    private static final int DEEPEST_PARENTHESES = 8;
    private static final Set<String> BREAKS = Set.of("br", "p", "div", "li", "tr", "hr", "td", "th");
    private static final Map<String, String> ENTITIES = Map.ofEntries(
            Map.entry("amp", "&"), Map.entry("lt", "<"), Map.entry("gt", ">"), Map.entry("quot", "\""),
            Map.entry("apos", "'"), Map.entry("nbsp", " "), Map.entry("ndash", "–"), Map.entry("mdash", "—"),
            Map.entry("hellip", "…"), Map.entry("copy", "©"), Map.entry("rarr", "→"), Map.entry("larr", "←"),
            Map.entry("check", "✓"), Map.entry("emsp", " "), Map.entry("ensp", " "), Map.entry("rsquo", "’"),
            Map.entry("lsquo", "‘"), Map.entry("ldquo", "“"), Map.entry("rdquo", "”"), Map.entry("times", "×"));

    /**
     * @param text the plain text, white space collapsed
     * @param links targets of its links, as written
     */
    record Result(String text, List<String> links) {}

    private record Bracket(int out, boolean image) {}

    private record Delimiter(int out, int length) {}

    private final String raw;
    private final boolean mdx;
    private final Map<String, String> references;
    private final StringBuilder out = new StringBuilder();
    private final List<String> links = new ArrayList<>();
    private final List<Bracket> brackets = new ArrayList<>();
    private final List<Delimiter> stars = new ArrayList<>();
    private final List<Delimiter> lines = new ArrayList<>();
    private final List<Delimiter> tildes = new ArrayList<>();
    private final boolean[] unclosedTicks = new boolean[LONGEST_TICKS + 1];
    private boolean commentsEnd;
    private int at;

    private InlineText(String raw, boolean mdx, Map<String, String> references) {
        this.raw = raw;
        this.mdx = mdx;
        this.references = references;
    }

    static Result of(String raw, boolean mdx, Map<String, String> references) {
        return new InlineText(raw, mdx, references).run();
    }

    private Result run() {
        while (at < raw.length()) {
            char c = raw.charAt(at);
            switch (c) {
                case '\\' -> escape();
                case '`' -> code();
                case '!' -> bang();
                case '[' -> openBracket(false);
                case ']' -> closeBracket();
                case '<' -> angle();
                case '&' -> entity();
                case '*' -> delimiter('*', stars);
                case '_' -> delimiter('_', lines);
                case '~' -> delimiter('~', tildes);
                case '{' -> brace();
                default -> {
                    out.append(c == GONE ? ' ' : c);
                    at++;
                }
            }
        }
        return new Result(collapse(out), List.copyOf(links));
    }

    private void escape() {
        if (at + 1 < raw.length() && "\\`*_{}[]()#+-.!|<>~:$&\"'".indexOf(raw.charAt(at + 1)) >= 0) {
            out.append(raw.charAt(at + 1));
            at += 2;
        } else if (at + 1 < raw.length() && raw.charAt(at + 1) == '\n') {
            at++;
        } else {
            out.append('\\');
            at++;
        }
    }

    private void code() {
        int run = 1;
        while (at + run < raw.length() && raw.charAt(at + run) == '`') {
            run++;
        }
        int end = run > LONGEST_TICKS || unclosedTicks[run] ? -1 : closing(run);
        if (end < 0) {
            if (run <= LONGEST_TICKS) {
                unclosedTicks[run] = true;
            }
            out.repeat('`', run);
            at += run;
            return;
        }
        out.append('`').append(raw.substring(at + run, end).strip().replace(GONE, ' ')).append('`');
        at = end + run;
    }

    private int closing(int run) {
        int i = at + run;
        while (i < raw.length()) {
            int start = raw.indexOf('`', i);
            if (start < 0) {
                return -1;
            }
            int end = start;
            while (end < raw.length() && raw.charAt(end) == '`') {
                end++;
            }
            if (end - start == run) {
                return start;
            }
            i = end;
        }
        return -1;
    }

    private void bang() {
        if (at + 1 < raw.length() && raw.charAt(at + 1) == '[') {
            at++;
            openBracket(true);
        } else {
            out.append('!');
            at++;
        }
    }

    private void openBracket(boolean image) {
        if (image) {
            out.append('!');
        }
        brackets.add(new Bracket(out.length(), image));
        out.append('[');
        at++;
    }

    private void closeBracket() {
        at++;
        if (brackets.isEmpty()) {
            out.append(']');
            return;
        }
        Bracket open = brackets.removeLast();
        String target = target(open);
        if (target == null) {
            out.append(']');
            return;
        }
        if (open.image()) {
            truncate(open.out() - 1);
            return;
        }
        out.setCharAt(open.out(), GONE);
        if (!target.isEmpty()) {
            links.add(target);
        }
    }

    /** What an image leaves open stays out with it. */
    private void truncate(int length) {
        out.setLength(length);
        stars.removeIf(one -> one.out() >= length);
        lines.removeIf(one -> one.out() >= length);
        tildes.removeIf(one -> one.out() >= length);
    }

    private @Nullable String target(Bracket open) {
        if (at < raw.length() && raw.charAt(at) == '(') {
            int end = parenthesis(at);
            if (end > 0) {
                String inside = raw.substring(at + 1, end).strip();
                at = end + 1;
                int space = inside.indexOf(' ');
                String url = inside.startsWith("<") && inside.indexOf('>') > 0
                        ? inside.substring(1, inside.indexOf('>'))
                        : space > 0 ? inside.substring(0, space) : inside;
                return url;
            }
        }
        if (at < raw.length() && raw.charAt(at) == '[') {
            int end = raw.indexOf(']', at, Math.min(raw.length(), at + 200));
            if (end > 0) {
                String key = raw.substring(at + 1, end).isBlank() ? out.substring(open.out() + 1) : raw.substring(at + 1, end);
                String url = references.get(key.strip().toLowerCase(Locale.ROOT));
                if (url != null || open.image()) {
                    at = end + 1;
                    return url == null ? "" : url;
                }
            }
            return null;
        }
        int length = out.length() - open.out() - 1;
        return length < 200 ? references.get(out.substring(open.out() + 1).strip().toLowerCase(Locale.ROOT)) : null;
    }

    private int parenthesis(int from) {
        int depth = 0;
        char quote = 0;
        for (int i = from; i < raw.length() && i - from < LONGEST_TARGET; i++) {
            char c = raw.charAt(i);
            if (c == '\\') {
                i++;
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if ((c == '"' || c == '\'') && i > from && Character.isWhitespace(raw.charAt(i - 1))) {
                quote = c;
            } else if (c == '(') {
                if (++depth > DEEPEST_PARENTHESES) {
                    return -1;
                }
            } else if (c == ')' && --depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private void angle() {
        if (raw.startsWith("<!--", at)) {
            int end = commentsEnd ? -1 : raw.indexOf("-->", at + 4);
            commentsEnd |= end < 0;
            if (end < 0) {
                out.append('<');
                at++;
            } else {
                at = end + 3;
            }
            return;
        }
        int i = at + 1;
        boolean closing = i < raw.length() && raw.charAt(i) == '/';
        if (closing) {
            i++;
        }
        int nameStart = i;
        while (i < raw.length() && (Character.isLetterOrDigit(raw.charAt(i)) || raw.charAt(i) == '.' || raw.charAt(i) == '-')) {
            i++;
        }
        String name = raw.substring(nameStart, Math.min(i, nameStart + 40));
        if (mdx && name.isEmpty() && i < raw.length() && raw.charAt(i) == '>') {
            at = i + 1;
            return;
        }
        int end = name.isEmpty() || !Character.isLetter(name.charAt(0)) ? -1 : tagEnd(i);
        if (end < 0) {
            out.append('<');
            at++;
            return;
        }
        String inside = raw.substring(at + 1, end);
        if (!closing && inside.length() > name.length() + 5 && ModelInstructions.unseen(inside)) {
            int close = raw.indexOf("</" + name, end, Math.min(raw.length(), end + LONGEST_UNSEEN));
            int behind = close < 0 ? -1 : raw.indexOf('>', close);
            at = behind < 0 ? end + 1 : behind + 1;
            return;
        }
        if (inside.startsWith("http://") || inside.startsWith("https://") || inside.startsWith("mailto:")) {
            out.append(inside);
            links.add(inside);
        } else if (!mdx && Character.isUpperCase(name.charAt(0))) {
            // In plain Markdown a capitalised tag is a type parameter or a component that is talked about.
            out.append(raw, at, end + 1);
        } else if (BREAKS.contains(name.toLowerCase(Locale.ROOT))) {
            out.append('\n');
        } else if (name.equals("code") || name.equals("kbd")) {
            if (name.equals("code")) {
                out.append('`');
            }
        } else if (!closing && name.equals("a")) {
            href(inside);
        }
        at = end + 1;
    }

    private void href(String tag) {
        int start = tag.indexOf("href=");
        if (start >= 0 && start + 6 < tag.length()) {
            char quote = tag.charAt(start + 5);
            int end = tag.indexOf(quote, start + 6);
            if ((quote == '"' || quote == '\'') && end > 0) {
                links.add(tag.substring(start + 6, end));
            }
        }
    }

    private int tagEnd(int from) {
        char quote = 0;
        int braces = 0;
        for (int i = from; i < raw.length() && i - from < LONGEST_TAG; i++) {
            char c = raw.charAt(i);
            if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '{') {
                braces++;
            } else if (c == '}') {
                braces--;
            } else if (c == '<' && braces <= 0) {
                return -1;
            } else if (c == '>' && braces <= 0) {
                return i;
            }
        }
        return -1;
    }

    private void entity() {
        int end = raw.indexOf(';', at, Math.min(raw.length(), at + 9));
        if (end > at + 1) {
            String name = raw.substring(at + 1, end);
            String plain = ENTITIES.get(name);
            if (plain == null && name.startsWith("#")) {
                plain = numeric(name.substring(1));
            }
            if (plain != null) {
                out.append(plain);
                at = end + 1;
                return;
            }
        }
        out.append('&');
        at++;
    }

    private static @Nullable String numeric(String digits) {
        try {
            int code = digits.startsWith("x") || digits.startsWith("X")
                    ? Integer.parseInt(digits.substring(1), 16)
                    : Integer.parseInt(digits);
            return code >= ' ' && Character.isValidCodePoint(code) && code != GONE ? Character.toString(code) : null;
        } catch (NumberFormatException notANumber) {
            return null;
        }
    }

    private void delimiter(char mark, List<Delimiter> open) {
        int run = 1;
        while (at + run < raw.length() && raw.charAt(at + run) == mark) {
            run++;
        }
        char before = at == 0 ? ' ' : raw.charAt(at - 1);
        char after = at + run < raw.length() ? raw.charAt(at + run) : ' ';
        boolean canOpen = !Character.isWhitespace(after);
        boolean canClose = !Character.isWhitespace(before);
        if (mark == '_') {
            boolean inWord = Character.isLetterOrDigit(before) && Character.isLetterOrDigit(after);
            canOpen &= !inWord && !Character.isLetterOrDigit(before);
            canClose &= !inWord && !Character.isLetterOrDigit(after);
        }
        if (mark == '~' && run != 2) {
            canOpen = false;
            canClose = false;
        }
        int left = run;
        while (canClose && left > 0 && !open.isEmpty()) {
            Delimiter opener = open.removeLast();
            int both = Math.min(left, opener.length());
            for (int k = 0; k < both; k++) {
                out.setCharAt(opener.out() + opener.length() - 1 - k, GONE);
            }
            left -= both;
            if (opener.length() > both) {
                open.add(new Delimiter(opener.out(), opener.length() - both));
            }
        }
        if (left > 0 && canOpen) {
            open.add(new Delimiter(out.length(), left));
        }
        out.repeat(mark, left);
        at += run;
    }

    /** MDX: {@code {' '}} and comments vanish, other expressions stay readable. */
    private void brace() {
        if (mdx) {
            int end = raw.indexOf('}', at, Math.min(raw.length(), at + 200));
            if (end > 0) {
                String inside = raw.substring(at + 1, end).strip();
                boolean comment = inside.startsWith("/*");
                boolean text = inside.length() >= 2 && "'\"`".indexOf(inside.charAt(0)) >= 0
                        && inside.charAt(0) == inside.charAt(inside.length() - 1);
                if (comment || text) {
                    out.append(comment ? "" : inside.substring(1, inside.length() - 1).replace(GONE, ' '));
                    at = end + 1;
                    return;
                }
            }
        }
        out.append('{');
        at++;
    }

    /** Removes what is gone; single spaces; line ends survive as single ones. */
    private static String collapse(CharSequence text) {
        StringBuilder clean = new StringBuilder(text.length());
        boolean space = false;
        boolean line = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == GONE) {
                continue;
            }
            if (c == '\uDB40' && i + 1 < text.length() && text.charAt(i + 1) >= '\uDC00' && text.charAt(i + 1) <= '\uDC7F') {
                // Tag characters are not shown; nobody but a machine reads them.
                i++;
                continue;
            }
            if (c == '\n') {
                line = true;
            } else if (Character.isWhitespace(c) || c == '\u00A0' || c == '\u200B') {
                space = true;
            } else {
                if (!clean.isEmpty() && line) {
                    clean.append('\n');
                } else if (!clean.isEmpty() && space) {
                    clean.append(' ');
                }
                space = false;
                line = false;
                clean.append(c);
            }
        }
        return clean.toString();
    }
}
