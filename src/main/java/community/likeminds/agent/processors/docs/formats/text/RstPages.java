package community.likeminds.agent.processors.docs.formats.text;

import community.likeminds.agent.processors.docs.Page;
import community.likeminds.agent.processors.docs.analyzer.Site;
import community.likeminds.agent.processors.docs.formats.Charsets;
import community.likeminds.agent.processors.docs.formats.RawPage;
import community.likeminds.agent.processors.docs.formats.Rendering;

/** Reads reStructuredText with what it includes: sections, code, notes, tabs, lists, tables and references; what it does not know is text. */
public final class RstPages {

    private RstPages() {}

    /** @param site what the source's pages share */
    public static Page read(Site site, RawPage raw) {
        Rendering out = new Rendering();
        OtherFiles files = new OtherFiles(site, raw.path());
        TextLines lines = RstIncludes.of(TextLines.of(Charsets.text(raw.bytes(), raw.charset())), files);
        // A page that begins with a rule must not look like one with a head.
        out.blank("");
        new RstBlocks(lines, new RstInline(lines.text(), site.words("rst.")), out).run();
        files.notices().forEach(out::notice);
        if (out.isEmpty()) {
            out.line("", 1, 1);
        }
        return out.page(site, raw);
    }
}
