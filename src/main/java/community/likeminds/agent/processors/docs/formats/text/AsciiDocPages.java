package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.Site;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.Rendering;

/** Reads AsciiDoc with what it includes: sections, code, notes, tabs, lists, tables and links; what it does not know is text. */
public final class AsciiDocPages {

    private AsciiDocPages() {}

    /** @param site what the source's pages share */
    public static Page read(Site site, RawPage raw) {
        Rendering out = new Rendering();
        OtherFiles files = new OtherFiles(site, raw.path());
        TextLines lines = AdocSource.of(TextLines.of(Charsets.text(raw.bytes(), raw.charset())), files, site.words("adoc."));
        new AdocBlocks(lines, out).run();
        files.notices().forEach(out::notice);
        if (out.isEmpty()) {
            out.line("", 1, 1);
        }
        return out.page(site, raw);
    }
}
