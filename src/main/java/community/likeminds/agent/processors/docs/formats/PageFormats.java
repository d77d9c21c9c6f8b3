package community.likeminds.agent.processors.docs.formats;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.PageParser;
import community.likeminds.agent.processors.docs.analyzer.Site;
import community.likeminds.agent.processors.docs.formats.html.HtmlPages;
import community.likeminds.agent.processors.docs.formats.openapi.OpenApiPages;
import community.likeminds.agent.processors.docs.formats.pdf.PdfPages;
import community.likeminds.agent.processors.docs.formats.source.DocCommentPages;
import community.likeminds.agent.processors.docs.formats.text.AsciiDocPages;
import community.likeminds.agent.processors.docs.formats.text.RstPages;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Reads a file in the format that its name and its content tell. */
public final class PageFormats {

    private static final Set<String> HTML = Set.of("html", "htm", "xhtml");

    private static final Set<String> DESCRIPTIONS = Set.of("json", "yaml", "yml");

    private static final Set<String> SOURCES = Set.of("java", "kt");

    private static final Set<String> ASCIIDOC = Set.of("adoc", "asciidoc");

    private PageFormats() {}

    /** A file without the others of its source: what it includes stays out. */
    public static List<Page> read(RawPage raw) throws UnreadablePageException {
        return read(Site.alone(raw.source()), raw);
    }

    /**
     * @param site what the source's pages share
     * @throws UnreadablePageException with the reason when it is no page that could be read
     */
    public static List<Page> read(Site site, RawPage raw) throws UnreadablePageException {
        if (extension(raw.path()).equals("pdf")) {
            return PdfPages.read(raw);
        }
        if (Charsets.binary(raw.bytes())) {
            throw new UnreadablePageException("It is not text.");
        }
        if (HTML.contains(extension(raw.path()))) {
            return List.of(HtmlPages.read(raw));
        }
        if (extension(raw.path()).equals("rst")) {
            return List.of(RstPages.read(site, raw));
        }
        if (ASCIIDOC.contains(extension(raw.path()))) {
            return List.of(AsciiDocPages.read(site, raw));
        }
        if (SOURCES.contains(extension(raw.path()))) {
            return List.of(DocCommentPages.read(raw));
        }
        if (DESCRIPTIONS.contains(extension(raw.path()))) {
            if (!OpenApiPages.describes(raw.bytes())) {
                throw new UnreadablePageException("It describes no interface.");
            }
            return OpenApiPages.read(raw);
        }
        return List.of(markdown(site, raw));
    }

    private static Page markdown(Site site, RawPage raw) {
        byte[] text = Charsets.text(raw.bytes(), raw.charset()).getBytes(StandardCharsets.UTF_8);
        Page page = site.parse(raw.path(), text);
        return new Page(page.source(), page.path(), page.title(), page.frontMatter(), page.blocks(), page.platform(),
                PageParser.sha256(raw.bytes()), Rendering.addressed(page.facts(), raw.address()), page.notices());
    }

    static String extension(String path) {
        String name = path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
        return name.substring(name.lastIndexOf('.') + 1);
    }
}
