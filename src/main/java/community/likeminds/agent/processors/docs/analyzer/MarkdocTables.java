package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import community.likeminds.agent.processors.docs.analyzer.PageScan.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tables of Markdoc: {@code {% table %}}, rows as lists of cells, rules between them. */
final class MarkdocTables {

    private static final Pattern OPENING = Pattern.compile("\\{%-?\\s{0,8}table\\b.{0,200}?%}\\s*");
    private static final Pattern CLOSING = Pattern.compile("\\{%-?\\s{0,8}/table\\s{0,8}-?%}\\s*");
    private static final Pattern ANNOTATION = Pattern.compile("\\{%.{0,200}?%}\\s*$");

    private final PageScan scan;
    /** Tables that never end are looked through once. */
    private boolean openToTheEnd;

    MarkdocTables(PageScan scan) {
        this.scan = scan;
    }

    /** Gives where reading goes on, or null when no such table stands there: what holds another kind of table is read as that. */
    @Nullable Place read(int line, int at) {
        String[] lines = scan.lines;
        if (openToTheEnd || !OPENING.matcher(lines[line]).region(at, lines[line].length()).matches()) {
            return null;
        }
        int end = line + 1;
        boolean items = false;
        boolean first = true;
        while (end < lines.length && !CLOSING.matcher(lines[end].strip()).matches()) {
            String text = lines[end].strip();
            items |= first && Text.listMarker(text, 0) > 0;
            first &= text.isEmpty() || text.startsWith("{%");
            end++;
        }
        openToTheEnd = end >= lines.length;
        if (openToTheEnd || !items) {
            return null;
        }
        scan.flush();
        rows(line + 1, end);
        return new Place(end + 1, 0);
    }

    private void rows(int from, int to) {
        List<String> rows = new ArrayList<>();
        List<String> links = new ArrayList<>();
        List<StringBuilder> cells = new ArrayList<>();
        int indent = -1;
        for (int i = from; i <= to; i++) {
            String line = scan.lines[i];
            int p = Text.skipSpaces(line, 0);
            String text = line.substring(p).stripTrailing();
            if (i == to || Text.thematicBreak(line, p)) {
                row(cells, rows, links);
                indent = -1;
                continue;
            }
            if (text.isEmpty() || text.startsWith("{%") || text.startsWith("```") || text.startsWith("~~~")) {
                continue;
            }
            int marker = Text.listMarker(line, p);
            if (marker > 0 && (indent < 0 || Text.column(line, p) <= indent)) {
                indent = Text.column(line, p);
                cells.add(new StringBuilder(line.substring(Math.min(line.length(), p + marker)).strip()));
            } else if (!cells.isEmpty()) {
                cells.getLast().append(' ').append(text);
            }
        }
        if (!rows.isEmpty()) {
            scan.emit(Block.Kind.TABLE, String.join("\n", rows), "", from - 1, to, 0, links);
        }
    }

    private void row(List<StringBuilder> cells, List<String> rows, List<String> links) {
        List<String> words = new ArrayList<>();
        for (StringBuilder cell : cells) {
            InlineText.Result inline = scan.inline(ANNOTATION.matcher(cell).replaceFirst(""));
            words.add(inline.text().replace('\n', ' ').strip());
            links.addAll(inline.links());
        }
        if (!words.isEmpty()) {
            rows.add(String.join(" | ", words));
        }
        cells.clear();
    }
}
