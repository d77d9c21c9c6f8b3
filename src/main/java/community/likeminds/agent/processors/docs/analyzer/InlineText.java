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

    private static final int LONGEST_UNSEEN = 4000;
    private static final int LONGEST_TICKS = 16;
    private static final int LONGEST_EXPRESSION = 200;
    private static final Set<String> BREAKS = Set.of("br", "p", "div", "li", "tr", "hr", "td", "th");

    /**
     * @param text the plain text, white space collapsed
     * @param links targets of its links, as written
     */
    record Result(String text, List<String> links) {}

    private record Bracket(int out, boolean image) {}

    private final String raw;
    private final boolean mdx;
    private final Map<String, String> references;
    private final InlineOutput out = new InlineOutput();
    private final Emphasis emphasis = new Emphasis(out);
    private final List<String> links = new ArrayList<>();
    private final List<Bracket> brackets = new ArrayList<>();
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
                case '*', '_', '~' -> at = emphasis.run(raw, at);
                case '{' -> brace();
                default -> literal(c);
            }
        }
        return new Result(out.collapsed(), List.copyOf(links));
    }

    private void literal(char c) {
        out.append(c);
        at++;
    }

    private void escape() {
        if (at + 1 < raw.length() && "\\`*_{}[]()#+-.!|<>~:$&\"'".indexOf(raw.charAt(at + 1)) >= 0) {
            out.append(raw.charAt(at + 1));
            at += 2;
        } else if (at + 1 < raw.length() && raw.charAt(at + 1) == '\n') {
            at++;
        } else {
            literal('\\');
        }
    }

    private void code() {
        int run = Text.run(raw, at, '`');
        int end = run > LONGEST_TICKS || unclosedTicks[run] ? -1 : closing(run);
        if (end < 0) {
            if (run <= LONGEST_TICKS) {
                unclosedTicks[run] = true;
            }
            out.repeat('`', run);
            at += run;
            return;
        }
        out.append('`');
        out.quote(raw.substring(at + run, end).strip());
        out.append('`');
        at = end + run;
    }

    private int closing(int run) {
        int i = at + run;
        while (i < raw.length()) {
            int start = raw.indexOf('`', i);
            if (start < 0) {
                return -1;
            }
            int end = start + Text.run(raw, start, '`');
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
            literal('!');
        }
    }

    private void openBracket(boolean image) {
        if (image) {
            out.append('!');
        }
        brackets.add(new Bracket(out.length(), image));
        literal('[');
    }

    private void closeBracket() {
        at++;
        Bracket open = brackets.isEmpty() ? null : brackets.removeLast();
        LinkTarget target = open == null ? null : LinkTarget.behind(raw, at, words(open), open.image(), references);
        if (open == null || target == null) {
            out.append(']');
            return;
        }
        at = target.end();
        if (open.image()) {
            // What an image leaves open stays out with it.
            out.truncate(open.out() - 1);
            emphasis.cut(open.out() - 1);
            return;
        }
        out.remove(open.out());
        if (!target.url().isEmpty()) {
            links.add(target.url());
        }
    }

    /** The text in brackets, or null where it is too long for a reference: every bracket of a long line is asked. */
    private @Nullable String words(Bracket open) {
        return out.length() - open.out() - 1 < LinkTarget.LONGEST_REFERENCE ? out.from(open.out() + 1) : null;
    }

    private void angle() {
        if (raw.startsWith("<!--", at)) {
            comment();
            return;
        }
        InlineTag tag = InlineTag.at(raw, at, mdx);
        if (tag == null) {
            literal('<');
        } else if (tag.unseen()) {
            int close = raw.indexOf("</" + tag.name(), tag.end(), Math.min(raw.length(), tag.end() + LONGEST_UNSEEN));
            int behind = close < 0 ? -1 : raw.indexOf('>', close);
            at = behind < 0 ? tag.end() + 1 : behind + 1;
        } else {
            tag(tag);
            at = tag.end() + 1;
        }
    }

    private void comment() {
        int end = commentsEnd ? -1 : raw.indexOf("-->", at + 4);
        commentsEnd |= end < 0;
        if (end < 0) {
            literal('<');
        } else {
            at = end + 3;
        }
    }

    private void tag(InlineTag tag) {
        String name = tag.name();
        if (tag.address()) {
            out.append(tag.shown());
            links.add(tag.inside());
        } else if (!mdx && Character.isUpperCase(name.charAt(0))) {
            // In plain Markdown a capitalised tag is a type parameter or a component that is talked about.
            out.append(raw.substring(at, tag.end() + 1));
        } else if (BREAKS.contains(name.toLowerCase(Locale.ROOT))) {
            out.append('\n');
        } else if (name.equals("code")) {
            out.append('`');
        } else if (!tag.closing() && name.equals("a") && tag.href() instanceof String target) {
            links.add(target);
        }
    }

    private void entity() {
        Entities.Entity entity = Entities.at(raw, at);
        if (entity == null) {
            literal('&');
        } else {
            out.append(entity.text());
            at = entity.end();
        }
    }

    /** MDX: {@code {' '}} and comments vanish, other expressions stay readable. */
    private void brace() {
        int end = mdx ? raw.indexOf('}', at, Math.min(raw.length(), at + LONGEST_EXPRESSION)) : -1;
        String inside = end > 0 ? raw.substring(at + 1, end).strip() : "";
        boolean comment = inside.startsWith("/*");
        boolean text = inside.length() >= 2 && "'\"`".indexOf(inside.charAt(0)) >= 0 && inside.charAt(0) == inside.charAt(inside.length() - 1);
        if (comment || text) {
            out.quote(comment ? "" : inside.substring(1, inside.length() - 1));
            at = end + 1;
        } else {
            literal('{');
        }
    }
}
