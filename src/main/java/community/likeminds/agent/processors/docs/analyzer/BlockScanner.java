package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.analyzer.PageScan.Place;
import java.util.List;

/**
 * Reads a page line by line into drafts. Where CommonMark and what authors of MDX write differ (indented fences and tags, lists
 * interrupted by fences that are not indented), the authors' meaning wins.
 */
final class BlockScanner {

    private final PageScan scan;
    private final String[] lines;
    private final FenceReader fences;
    private final TagHandler tags;
    private final StructuralTags structural;
    private final DirectiveReader directives;
    private final Quotes quotes;
    private final ListItems items;
    private final HiddenLines hidden;
    private final PipeTables tables;
    private boolean afterBlank = true;

    BlockScanner(PageScan scan) {
        this.scan = scan;
        this.lines = scan.lines;
        this.fences = new FenceReader(scan);
        TagScopes scopes = new TagScopes(scan);
        this.tags = new TagHandler(scan, scopes);
        this.structural = new StructuralTags(scan.mdx);
        this.directives = new DirectiveReader(scan, scopes);
        this.quotes = new Quotes(scan);
        this.items = new ListItems(scan);
        this.hidden = new HiddenLines(scan);
        this.tables = new PipeTables(scan, quotes);
    }

    void run(int first) {
        int i = first;
        if (BareCode.is(lines, first, scan.mdx)) {
            fences.bare(first);
            return;
        }
        while (i < lines.length) {
            i = line(i);
        }
        scan.flush();
        if (scan.scope.parent != null) {
            Scope outermost = scan.scope.chain().get(1);
            scan.close(outermost);
        }
    }

    /** Reads from one line on; gives the index of the next line to read. */
    private int line(int first) {
        int i = first;
        String s = lines[i];
        int at = enter(i);
        if (Text.blankFrom(s, at)) {
            scan.flush();
            afterBlank = true;
            return i + 1;
        }
        boolean wasBlank = afterBlank;
        afterBlank = false;
        boolean lineStart = true;
        while (true) {
            int p = Text.skipSpaces(s, at);
            if (p >= s.length()) {
                return i + 1;
            }
            if (lineStart && wasBlank && indentedCode(s, p)) {
                return fences.indented(i, base());
            }
            char c = s.charAt(p);
            int fence = Text.fence(s, p);
            if (fence > 0) {
                return fences.fence(i, p, fence, directives.takePendingTitle());
            }
            int level = c == '#' ? Text.heading(s, p) : 0;
            if (level > 0) {
                scan.flush();
                scan.heading(level, s.substring(Math.min(s.length(), p + level)), i, i);
                return i + 1;
            }
            if (lineStart && setext(s, p, i)) {
                return i + 1;
            }
            if (c == '>' && !scan.tooDeep()) {
                at = quotes.open(s, p);
                lineStart = false;
                continue;
            }
            if (c == '<') {
                Place next = tags.read(i, p);
                if (next != null) {
                    i = next.line();
                    s = lines[i];
                    at = next.column();
                    lineStart = false;
                    continue;
                }
            }
            if (lineStart && (c == ':' || c == '{' || c == '=' || c == '!' || c == '?' || c == '@' || c == '}')) {
                Place next = directives.read(i, p);
                if (next != null) {
                    if (next.line() != i || next.column() >= s.length()) {
                        return next.line() == i ? i + 1 : next.line();
                    }
                    at = next.column();
                    continue;
                }
            }
            if (Text.thematicBreak(s, p)) {
                scan.flush();
                return i + 1;
            }
            int marker = Text.listMarker(s, p);
            if (marker > 0 && !scan.tooDeep() && items.mayStart(s, p, marker)) {
                at = items.open(i, s, p, marker);
                wasBlank = false;
                continue;
            }
            if (!scan.paragraphOpen()) {
                int skipped = hidden.behind(i, p);
                if (skipped > i) {
                    return skipped;
                }
                if (tables.at(i, s, p)) {
                    return tables.read(i, p);
                }
            }
            int split = structural.next(s, s.charAt(p) == '`' ? p : p + 1);
            scan.text(i, s.substring(p, split));
            if (split >= s.length()) {
                return i + 1;
            }
            at = split;
            lineStart = false;
        }
    }

    /** Matches a line's beginning with the open scopes and closes those that it no longer belongs to; gives where its own text starts. */
    private int enter(int i) {
        String s = lines[i];
        List<Scope> chain = scan.scope.chain();
        int lastTag = -1;
        for (int k = 0; k < chain.size(); k++) {
            Scope.Form form = chain.get(k).form;
            lastTag = form == Scope.Form.TAG || form == Scope.Form.DIRECTIVE ? k : lastTag;
        }
        int at = 0;
        for (int k = 1; k < chain.size(); k++) {
            Scope one = chain.get(k);
            if (one.form == Scope.Form.QUOTE) {
                int p = Text.skipSpaces(s, at);
                if (p < s.length() && s.charAt(p) == '>') {
                    at = p + 1;
                    at += at < s.length() && s.charAt(at) == ' ' ? 1 : 0;
                } else if (p < s.length() && scan.paragraphOpen() && !startsBlock(s, p)) {
                    return p;
                } else {
                    scan.close(one);
                    break;
                }
            } else if (one.form == Scope.Form.ITEM && k > lastTag) {
                int p = Text.skipSpaces(s, at);
                if (p >= s.length() || Text.column(s, p) >= one.contentIndent || ListItems.stays(one, s, p)) {
                    continue;
                }
                if (scan.paragraphOpen() && !startsBlock(s, p)) {
                    return p;
                }
                scan.close(one);
                break;
            }
        }
        return at;
    }

    private boolean startsBlock(String s, int p) {
        char c = s.charAt(p);
        return Text.fence(s, p) > 0 || Text.heading(s, p) > 0 || c == '>' || Text.listMarker(s, p) > 0 || Text.thematicBreak(s, p)
                || c == '<' && structural.at(s, p) || s.startsWith(":::", p) || c == '|';
    }

    private boolean indentedCode(String s, int p) {
        if (scan.mdx || scan.paragraphOpen() || s.charAt(p) == '<' || Text.column(s, p) < base() + 4) {
            return false;
        }
        boolean inList = false;
        for (Scope one = scan.scope; one != null; one = one.parent) {
            if (one.form == Scope.Form.TAG || one.form == Scope.Form.QUOTE) {
                return false;
            }
            inList |= one.form == Scope.Form.ITEM;
        }
        return Text.fence(s, p) == 0 && !(inList && Text.listMarker(s, p) > 0);
    }

    /** Column at which the innermost list item's text starts. */
    private int base() {
        for (Scope one = scan.scope; one != null; one = one.parent) {
            if (one.form == Scope.Form.ITEM) {
                return one.contentIndent;
            }
        }
        return 0;
    }

    private boolean setext(String s, int p, int i) {
        if (!scan.paragraphOpen() || scan.paragraphLines() > 2) {
            return false;
        }
        char c = s.charAt(p);
        if (c != '=' && c != '-') {
            return false;
        }
        int run = Text.run(s, p, c);
        if (run < 2 || !Text.blankFrom(s, p + run)) {
            return false;
        }
        scan.paragraphToHeading(c == '=' ? 1 : 2, i);
        return true;
    }
}
