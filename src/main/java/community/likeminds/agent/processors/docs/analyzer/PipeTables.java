package community.likeminds.agent.processors.docs.analyzer;

import community.likeminds.agent.processors.docs.Block;
import java.util.ArrayList;
import java.util.List;

/** Tables whose cells stand between bars. */
final class PipeTables {

    private final PageScan scan;
    private final Quotes quotes;
    private final String[] lines;

    PipeTables(PageScan scan, Quotes quotes) {
        this.scan = scan;
        this.quotes = quotes;
        this.lines = scan.lines;
    }

    boolean at(int i, String s, int p) {
        return i + 1 < lines.length && s.indexOf('|', p) >= 0 && Text.tableRule(lines[i + 1]);
    }

    /** Reads a table from one line on; gives the next line to read. */
    int read(int first, int start) {
        List<String> rows = new ArrayList<>();
        List<String> links = new ArrayList<>();
        int i = first;
        while (i < lines.length) {
            String line = lines[i];
            // The first line may open a quote behind the mark of a list's item: what it begins with is read already.
            int p = i == first ? start : quotes.behind(line);
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
