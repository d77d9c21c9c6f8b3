package community.likeminds.agent.processors.docs.formats.html;

import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** Writes the structure of an HTML element as Markdown, with the lines that each part comes from. */
final class HtmlWriter {

    private static final Set<String> TEXT_TAGS = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s",
            "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "picture", "source", "br", "acronym");

    private final Rendering out;
    private final SourceLines lines;
    private final Tabs tabs;
    private final InlineWriter inline;
    private String prefix = "";
    /** What the next line starts with in place of the prefix: the mark of a list's item. */
    private @Nullable String marker;
    private int headingLevel = 1;
    private boolean any;

    HtmlWriter(Rendering out, SourceLines lines, Tabs tabs) {
        this.out = out;
        this.lines = lines;
        this.tabs = tabs;
        this.inline = new InlineWriter(lines);
    }

    /** Gives whether there was anything to write. */
    boolean write(Element content) {
        children(content);
        flush();
        return any;
    }

    private void children(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                inline.text(text);
            } else if (node instanceof Element inner) {
                element(inner);
            }
        }
    }

    private void element(Element element) {
        if (tabs.label(element) || CodeSample.isTitle(element)) {
            return;
        }
        Tabs.Panel panel = tabs.panel(element);
        if (panel != null) {
            panel(element, panel);
        } else if (!Clutter.is(element)) {
            tag(element);
        }
    }

    private void tag(Element element) {
        switch (element.normalName()) {
            case "h1", "h2", "h3", "h4", "h5", "h6" -> heading(element);
            case "pre" -> code(element);
            case "table" -> table(element);
            case "ul", "ol", "menu" -> list(element);
            case "dl" -> definitions(element);
            case "blockquote" -> quote(element);
            case "details" -> details(element);
            case "br" -> inline.raw("<br>");
            case "hr" -> flush();
            case "code", "kbd", "samp", "tt" -> inlineCode(element);
            case "b", "strong" -> marked(element);
            case "a" -> link(element);
            case "img", "picture", "source", "wbr" -> { }
            default -> other(element);
        }
    }

    private void other(Element element) {
        if (TEXT_TAGS.contains(element.normalName()) && element.selectFirst("pre,p,ul,ol,table,h1,h2,h3,h4,div") == null) {
            children(element);
            return;
        }
        flush();
        String kind = Admonitions.kind(element);
        if (kind.isEmpty()) {
            children(element);
            flush();
            return;
        }
        Element title = Admonitions.title(element);
        String words = title == null ? "" : Admonitions.words(title, kind);
        tagLine("<Admonition type=\"" + kind + "\"" + (words.isEmpty() ? "" : " title=\"" + Markdown.attribute(words) + "\"") + ">", element);
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                inline.text(text);
            } else if (node instanceof Element inner && inner != title) {
                element(inner);
            }
        }
        flush();
        closeTag("</Admonition>", element);
    }

    private void panel(Element element, Tabs.Panel panel) {
        flush();
        if (panel.first()) {
            tagLine("<Tabs>", element);
        }
        tagLine("<TabItem label=\"" + Markdown.attribute(panel.label()) + "\">", element);
        if (element.normalName().equals("pre")) {
            code(element);
        } else {
            children(element);
            flush();
        }
        closeTag("</TabItem>", element);
        if (panel.last()) {
            closeTag("</Tabs>", element);
        }
    }

    private void details(Element element) {
        flush();
        Element summary = element.children().stream().filter(one -> one.normalName().equals("summary")).findFirst().orElse(null);
        tagLine("<Details summary=\"" + (summary == null ? "" : Markdown.attribute(summary.text())) + "\">", element);
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                inline.text(text);
            } else if (node instanceof Element inner && inner != summary) {
                element(inner);
            }
        }
        flush();
        closeTag("</Details>", element);
    }

    private void heading(Element element) {
        flush();
        headingLevel = element.normalName().charAt(1) - '0';
        children(element);
        inline.place(element);
        heading(headingLevel, element.id());
    }

    /** Makes the paragraph at hand a heading. */
    private void heading(int level, String id) {
        int start = inline.start();
        int end = inline.end();
        String text = inline.take().replace("<br>", " ").replaceAll("[¶#\\s\\u200B]+$", "").strip();
        inline.forget();
        if (!text.isEmpty()) {
            block("#".repeat(level) + " " + text + (id.matches("[\\w.:-]{1,100}") ? " {#" + id + "}" : ""), start, end);
        }
    }

    private void code(Element element) {
        flush();
        CodeSample sample = CodeSample.of(element);
        if (sample.lines().isEmpty()) {
            return;
        }
        int first = lines.start(element);
        int last = Math.max(first, lines.end(element));
        String fence = Markdown.fence(sample.lines());
        block(fence + Markdown.info(sample.language(), sample.title()), first, first);
        int line = first + sample.skipped();
        for (String one : sample.lines()) {
            out.line(one.isBlank() && prefix.isBlank() ? "" : prefix + one, Math.min(line, last), Math.min(line, last));
            line++;
        }
        out.line(prefix + fence, last, last);
        out.blank(prefix);
    }

    private void table(Element element) {
        List<Element> rows = element.children().stream()
                .flatMap(one -> one.normalName().equals("tr") ? Stream.of(one) : one.children().stream().filter(row -> row.normalName().equals("tr")))
                .toList();
        boolean layout = element.selectFirst("pre") != null || element.selectFirst("table table") != null
                || rows.stream().allMatch(row -> row.childrenSize() <= 1) && element.attr("role").equals("presentation");
        flush();
        if (layout || rows.isEmpty()) {
            children(element);
            flush();
            return;
        }
        boolean first = true;
        for (Element row : rows) {
            StringBuilder cells = new StringBuilder("|");
            int columns = 0;
            for (Element cell : row.children()) {
                if (!Clutter.is(cell)) {
                    cells.append(' ').append(cell(cell)).append(" |");
                    columns++;
                }
            }
            if (columns == 0) {
                continue;
            }
            int start = lines.start(row);
            int end = lines.end(row);
            if (first) {
                block(cells.toString(), start, end);
                out.line(prefix + "|" + " --- |".repeat(columns), start, end);
            } else {
                out.line(prefix + cells, start, end);
            }
            first = false;
        }
        out.blank(prefix);
    }

    private String cell(Element cell) {
        InlineWriter writer = new InlineWriter(lines);
        HtmlWriter inner = new HtmlWriter(new Rendering(), lines, tabs);
        inner.flat(cell, writer);
        // Everything but the bars was escaped already; code may hold them.
        return writer.take().replaceAll("(?<!\\\\)\\|", "\\\\|");
    }

    /** A cell holds one text, whatever its elements are. */
    private void flat(Element element, InlineWriter writer) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                writer.text(text);
            } else if (node instanceof Element inner && !Clutter.is(inner)) {
                switch (inner.normalName()) {
                    case "code", "tt", "kbd" -> writer.raw(Markdown.code(inner.wholeText()));
                    case "br" -> writer.raw(" ");
                    case "a" -> {
                        InlineWriter.Place from = writer.open();
                        flat(inner, writer);
                        writer.link(from, inner.attr("href"));
                    }
                    case "p", "div", "li", "dd", "dt" -> {
                        writer.raw(" ");
                        flat(inner, writer);
                        writer.raw(" ");
                    }
                    default -> flat(inner, writer);
                }
            }
        }
    }

    private void list(Element element) {
        flush();
        boolean ordered = element.normalName().equals("ol");
        int number = Math.clamp(parse(element.attr("start"), 1), 0, 100_000);
        for (Node node : element.childNodes()) {
            if (node instanceof Element item && !Clutter.is(item)) {
                if (item.normalName().equals("li")) {
                    within(ordered ? number++ + ". " : "- ", () -> children(item));
                } else {
                    element(item);
                }
            }
        }
        flush();
        out.blank(prefix);
    }

    private static int parse(String number, int otherwise) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : otherwise;
    }

    private void within(String mark, Runnable content) {
        flush();
        String outer = prefix;
        marker = (marker == null ? prefix : marker) + mark;
        prefix = prefix + " ".repeat(mark.length());
        content.run();
        flush();
        marker = null;
        prefix = outer;
    }

    /** Terms with an anchor are what a reference documents; others are the beginning of what explains them. */
    private void definitions(Element element) {
        flush();
        int level = headingLevel;
        for (Element part : element.children()) {
            if (Clutter.is(part)) {
                continue;
            }
            boolean term = part.normalName().equals("dt");
            if (term && !part.id().isEmpty() && Classes.any(part, Set.of("sig", "sig-object", "descname"))) {
                headingLevel = Math.min(6, level + 1);
                inline.place(part);
                inline.raw(Markdown.escaped(part.text().replaceAll("[¶#\\s]+$", "")));
                heading(headingLevel, part.id());
            } else if (term) {
                within("- ", () -> marked(part));
            } else if (part.normalName().equals("dd")) {
                children(part);
                flush();
            } else {
                element(part);
            }
        }
        headingLevel = level;
        flush();
    }

    private void quote(Element element) {
        if (!Admonitions.kind(element).isEmpty()) {
            other(element);
            return;
        }
        within("> ", () -> {
            prefix = prefix.substring(0, prefix.length() - 2) + "> ";
            children(element);
        });
        out.blank(prefix);
    }

    private void inlineCode(Element element) {
        String text = element.wholeText();
        if (element.selectFirst("pre") != null) {
            children(element);
        } else if (!text.isBlank()) {
            inline.place(element);
            inline.open();
            inline.raw(Markdown.code(text));
        }
    }

    private void marked(Element element) {
        InlineWriter.Place from = inline.open();
        children(element);
        inline.mark(from, "**");
    }

    private void link(Element element) {
        InlineWriter.Place from = inline.open();
        children(element);
        String target = element.attr("href");
        if (!target.isEmpty() && !target.startsWith("javascript:")) {
            inline.link(from, target);
        }
    }

    private void flush() {
        if (inline.isBlank()) {
            inline.take();
            inline.forget();
            return;
        }
        int start = inline.start();
        int end = inline.end();
        String text = Markdown.paragraph(inline.take());
        inline.forget();
        block(text, start, end);
        out.blank(prefix);
    }

    private void tagLine(String tag, Element element) {
        int line = lines.start(element);
        block(tag, line, line);
        out.blank(prefix);
    }

    private void closeTag(String tag, Element element) {
        int line = lines.end(element);
        out.blank(prefix);
        out.line(prefix + tag, line, line);
        out.blank(prefix);
    }

    /** Adds the first line of a block, behind an empty one. */
    private void block(String line, int start, int end) {
        if (marker == null) {
            out.blank(prefix);
        }
        out.line((marker == null ? prefix : marker) + line, start, end);
        marker = null;
        any = true;
        // Headings end with their line; other blocks add their own.
        if (line.startsWith("#")) {
            out.blank(prefix);
        }
    }
}
