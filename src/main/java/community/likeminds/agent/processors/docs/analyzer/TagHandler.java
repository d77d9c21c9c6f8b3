package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.analyzer.Components.Meaning;
import community.likeminds.agent.processors.docs.analyzer.PageScan.Place;
import org.jspecify.annotations.Nullable;

/** Reads the tags of HTML and JSX by what they mean. */
final class TagHandler {

    private final PageScan scan;
    private final String[] lines;
    private final TagScopes scopes;
    private final WholeElements elements;

    TagHandler(PageScan scan, TagScopes scopes) {
        this.scan = scan;
        this.lines = scan.lines;
        this.scopes = scopes;
        this.elements = new WholeElements(scan);
    }

    /** Reads a tag; gives where reading goes on, or null when it is text. */
    @Nullable Place read(int line, int at) {
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
        if (tag == null || tag.key().startsWith(InlineTag.PAGE)) {
            return null;
        }
        if (tag.selfClosing() && elements.given(tag, line)) {
            return new Place(tag.line(), tag.end());
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
        return handle(tag, meaning, line);
    }

    private Place handle(Tag tag, Meaning meaning, int line) {
        Place behind = new Place(tag.line(), tag.end());
        if (tag.closing()) {
            scan.closed(tag.key());
            scopes.close(tag.key());
            return behind;
        }
        if (WholeElements.unseen(tag)) {
            return elements.skipped(tag, behind);
        }
        return switch (meaning) {
            case SUMMARY -> elements.summary(tag, line, behind);
            case CODE -> elements.code(tag, line, behind);
            case TABLE -> elements.table(tag, line, behind);
            case HEADING -> elements.heading(tag, line, behind);
            case SKIP -> elements.skipped(tag, behind);
            case TABS, CODE_GROUP, STEPS, TAB, STEP, ADMONITION, DETAILS, PLATFORM, INLINE, PLAIN, UNKNOWN -> {
                scopes.open(tag, meaning, line);
                yield behind;
            }
        };
    }
}
