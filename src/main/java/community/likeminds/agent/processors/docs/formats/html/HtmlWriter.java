package community.likeminds.agent.processors.docs.formats.html;

import community.likeminds.agent.processors.docs.formats.Markdown;
import community.likeminds.agent.processors.docs.formats.Rendering;
import java.util.List;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes the structure of an HTML element as Markdown, with the lines that each part comes from. */
final class HtmlWriter {

    private static final Set<String> TEXT_TAGS = Set.of(
            "a", "abbr", "b", "bdi", "bdo", "big", "cite", "code", "del", "dfn", "em", "font", "i", "img", "ins", "kbd", "label", "mark", "q", "s",
            "samp", "small", "span", "strike", "strong", "sub", "sup", "time", "tt", "u", "var", "wbr", "picture", "source", "br", "acronym");

    private final MarkdownLines out;
    private final SourceLines lines;
    private final Tabs tabs;
    private final InlineWriter inline;
    private final HtmlTables tables;
    private int headingLevel = 1;

    HtmlWriter(Rendering rendering, SourceLines lines, Tabs tabs) {
        this.out = new MarkdownLines(rendering, lines);
        this.tables = new HtmlTables(out, lines);
        this.lines = lines;
        this.tabs = tabs;
        this.inline = new InlineWriter(lines);
    }

    /** Gives whether there was anything to write. */
    boolean write(Element content) {
        children(content);
        flush();
        return out.any();
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
        out.openTag("<Admonition type=\"" + kind + "\"" + (words.isEmpty() ? "" : " title=\"" + Markdown.attribute(words) + "\"") + ">", element);
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                inline.text(text);
            } else if (node instanceof Element inner && inner != title) {
                element(inner);
            }
        }
        flush();
        out.closeTag("</Admonition>", element);
    }

    private void panel(Element element, Tabs.Panel panel) {
        flush();
        if (panel.first()) {
            out.openTag("<Tabs>", element);
        }
        out.openTag("<TabItem label=\"" + Markdown.attribute(panel.label()) + "\">", element);
        if (element.normalName().equals("pre")) {
            code(element);
        } else {
            children(element);
            flush();
        }
        out.closeTag("</TabItem>", element);
        if (panel.last()) {
            out.closeTag("</Tabs>", element);
        }
    }

    private void details(Element element) {
        flush();
        Element summary = element.children().stream().filter(one -> one.normalName().equals("summary")).findFirst().orElse(null);
        out.openTag("<Details summary=\"" + (summary == null ? "" : Markdown.attribute(summary.text())) + "\">", element);
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                inline.text(text);
            } else if (node instanceof Element inner && inner != summary) {
                element(inner);
            }
        }
        flush();
        out.closeTag("</Details>", element);
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
            out.block("#".repeat(level) + " " + text + (id.matches("[\\w.:-]{1,100}") ? " {#" + id + "}" : ""), start, end);
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
        out.block(fence + Markdown.info(sample.language(), sample.title()), first, first);
        int line = first + sample.skipped();
        for (String one : sample.lines()) {
            out.code(one, Math.min(line, last));
            line++;
        }
        out.line(fence, last, last);
        out.blank();
    }

    private void table(Element element) {
        flush();
        List<Element> rows = HtmlTables.rows(element);
        if (rows.isEmpty() || HtmlTables.isLayout(element, rows)) {
            children(element);
            flush();
        } else {
            tables.write(rows);
        }
    }

    private void list(Element element) {
        flush();
        boolean ordered = element.normalName().equals("ol");
        int number = Math.clamp(parse(element.attr("start"), 1), 0, 100_000);
        for (Node node : element.childNodes()) {
            if (node instanceof Element item && !Clutter.is(item)) {
                if (item.normalName().equals("li")) {
                    within(ordered ? number++ + ". " : "- ", false, () -> children(item));
                } else {
                    element(item);
                }
            }
        }
        flush();
        out.blank();
    }

    private static int parse(String number, int otherwise) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : otherwise;
    }

    private void within(String mark, boolean again, Runnable content) {
        flush();
        out.within(mark, again, () -> {
            content.run();
            flush();
        });
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
                within("- ", false, () -> marked(part));
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
        within("> ", true, () -> children(element));
        out.blank();
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
        out.block(text, start, end);
        out.blank();
    }

}
