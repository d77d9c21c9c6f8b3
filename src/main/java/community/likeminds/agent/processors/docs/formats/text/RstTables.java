package community.likeminds.agent.processors.docs.formats.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Cells of the tables of reStructuredText: drawn ones, those between rules, lists of lists and comma-separated values. */
final class RstTables {

    /**
     * @param rows each with its cells, the first one the head
     * @param end index of the first line behind the table
     */
    record Table(List<List<String>> rows, int end) {}

    private static final Pattern DRAWN = Pattern.compile("\\+(?:[-=]++\\+)++");
    private static final Pattern RULED = Pattern.compile("=++(?: ++=++)++");

    private RstTables() {}

    /** Whether a line draws the upper edge of a table. */
    static boolean begins(String line) {
        return line.length() > 2 && (DRAWN.matcher(line).matches() || RULED.matcher(line).matches());
    }

    /** The table whose first line is at hand, or null. */
    static @Nullable Table at(List<String> lines, int first) {
        return DRAWN.matcher(lines.get(first)).matches() ? drawn(lines, first) : ruled(lines, first);
    }

    private static Table drawn(List<String> lines, int first) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        int i = first;
        for (; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.startsWith("+")) {
                if (!row.isEmpty()) {
                    rows.add(List.copyOf(row));
                }
                row.clear();
            } else if (line.startsWith("|")) {
                String[] cells = line.substring(1, line.endsWith("|") && line.length() > 1 ? line.length() - 1 : line.length()).split("\\|", -1);
                for (int k = 0; k < cells.length; k++) {
                    if (k < row.size()) {
                        row.set(k, (row.get(k) + " " + cells[k].strip()).strip());
                    } else {
                        row.add(cells[k].strip());
                    }
                }
            } else {
                break;
            }
        }
        return new Table(rows, i);
    }

    /** Columns are where the rule has its parts; a row whose first cell is empty goes on with the one before. */
    private static @Nullable Table ruled(List<String> lines, int first) {
        String rule = lines.get(first);
        List<Integer> starts = new ArrayList<>();
        for (int at = 0; at < rule.length(); at++) {
            if (rule.charAt(at) == '=' && (at == 0 || rule.charAt(at - 1) != '=')) {
                starts.add(at);
            }
        }
        int last = -1;
        int blanks = 0;
        for (int i = first + 1; i < lines.size() && blanks < 2; i++) {
            blanks = lines.get(i).isBlank() ? blanks + 1 : 0;
            if (isRule(lines.get(i))) {
                last = i;
                if (i + 1 >= lines.size() || lines.get(i + 1).isBlank()) {
                    break;
                }
            }
        }
        if (last < 0) {
            return null;
        }
        List<List<String>> rows = new ArrayList<>();
        for (int i = first + 1; i < last; i++) {
            String line = lines.get(i);
            if (line.isBlank() || isRule(line) || line.strip().matches("-++(?: ++-++)*+")) {
                continue;
            }
            List<String> cells = new ArrayList<>();
            for (int k = 0; k < starts.size(); k++) {
                int from = Math.min(starts.get(k), line.length());
                int to = k + 1 < starts.size() ? Math.min(starts.get(k + 1), line.length()) : line.length();
                cells.add(line.substring(from, Math.max(from, to)).strip());
            }
            if (cells.getFirst().isEmpty() && !rows.isEmpty()) {
                List<String> above = rows.removeLast();
                List<String> joined = new ArrayList<>();
                for (int k = 0; k < cells.size(); k++) {
                    joined.add((above.get(k) + " " + cells.get(k)).strip());
                }
                rows.add(joined);
            } else {
                rows.add(cells);
            }
        }
        return new Table(rows, last + 1);
    }

    private static boolean isRule(String line) {
        return line.strip().matches("=++(?: ++=++)*+");
    }

    /** Rows of a list whose items are lists. */
    static List<List<String>> listed(List<String> lines) {
        List<List<String>> rows = new ArrayList<>();
        for (String line : lines) {
            String text = line.strip();
            boolean row = text.matches("[*-] +[*-](?: .*)?");
            String cell = row ? text.substring(1).strip() : text;
            if (row) {
                rows.add(new ArrayList<>());
            }
            if (rows.isEmpty()) {
                continue;
            }
            List<String> cells = rows.getLast();
            if (cell.matches("[*-](?: .*)?")) {
                cells.add(cell.substring(1).strip());
            } else if (!cells.isEmpty() && !text.isEmpty()) {
                cells.set(cells.size() - 1, (cells.getLast() + " " + text).strip());
            }
        }
        return rows;
    }

    /** Rows of values that commas separate. */
    static List<List<String>> separated(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).map(RstTables::values).toList();
    }

    static List<String> values(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        String text = line.strip();
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' && quoted && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ',' && !quoted) {
                cells.add(cell.toString().strip());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString().strip());
        return cells;
    }

    /** Cells of tables that are written as Markdown. */
    static List<String> padded(List<String> cells, int columns) {
        String[] row = Arrays.copyOf(cells.toArray(String[]::new), columns);
        return Arrays.stream(row).map(cell -> cell == null ? "" : cell).toList();
    }
}
