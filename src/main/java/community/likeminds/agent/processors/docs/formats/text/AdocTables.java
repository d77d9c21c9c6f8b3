package community.likeminds.agent.processors.docs.formats.text;

import java.util.ArrayList;
import java.util.List;

/** Tables of AsciiDoc: rows are lines with several cells, or as many single cells as there are columns. */
final class AdocTables {

    /** A bar with what is said of its cell before it: {@code a|}, {@code 2+|}, {@code ^.>s|}. */
    private static final String BAR = "(?<!\\\\)(?:(?<=\\s)(?:\\d+[+*]|\\.\\d+\\+)?[<^>]?(?:\\.[<^>])?[aehlmsdv]?)?\\|";

    private final String[] lines;
    private final AdocOutput out;

    AdocTables(String[] lines, AdocOutput out) {
        this.lines = lines;
        this.out = out;
    }

    /** Writes the lines between two bars of equals signs. */
    void write(int from, int to, AdocAttributes attributes) {
        List<String> cells = new ArrayList<>();
        int columns = columns(attributes);
        int start = from;
        boolean head = true;
        out.blank();
        for (int k = from; k < to; k++) {
            String line = lines[k].strip();
            boolean starts = line.matches("(?:\\d+[+*]|\\.\\d+\\+)?[<^>]?(?:\\.[<^>])?[aehlmsdv]?\\|.*");
            if (starts) {
                start = cells.isEmpty() ? k : start;
                for (String cell : line.substring(line.indexOf('|') + 1).split(BAR, -1)) {
                    cells.add(AdocInline.of(cell.strip()).replaceAll("(?<!\\\\)\\|", "\\\\|"));
                }
                columns = columns == 0 ? cells.size() : columns;
            } else if (!line.isEmpty() && !cells.isEmpty() && !line.matches("-{2,}|\\.{4,}|\\[.*]|\\+")) {
                cells.set(cells.size() - 1, (cells.getLast() + " " + AdocInline.of(line)).strip());
            }
            boolean next = k + 1 >= to || lines[k + 1].isBlank() || lines[k + 1].strip().contains("|");
            while (columns > 0 && cells.size() >= columns && next) {
                out.put("| " + String.join(" | ", cells.subList(0, columns)) + " |", start, k);
                if (head) {
                    out.put("|" + " --- |".repeat(columns), start, k);
                }
                head = false;
                cells.subList(0, columns).clear();
            }
        }
        out.blank();
    }

    private static int columns(AdocAttributes attributes) {
        String cols = attributes.get("cols");
        if (cols == null || cols.isBlank()) {
            return 0;
        }
        int columns = 0;
        for (String one : cols.split("[,;]")) {
            int star = one.indexOf('*');
            String count = star > 0 ? one.substring(0, star).strip() : "";
            columns += count.matches("\\d{1,2}") ? Integer.parseInt(count) : 1;
        }
        return Math.min(columns, 50);
    }
}
