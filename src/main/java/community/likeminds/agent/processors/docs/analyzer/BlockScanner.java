package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.Container;
import community.likeminds.agent.processors.docs.analyzer.PageScan.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Reads a page line by line into drafts. Where CommonMark and what authors of MDX write differ (indented fences and tags, lists
 * interrupted by fences that are not indented), the authors' meaning wins.
 */
final class BlockScanner {

    private static final int LONGEST_ESM = 500;
    private static final Set<String> BOLD_NOTES = Set.of("note", "warning", "tip", "important", "caution", "info");

    private final PageScan scan;
    private final String[] lines;
    private final FenceReader fences;
    private final TagHandler tags;
    private boolean afterBlank = true;
    private int esmBudget = 20 * LONGEST_ESM;

    BlockScanner(PageScan scan) {
        this.scan = scan;
        this.lines = scan.lines;
        this.fences = new FenceReader(scan);
        this.tags = new TagHandler(scan);
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
                return fences.fence(i, p, fence, tags.takePendingTitle());
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
                at = quote(s, p);
                lineStart = false;
                continue;
            }
            if (c == '<') {
                Place next = tags.tag(i, p);
                if (next != null) {
                    i = next.line();
                    s = lines[i];
                    at = next.column();
                    lineStart = false;
                    continue;
                }
            }
            if (lineStart && (c == ':' || c == '{' || c == '=' || c == '!' || c == '?' || c == '@')) {
                Place next = tags.directive(i, p);
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
            if (marker > 0 && !scan.tooDeep() && mayStartItem(s, p, marker)) {
                at = item(i, s, p, marker);
                wasBlank = false;
                continue;
            }
            if (!scan.paragraphOpen()) {
                int skipped = skipped(i, p);
                if (skipped > i) {
                    return skipped;
                }
                if (isTable(i, s, p)) {
                    return table(i, p);
                }
            }
            int split = tags.structuralIn(s, s.charAt(p) == '`' ? p : p + 1);
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
                if (p >= s.length() || Text.column(s, p) >= one.contentIndent || staysInItem(one, s, p)) {
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

    /** Less indented than CommonMark asks for, yet clearly meant to belong to the item. */
    private static boolean staysInItem(Scope one, String s, int p) {
        if (Text.column(s, p) <= one.markerIndent) {
            return false;
        }
        if (Text.listMarker(s, p) == 0 || one.item == null) {
            return true;
        }
        return one.item.ordered != Character.isDigit(s.charAt(p));
    }

    private boolean startsBlock(String s, int p) {
        char c = s.charAt(p);
        return Text.fence(s, p) > 0 || Text.heading(s, p) > 0 || c == '>' || Text.listMarker(s, p) > 0 || Text.thematicBreak(s, p)
                || c == '<' && tags.structural(s, p) || s.startsWith(":::", p) || c == '|';
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

    private int quote(String s, int p) {
        Scope quote = scan.open(Scope.Form.QUOTE, ">");
        quote.kind = Container.Kind.QUOTE;
        quote.group = scan.newGroup("quote", scan.drafts.size());
        quote.restoresHeadings = true;
        int at = p + 1;
        at += at < s.length() && s.charAt(at) == ' ' ? 1 : 0;
        String text = s.substring(at).strip();
        String kind = "";
        if (text.startsWith("[!") && text.indexOf(']') > 2) {
            kind = text.substring(2, text.indexOf(']'));
            at = s.indexOf(']', at) + 1;
            at += at < s.length() && (s.charAt(at) == '-' || s.charAt(at) == '+') ? 1 : 0;
        } else if (text.startsWith("**") && text.indexOf("**", 2) > 2) {
            String bold = text.substring(2, text.indexOf("**", 2)).replace(":", "").strip();
            kind = BOLD_NOTES.contains(bold.toLowerCase(Locale.ROOT)) ? bold : "";
        }
        if (!kind.isEmpty() && kind.length() < 30) {
            quote.kind = Container.Kind.ADMONITION;
            quote.label = kind.toLowerCase(Locale.ROOT);
        }
        return at;
    }

    private boolean mayStartItem(String s, int p, int marker) {
        if (!scan.paragraphOpen()) {
            return true;
        }
        boolean empty = Text.blankFrom(s, p + marker);
        return !empty && (!Character.isDigit(s.charAt(p)) || ordinal(s, p) == 1 || scan.scope.form == Scope.Form.ITEM);
    }

    private static long ordinal(String s, int p) {
        long number = 0;
        for (int i = p; i < s.length() && Character.isDigit(s.charAt(i)) && i - p < 9; i++) {
            number = number * 10 + Character.digit(s.charAt(i), 10);
        }
        return number;
    }

    private int item(int i, String s, int p, int marker) {
        scan.flush();
        Scope holder = scan.scope;
        boolean ordered = Character.isDigit(s.charAt(p));
        int column = Text.column(s, p);
        long ordinal = ordered ? ordinal(s, p) : 0;
        Scope.Items items = holder.lastItems;
        if (items == null || !continues(items, holder, ordered, column, ordinal)) {
            Scope item = scan.open(Scope.Form.ITEM, "-");
            items = new Scope.Items(scan.newGroup("list", i), ordered, column, item);
            holder.lastItems = items;
            scan.lists.add(items);
        } else {
            items.last = scan.open(Scope.Form.ITEM, "-");
        }
        items.lastOrdinal = ordinal;
        Scope item = items.last;
        item.item = items;
        item.restoresHeadings = true;
        item.markerIndent = column;
        int content = Text.skipSpaces(s, p + marker);
        int width = Text.column(s, content) - column;
        item.contentIndent = column + (content >= s.length() || width > marker + 4 ? marker : width);
        if (s.startsWith("[ ] ", content) || s.startsWith("[x] ", content) || s.startsWith("[X] ", content)) {
            content += 4;
        }
        return content;
    }

    private boolean continues(Scope.Items items, Scope holder, boolean ordered, int column, long ordinal) {
        if (items.ordered != ordered || Math.abs(items.indent - column) > 3 || items.draftsAtClose < 0) {
            return false;
        }
        List<Draft> between = scan.drafts.subList(items.draftsAtClose, scan.drafts.size());
        if (between.isEmpty()) {
            return true;
        }
        boolean next = ordinal == items.lastOrdinal + 1
                || ordinal == 1 && items.lastOrdinal == 1 && between.stream().allMatch(one -> one.kind == Block.Kind.CODE);
        if (!ordered || !next || between.stream().anyMatch(one -> one.kind == Block.Kind.HEADING)) {
            return false;
        }
        items.interrupted = true;
        between.forEach(draft -> Steps.moveInto(draft, holder, items.last));
        return true;
    }

    /** Lines that are no text: imports and exports of MDX, link definitions, expressions. Gives the next line to read, or the same. */
    private int skipped(int i, int p) {
        String s = lines[i];
        if (p == 0 && (s.startsWith("import ") || scan.mdx && s.startsWith("export "))) {
            int end = esmEnd(i);
            if (end >= 0) {
                return end + 1;
            }
        }
        if (s.charAt(p) == '[') {
            int end = s.indexOf("]:", p);
            boolean definition = end > p + 1 && s.indexOf(']', p) == end && s.charAt(p + 1) != '^' && !Text.blankFrom(s, end + 2);
            return definition ? i + 1 : i;
        }
        if (s.startsWith("<<<", p)) {
            return i + 1;
        }
        boolean punctuation = scan.mdx && "{}()".indexOf(s.charAt(p)) >= 0
                && s.substring(p).chars().allMatch(c -> "{}()[];,&|?:!<>/ \"'\t".indexOf(c) >= 0);
        return punctuation ? i + 1 : i;
    }

    private int esmEnd(int first) {
        String s = lines[first];
        if (s.startsWith("import ")) {
            String rest = s.substring(7).stripLeading();
            boolean looks = !rest.isEmpty() && ("{*'\"".indexOf(rest.charAt(0)) >= 0 || rest.contains(" from '") || rest.contains(" from \""));
            for (int i = first; looks && i < lines.length && i - first < LONGEST_ESM; i++) {
                String line = lines[i].strip();
                if (line.isEmpty() || line.startsWith("```")) {
                    return -1;
                }
                if (line.endsWith("'") || line.endsWith("\"") || line.endsWith("';") || line.endsWith("\";")) {
                    return i;
                }
            }
            return -1;
        }
        int depth = 0;
        for (int i = first; i < lines.length && i - first < LONGEST_ESM && esmBudget > 0; i++) {
            for (int k = 0; k < lines[i].length(); k++) {
                char c = lines[i].charAt(k);
                depth += c == '{' || c == '(' || c == '[' ? 1 : c == '}' || c == ')' || c == ']' ? -1 : 0;
            }
            if (depth <= 0) {
                return i;
            }
        }
        esmBudget -= LONGEST_ESM;
        return first;
    }

    private boolean isTable(int i, String s, int p) {
        return i + 1 < lines.length && s.indexOf('|', p) >= 0 && Text.tableRule(lines[i + 1]);
    }

    /** Where a line's own text begins behind the marks of the quotes that are open; its end when it has not all of them. */
    private int behindQuotes(String line) {
        int at = 0;
        for (Scope one : scan.scope.chain()) {
            if (one.form == Scope.Form.QUOTE) {
                int p = Text.skipSpaces(line, at);
                at = p < line.length() && line.charAt(p) == '>' ? p + 1 : line.length();
            }
        }
        return Text.skipSpaces(line, at);
    }

    private int table(int first, int start) {
        List<String> rows = new ArrayList<>();
        List<String> links = new ArrayList<>();
        int i = first;
        while (i < lines.length) {
            String line = lines[i];
            // The first line may open a quote behind the mark of a list's item: what it begins with is read already.
            int p = i == first ? start : behindQuotes(line);
            if (p >= line.length() || line.indexOf('|', p) < 0 || Text.fence(line, p) > 0) {
                break;
            }
            if (i != first + 1) {
                List<String> cells = new ArrayList<>();
                for (String cell : Tables.cells(line.substring(p))) {
                    InlineText.Result inline = scan.inline(cell);
                    cells.add(inline.text().replace('\n', ' '));
                    links.addAll(inline.links());
                }
                rows.add(String.join(" | ", cells));
            }
            i++;
        }
        scan.emit(Block.Kind.TABLE, String.join("\n", rows), "", first, i - 1, 0, links);
        return i;
    }
}
