package community.likeminds.agent.processors.docs.formats.html;

import community.likeminds.agent.processors.docs.formats.Markdown;
import java.util.List;
import java.util.stream.Stream;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/** Writes tables of data; a cell becomes one line of text. */
final class HtmlTables {

    private final MarkdownLines out;
    private final SourceLines lines;

    HtmlTables(MarkdownLines out, SourceLines lines) {
        this.out = out;
        this.lines = lines;
    }

    static List<Element> rows(Element table) {
        return table.children().stream()
                .flatMap(one -> one.normalName().equals("tr") ? Stream.of(one) : one.children().stream().filter(row -> row.normalName().equals("tr")))
                .toList();
    }

    /** Whether a table holds blocks rather than data. */
    static boolean isLayout(Element table, List<Element> rows) {
        return table.selectFirst("pre") != null || table.selectFirst("table table") != null
                || rows.stream().allMatch(row -> row.childrenSize() <= 1) && table.attr("role").equals("presentation");
    }

    void write(List<Element> rows) {
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
                out.block(cells.toString(), start, end);
                out.line("|" + " --- |".repeat(columns), start, end);
            } else {
                out.line(cells.toString(), start, end);
            }
            first = false;
        }
        out.blank();
    }

    private String cell(Element cell) {
        InlineWriter writer = new InlineWriter(lines);
        flat(cell, writer);
        // Everything but the bars was escaped already; code may hold them.
        return writer.take().replaceAll("(?<!\\\\)\\|", "\\\\|");
    }

    /** A cell holds one text, whatever its elements are. */
    private static void flat(Element element, InlineWriter writer) {
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
}
