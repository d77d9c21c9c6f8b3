package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.analyzer.PageScan.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Reads elements from their first to their last tag at once: summaries, headings, code, tables, and those that are no text. */
final class WholeElements {

    private static final Set<String> CODE = Set.of("code", "codeblock", "code-block", "codesnippet", "snippet", "highlight", "syntaxhighlighter");

    private final PageScan scan;

    WholeElements(PageScan scan) {
        this.scan = scan;
    }

    Place summary(Tag tag, int line, Place behind) {
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

    Place heading(Tag tag, int line, Place behind) {
        scan.flush();
        String closing = "</" + tag.key() + ">";
        Place end = scan.behind(closing, tag.line(), tag.end());
        if (end == null || end.line() - line > 30) {
            return behind;
        }
        scan.heading(tag.key().charAt(1) - '0', scan.between(tag.line(), tag.end(), end, closing.length()), line, end.line());
        return end;
    }

    Place code(Tag tag, int line, Place behind) {
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

    /** Code that is an attribute: {@code <Code code={`…`} lang="ts" title="app.ts" />}; gives whether there is any. */
    boolean given(Tag tag, int line) {
        String value = tag.attributes().getOrDefault("code", "");
        String code = JsxText.of(value).strip();
        if (!tag.component() || code.isEmpty() || !CODE.contains(tag.key())) {
            return false;
        }
        scan.flush();
        String title = tag.text("title", "filename", "file", "name");
        FenceInfo info = FenceInfo.of(tag.text("lang", "language") + (title.isEmpty() ? "" : " title=\"" + title.replace("\"", "") + "\""));
        new FenceReader(scan).code(code.lines().toList(), info, line, tag.line(), null);
        return true;
    }

    Place table(Tag tag, int line, Place behind) {
        scan.flush();
        Place end = scan.behind("</table>", tag.line(), tag.end());
        if (end == null) {
            return behind;
        }
        for (int i = tag.line() + 1; i < end.line(); i++) {
            if (Text.fence(scan.lines[i], Text.skipSpaces(scan.lines[i], 0)) > 0) {
                // It lays out blocks, of which code is one.
                return behind;
            }
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

    /** What a page does not show is no part of it. */
    static boolean unseen(Tag tag) {
        if (!tag.attributes().containsKey("style") && !tag.attributes().containsKey("hidden")) {
            return false;
        }
        StringBuilder attributes = new StringBuilder();
        tag.attributes().forEach((name, value) -> attributes.append(' ').append(name).append(value.isEmpty() ? " " : "=\"" + value + "\""));
        return !tag.component() && !tag.key().equals("details") && ModelInstructions.unseen(attributes);
    }

    Place skipped(Tag tag, Place behind) {
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

    private Place closingEnd(Place name) {
        int end = scan.lines[name.line()].indexOf('>', name.column());
        return end < 0 ? name : new Place(name.line(), end + 1);
    }
}
