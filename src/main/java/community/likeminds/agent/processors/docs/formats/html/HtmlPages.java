package community.likeminds.agent.processors.docs.formats.html;

import community.likeminds.agent.processors.docs.LineRange;
import community.likeminds.agent.processors.docs.Notice;
import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.Rendering;
import community.likeminds.agent.processors.docs.formats.UnreadablePageException;
import java.util.Set;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeFilter;

/** Reads an HTML page. Time is linear in its length; nesting beyond what browsers keep is flattened. */
public final class HtmlPages {

    private static final int DEEPEST = 100;

    private HtmlPages() {}

    /** @throws UnreadablePageException when the page shows nothing without running its scripts, or sends its readers elsewhere */
    public static Page read(RawPage raw) throws UnreadablePageException {
        String text = Charsets.markup(raw.bytes(), raw.charset());
        Document document = parse(text, raw.address());
        Element refresh = document.selectFirst("meta[http-equiv=refresh][content*=url]");
        Javadoc.prepare(document);
        Element content = MainContent.of(document);
        Rendering out = new Rendering();
        out.title(MainContent.title(document, content), document.select("meta[name=description]").attr("content"));
        SourceLines lines = new SourceLines(text);
        boolean any = new HtmlWriter(out, lines, Tabs.of(document)).write(content);
        if (!any) {
            throw new UnreadablePageException(refresh != null
                    ? "It only sends its readers to another page."
                    : document.selectFirst("script") != null ? "It shows nothing without running its scripts." : "It has no text.");
        }
        hidden(document, lines, out);
        int end = Nesting.end(text);
        if (end < text.length()) {
            int line = 1 + (int) text.substring(0, end).chars().filter(c -> c == '\n').count();
            out.notice(new Notice("nesting-cut", new LineRange(line, line),
                    "Tables are nested more than " + Nesting.DEEPEST + " deep here; what follows is not read."));
        }
        return out.page(raw.source(), raw.path(), raw.address(), raw.bytes());
    }

    /** Parses a page so that every node knows its place, up to where {@link Nesting} ends. */
    public static Document parse(String text, String address) {
        return Parser.htmlParser().setTrackPosition(true).setMaxDepth(DEEPEST).parseInput(text.substring(0, Nesting.end(text)), address);
    }

    private static void hidden(Document document, SourceLines lines, Rendering out) {
        document.filter(new NodeFilter() {
            private int budget = 50;

            @Override
            public FilterResult head(Node node, int depth) {
                boolean unseen = node instanceof Element element && unseen(element);
                String text = node instanceof Comment comment ? comment.getData() : unseen ? ((Element) node).text() : "";
                if (text.length() > 15 && HiddenText.addressesModels(text)) {
                    LineRange where = new LineRange(lines.start(node), Math.max(lines.start(node), lines.end(node)));
                    out.notice(new Notice("hidden-instructions", where, "Text that readers do not see gives orders to language models; it is not read."));
                    budget--;
                }
                return budget == 0 ? FilterResult.STOP : unseen ? FilterResult.SKIP_ENTIRELY : FilterResult.CONTINUE;
            }

            private static boolean unseen(Element element) {
                return Clutter.hidden(element) || Classes.any(element, Set.of("sr-only", "visually-hidden"));
            }
        });
    }
}
