package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.analyzer.Components.Meaning;
import community.likeminds.agent.processors.docs.analyzer.PageScan.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Understands tags: HTML, JSX, and the directives of the generators, which are read as tags of their name. */
final class TagHandler {

    private static final Set<String> SPOKEN = Set.of(
            "title", "name", "type", "label", "text", "description", "summary", "subtitle", "content", "message", "header",
            "heading", "caption", "alt", "question", "answer", "returns");

    private final PageScan scan;
    private final String[] lines;
    private final DirectiveReader directives;
    /** The line that the last comment's end was looked for on; a long line is asked about many times. */
    private String measured = "";
    private int lastCommentEnd = -1;
    private int lastTagEnd = -1;

    TagHandler(PageScan scan) {
        this.scan = scan;
        this.lines = scan.lines;
        this.directives = new DirectiveReader(scan, this);
    }

    @Nullable Place directive(int line, int at) {
        return directives.read(line, at);
    }

    String takePendingTitle() {
        return directives.takePendingTitle();
    }

    /** Whether a tag that ends or starts blocks stands at a place. */
    boolean structural(String s, int at) {
        int i = at + 1;
        boolean closing = i < s.length() && s.charAt(i) == '/';
        if (closing) {
            i++;
        }
        int start = i;
        while (i < s.length() && i - start < 40 && Tag.Reader.nameCharacter(s.charAt(i))) {
            i++;
        }
        if (i == start || !Character.isLetter(s.charAt(start))) {
            return s.startsWith("<!--", at);
        }
        String name = s.substring(start, i);
        return switch (Components.of(name.toLowerCase(java.util.Locale.ROOT))) {
            case PLATFORM -> Character.isUpperCase(name.charAt(0)) && scan.mdx;
            case TABS, CODE_GROUP, TAB, STEPS, STEP, ADMONITION, DETAILS ->
                closing || Character.isUpperCase(name.charAt(0)) || name.equals("details");
            case SUMMARY, CODE, TABLE, HEADING, SKIP -> true;
            case PLAIN -> !Character.isUpperCase(name.charAt(0));
            case INLINE, UNKNOWN -> false;
        };
    }

    /** Where the next such tag outside of inline code starts on a line, or the line's length. */
    int structuralIn(String s, int from) {
        boolean code = false;
        if (s != measured) {
            measured = s;
            lastCommentEnd = s.lastIndexOf("-->");
            lastTagEnd = s.lastIndexOf('>');
        }
        for (int i = from; i < s.length(); i++) {
            char c = s.charAt(i);
            if (c == '`') {
                int run = Text.run(s, i, '`');
                code = !code;
                i += run - 1;
            } else if (c == '\\') {
                i++;
            } else if (c == '<' && !code && (structural(s, i) || openEnded(s, i))) {
                // A comment within a line's text is left to the text when it ends on that line.
                if (!s.startsWith("<!--", i) || lastCommentEnd < i) {
                    return i;
                }
            }
        }
        return s.length();
    }

    /** A tag that goes on on the next line. */
    private boolean openEnded(String s, int at) {
        return at > lastTagEnd && at + 1 < s.length() && Character.isLetter(s.charAt(at + 1));
    }

    /** Reads a tag; gives where reading goes on, or null when it is text. */
    @Nullable Place tag(int line, int at) {
        String s = lines[line];
        if (s.startsWith("<!--", at)) {
            Place end = scan.behind("-->", line, at + 4);
            if (end == null) {
                return null;
            }
            if (Text.blankFrom(lines[end.line()], end.column())) {
                scan.flush();
            }
            return end;
        }
        Tag tag = scan.tags.read(line, at);
        if (tag == null) {
            return null;
        }
        Meaning meaning = Components.of(tag);
        boolean alone = Text.blankFrom(lines[tag.line()], tag.end());
        if (meaning == Meaning.INLINE && tag.line() > line) {
            // Its lines are one: a ">" at the beginning of one of them is no quote.
            scan.text(line, s.substring(at));
            for (int i = line + 1; i < tag.line(); i++) {
                scan.text(i, lines[i].strip());
            }
            scan.text(tag.line(), lines[tag.line()].substring(0, tag.end()).strip());
            return new Place(tag.line(), tag.end());
        }
        if (meaning == Meaning.INLINE || meaning == Meaning.UNKNOWN && !alone && (scan.paragraphOpen() || !scan.mdx && tag.component())) {
            return null;
        }
        if (meaning == Meaning.UNKNOWN && !scan.mdx && !tag.component() && !alone) {
            return null;
        }
        return handle(tag, meaning, line, at);
    }

    Place handle(Tag tag, Meaning meaning, int line, int at) {
        Place behind = new Place(tag.line(), tag.end());
        if (tag.closing()) {
            scan.closed(tag.key());
            close(tag.key());
            return behind;
        }
        if (unseen(tag)) {
            return skipped(tag, behind);
        }
        switch (meaning) {
            case TABS, CODE_GROUP, STEPS -> wrapper(tag, meaning, line);
            case TAB -> tab(tag, line);
            case STEP -> step(tag, line);
            case ADMONITION, DETAILS -> note(tag, meaning, line);
            case PLATFORM -> platform(tag, line);
            case SUMMARY -> {
                return summary(tag, line, behind);
            }
            case CODE -> {
                return code(tag, line, behind);
            }
            case TABLE -> {
                return table(tag, line, behind);
            }
            case HEADING -> {
                return heading(tag, line, behind);
            }
            case SKIP -> {
                return skipped(tag, behind);
            }
            case INLINE, PLAIN, UNKNOWN -> plain(tag, line);
        }
        return behind;
    }

    /** What a page does not show is no part of it. */
    private static boolean unseen(Tag tag) {
        if (!tag.attributes().containsKey("style") && !tag.attributes().containsKey("hidden")) {
            return false;
        }
        StringBuilder attributes = new StringBuilder();
        tag.attributes().forEach((name, value) -> attributes.append(' ').append(name).append(value.isEmpty() ? " " : "=\"" + value + "\""));
        return !tag.component() && !tag.key().equals("details") && ModelInstructions.unseen(attributes);
    }

    private Place skipped(Tag tag, Place behind) {
        scan.flush();
        String closing = "</" + tag.name();
        Place end = tag.selfClosing() ? behind : scan.behind(closing, tag.line(), tag.end());
        Place inner = behind;
        for (int depth = 0; end != null && depth < PageScan.DEEPEST; depth++) {
            // An element of the same name within it has a closing tag of its own.
            inner = scan.behind("<" + tag.name(), inner.line(), inner.column());
            Place next = inner == null || !PageScan.before(inner, end) ? null : scan.behind(closing, end.line(), end.column());
            if (inner == null || next == null) {
                break;
            }
            end = next;
        }
        return end == null ? behind : closingEnd(end);
    }

    private void platform(Tag tag, int line) {
        String label = Switches.of(tag);
        if (label.isEmpty() || !opens(tag)) {
            plain(tag, line);
            return;
        }
        scan.flush();
        Scope scope = scan.open(Scope.Form.TAG, tag.key());
        scope.kind = Container.Kind.PLATFORM;
        scope.group = scan.newGroup("platform", line);
        scope.label = label;
        // The headings that it holds lead on to what follows it, for whom they hold.
        scope.restoresHeadings = false;
    }

    private void plain(Tag tag, int line) {
        scan.flush();
        if (tag.component()) {
            if (tag.key().endsWith("section") && !tag.selfClosing() && !tag.text("title").isEmpty()) {
                scan.heading(2, tag.text("title"), line, tag.line());
                return;
            }
            spoken(tag, line);
        }
    }

    /** A component's own words. */
    private void spoken(Tag tag, int line) {
        List<String> parts = new ArrayList<>();
        for (Map.Entry<String, String> attribute : tag.attributes().entrySet()) {
            if (SPOKEN.contains(attribute.getKey())) {
                String text = scan.inline(JsxText.of(attribute.getValue())).text().replace('\n', ' ');
                if (!text.isBlank()) {
                    parts.add(text);
                }
            }
        }
        String link = tag.text("href", "to", "link");
        if (!parts.isEmpty()) {
            scan.emit(Block.Kind.PROSE, String.join(": ", parts), "", line, tag.line(), 0, link.isEmpty() ? List.of() : List.of(link));
        }
    }

    private boolean opens(Tag tag) {
        return !tag.selfClosing() && !scan.tooDeep() && scan.willClose(tag.key());
    }

    private void wrapper(Tag tag, Meaning meaning, int line) {
        scan.flush();
        if (!opens(tag)) {
            spoken(tag, line);
            return;
        }
        Scope scope = scan.open(Scope.Form.TAG, tag.key());
        scope.role = switch (meaning) {
            case TABS -> Scope.Role.TABS;
            case CODE_GROUP -> Scope.Role.CODE_GROUP;
            default -> Scope.Role.STEPS;
        };
        scope.group = scan.newGroup(meaning == Meaning.STEPS ? "steps" : "tabs", line);
        scope.restoresHeadings = true;
        scope.labels = JsxText.strings(tag.attributes().getOrDefault("items",
                tag.attributes().getOrDefault("labels", tag.attributes().getOrDefault("names",
                        tag.attributes().getOrDefault("values", tag.attributes().getOrDefault("titles",
                                tag.attributes().getOrDefault("options", "")))))));
    }

    void tab(Tag tag, int line) {
        scan.flush();
        Scope wrapper = wrapperOf(Container.Kind.TAB, Scope.Role.TABS, Scope.Role.CODE_GROUP);
        if (!opens(tag)) {
            return;
        }
        Scope tab = scan.open(Scope.Form.TAG, tag.key());
        tab.kind = Container.Kind.TAB;
        tab.restoresHeadings = true;
        String label = tag.text("label", "title", "name", "header", "tab", "value");
        if (wrapper != null) {
            tab.group = wrapper.group;
            if (label.isEmpty() && wrapper.children < wrapper.labels.size()) {
                label = wrapper.labels.get(wrapper.children);
            }
            wrapper.children++;
        } else {
            tab.group = scan.newGroup("tabs", line);
        }
        tab.label = label;
    }

    /** The wrapper that a new tab or step belongs to; one of its own that was left open is closed. */
    @Nullable Scope wrapperOf(Container.Kind kind, Scope.Role... roles) {
        Scope leftOpen = null;
        for (Scope one = scan.scope; one != null; one = one.parent) {
            for (Scope.Role role : roles) {
                if (one.role == role) {
                    if (leftOpen != null) {
                        scan.close(leftOpen);
                    }
                    return one;
                }
            }
            if (one.kind == kind) {
                leftOpen = one;
            }
        }
        return null;
    }

    private void step(Tag tag, int line) {
        scan.flush();
        Scope wrapper = wrapperOf(Container.Kind.STEP, Scope.Role.STEPS);
        if (!opens(tag)) {
            spoken(tag, line);
            return;
        }
        Scope step = scan.open(Scope.Form.TAG, tag.key());
        step.kind = Container.Kind.STEP;
        step.restoresHeadings = true;
        step.label = scan.inline(JsxText.of(tag.text("title", "name", "label", "heading", "header"))).text();
        if (wrapper != null) {
            step.group = wrapper.group;
            wrapper.lastStep = step;
        } else {
            Scope holder = step.parent == null ? scan.root : step.parent;
            Scope previous = holder.lastStep;
            step.group = previous == null ? scan.newGroup("steps", line) : previous.group;
            holder.lastStep = step;
        }
    }

    void note(Tag tag, Meaning meaning, int line) {
        scan.flush();
        boolean opens = opens(tag);
        if (scan.tooDeep()) {
            return;
        }
        Scope scope = scan.open(Scope.Form.TAG, tag.key());
        scope.restoresHeadings = true;
        scope.group = scan.newGroup(tag.key(), line);
        if (meaning == Meaning.DETAILS) {
            scope.kind = Container.Kind.DETAILS;
            scope.label = scan.inline(JsxText.of(tag.text("summary", "title", "label", "header", "name"))).text();
        } else {
            scope.kind = Container.Kind.ADMONITION;
            scope.label = Components.admonition(tag);
            Map<String, String> words = new java.util.LinkedHashMap<>(tag.attributes());
            words.keySet().removeAll(Set.of("type", "name", "label"));
            spoken(new Tag(tag.name(), false, false, words, tag.line(), tag.end()), line);
        }
        if (!opens) {
            scan.close(scope);
        }
    }

    void close(String name) {
        scan.flush();
        for (Scope one = scan.scope; one != null; one = one.parent) {
            if (one.form == Scope.Form.TAG && one.name.equals(name)) {
                scan.close(one);
                return;
            }
        }
    }

    private Place summary(Tag tag, int line, Place behind) {
        scan.flush();
        Place end = scan.behind("</summary>", tag.line(), tag.end());
        if (end == null || end.line() - line > 20) {
            return behind;
        }
        InlineText.Result inline = scan.inline(scan.between(tag.line(), tag.end(), end, "</summary>".length()));
        String text = inline.text().replace('\n', ' ');
        for (Scope one = scan.scope; one != null; one = one.parent) {
            if (one.kind == Container.Kind.DETAILS) {
                one.label = text;
                return end;
            }
        }
        if (!text.isBlank()) {
            scan.emit(Block.Kind.PROSE, text, "", line, end.line(), 0, inline.links());
        }
        return end;
    }

    private Place heading(Tag tag, int line, Place behind) {
        scan.flush();
        String closing = "</" + tag.key() + ">";
        Place end = scan.behind(closing, tag.line(), tag.end());
        if (end == null || end.line() - line > 30) {
            return behind;
        }
        scan.heading(tag.key().charAt(1) - '0', scan.between(tag.line(), tag.end(), end, closing.length()), line, end.line());
        return end;
    }

    private Place code(Tag tag, int line, Place behind) {
        scan.flush();
        Place end = scan.behind("</pre>", tag.line(), tag.end());
        if (end == null) {
            return behind;
        }
        HtmlText.Code code = HtmlText.code(scan.between(tag.line(), tag.end(), end, "</pre>".length()));
        String language = tag.text("lang", "language").isEmpty() ? code.language() : tag.text("lang", "language");
        if (!code.text().isBlank()) {
            new FenceReader(scan).code(code.text().lines().toList(), FenceInfo.of(language), line, end.line(), null);
        }
        return end;
    }

    private Place table(Tag tag, int line, Place behind) {
        scan.flush();
        Place end = scan.behind("</table>", tag.line(), tag.end());
        if (end == null) {
            return behind;
        }
        List<String> links = new ArrayList<>();
        List<String> rows = new ArrayList<>();
        for (List<String> row : HtmlText.rows(scan.between(tag.line(), tag.end(), end, "</table>".length()))) {
            List<String> cells = new ArrayList<>();
            for (String cell : row) {
                InlineText.Result inline = scan.inline(cell);
                cells.add(inline.text().replace('\n', ' '));
                links.addAll(inline.links());
            }
            String text = String.join(" | ", cells);
            if (!text.isBlank()) {
                rows.add(text);
            }
        }
        if (!rows.isEmpty()) {
            scan.emit(Block.Kind.TABLE, String.join("\n", rows), "", line, end.line(), 0, links);
        }
        return end;
    }

    private Place closingEnd(Place name) {
        int end = lines[name.line()].indexOf('>', name.column());
        return end < 0 ? name : new Place(name.line(), end + 1);
    }
}
