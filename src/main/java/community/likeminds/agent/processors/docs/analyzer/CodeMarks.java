package community.likeminds.agent.processors.docs.analyzer;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * The lines of a code block after the marks that documentation tools put on them are taken off.
 *
 * @param lines without marks
 * @param highlighted lines from 1 that are pointed out or new
 * @param removed lines from 1 that are to go
 * @param diffFile the file that a unified diff's header names, or empty
 */
record CodeMarks(List<String> lines, List<Integer> highlighted, List<Integer> removed, String diffFile) {

    private enum Mark {
        NONE,
        POINT,
        REMOVE,
        /** A mark without a meaning of its own, such as a focused or numbered word. */
        SILENT
    }

    /** The same marks on lines that read differently. */
    CodeMarks with(List<String> other) {
        return new CodeMarks(List.copyOf(other), highlighted, removed, diffFile);
    }

    static CodeMarks of(List<String> code, FenceInfo info) {
        Taker taker = new Taker(info);
        if (info.diff()) {
            taker.diff(code);
        } else {
            code.forEach(taker::line);
        }
        return taker.result();
    }

    private static final class Taker {

        private static final List<String> COMMENTS = List.of("{/*", "/*", "<!--", "//", "#", "--", ";", "%", "*");
        private final FenceInfo info;
        private final List<String> lines = new ArrayList<>();
        private final Set<Integer> highlighted = new TreeSet<>();
        private final Set<Integer> removed = new TreeSet<>();
        private Mark open = Mark.NONE;
        private Mark next = Mark.NONE;
        private int nextCount;
        private String diffFile = "";

        Taker(FenceInfo info) {
            this.info = info;
        }

        void line(String line) {
            if (line.length() < 400) {
                String comment = commentOnly(line);
                if (!comment.isEmpty() && range(comment)) {
                    return;
                }
                if (trailing(line)) {
                    return;
                }
                int mark = line.indexOf("[!code ");
                if (mark >= 0 && inComment(line, mark)) {
                    return;
                }
            }
            add(line, Mark.NONE);
        }

        private void add(String line, Mark own) {
            lines.add(line);
            mark(own);
            mark(open);
            if (nextCount > 0) {
                mark(next);
                nextCount--;
            }
        }

        private void mark(Mark mark) {
            switch (mark) {
                case POINT -> highlighted.add(lines.size());
                case REMOVE -> removed.add(lines.size());
                case NONE, SILENT -> { }
            }
        }

        /** {@code highlight-next-line}, {@code highlight-start}, {@code highlight-end} and the same for what is added or removed. */
        private boolean range(String comment) {
            int dash = comment.indexOf('-');
            if (dash <= 0) {
                return false;
            }
            String word = comment.substring(0, dash).toLowerCase(Locale.ROOT);
            Mark mark = switch (word) {
                case "highlight", "add", "added", "ins", "insert", "diff", "mark", "new", "success" -> Mark.POINT;
                case "remove", "removed", "del", "delete", "deleted" -> Mark.REMOVE;
                case "focus", "error", "warning", "info", "hide", "blur" -> Mark.SILENT;
                default -> Mark.NONE;
            };
            if (mark == Mark.NONE) {
                return false;
            }
            switch (comment.substring(dash + 1).toLowerCase(Locale.ROOT)) {
                case "next-line", "next", "nextline" -> {
                    next = mark;
                    nextCount = 1;
                }
                case "start", "begin" -> open = mark;
                case "end", "stop" -> open = Mark.NONE;
                case "add-start" -> open = Mark.POINT;
                case "remove-start" -> open = Mark.REMOVE;
                case "add", "add-next-line" -> {
                    next = Mark.POINT;
                    nextCount = 1;
                }
                case "remove", "remove-next-line" -> {
                    next = Mark.REMOVE;
                    nextCount = 1;
                }
                case "add-end", "remove-end" -> open = Mark.NONE;
                default -> {
                    return false;
                }
            }
            return true;
        }

        /** {@code // [!code ++]} at the end of a line or on a line of its own. */
        private boolean inComment(String line, int mark) {
            int end = line.indexOf(']', mark);
            int comment = commentStart(line, mark);
            if (end < 0 || comment < 0) {
                return false;
            }
            String what = line.substring(mark + 7, end).strip();
            int colon = what.lastIndexOf(':');
            int count = 1;
            String name = what;
            if (colon > 0 && !what.startsWith("word")) {
                name = what.substring(0, colon).strip();
                String digits = what.substring(colon + 1).strip();
                count = digits.matches("\\d{1,4}") ? Integer.parseInt(digits) : 1;
            }
            Mark kind = switch (name) {
                case "++", "highlight", "hl" -> Mark.POINT;
                case "--" -> Mark.REMOVE;
                default -> Mark.SILENT;
            };
            String code = line.substring(0, comment).stripTrailing();
            String after = line.substring(end + 1).replace("*/}", "").replace("*/", "").replace("-->", "").strip();
            if (!after.isEmpty() && !code.isEmpty()) {
                code = code + "  " + line.substring(comment, mark).strip() + " " + after;
            }
            if (code.isBlank()) {
                next = kind;
                nextCount = count;
            } else {
                add(code, kind);
                if (count > 1) {
                    next = kind;
                    nextCount = count - 1;
                }
            }
            return true;
        }

        /** {@code // highlight-line} at the end of a line. */
        private boolean trailing(String line) {
            int at = line.lastIndexOf("-line");
            int word = at < 0 ? -1 : Math.max(line.lastIndexOf(' ', at), 0);
            if (word <= 0) {
                return false;
            }
            Mark kind = switch (line.substring(word + 1, at)) {
                case "highlight", "add", "ins" -> Mark.POINT;
                case "remove", "del" -> Mark.REMOVE;
                default -> Mark.NONE;
            };
            int comment = commentStart(line, word + 1);
            String rest = line.substring(at + 5).replace("*/}", "").replace("*/", "").replace("-->", "");
            if (kind == Mark.NONE || comment <= 0 || !rest.isBlank()) {
                return false;
            }
            add(line.substring(0, comment).stripTrailing(), kind);
            return true;
        }

        private static int commentStart(String line, int mark) {
            int i = mark - 1;
            while (i >= 0 && line.charAt(i) == ' ') {
                i--;
            }
            String before = line.substring(0, i + 1);
            for (String comment : COMMENTS) {
                if (before.endsWith(comment)) {
                    return before.length() - comment.length();
                }
            }
            return -1;
        }

        private static String commentOnly(String line) {
            String text = line.strip();
            for (String comment : COMMENTS) {
                if (text.startsWith(comment)) {
                    String inside = text.substring(comment.length()).strip();
                    for (String end : List.of("*/}", "*/", "-->")) {
                        if (inside.endsWith(end)) {
                            inside = inside.substring(0, inside.length() - end.length()).strip();
                        }
                    }
                    return inside;
                }
            }
            return "";
        }

        void diff(List<String> code) {
            boolean indented = code.stream()
                    .filter(line -> !line.isEmpty() && "+-@\\".indexOf(line.charAt(0)) < 0)
                    .allMatch(line -> line.charAt(0) == ' ');
            for (String line : code) {
                if (line.startsWith("+++ ") || line.startsWith("--- ") || line.startsWith("diff --git ") || line.startsWith("index ")) {
                    header(line);
                } else if (line.startsWith("+")) {
                    add(unmarked(line), Mark.POINT);
                } else if (line.startsWith("-")) {
                    add(unmarked(line), Mark.REMOVE);
                } else if (!line.startsWith("@@") && !line.startsWith("\\ No newline")) {
                    add(indented && !line.isEmpty() ? line.substring(1) : line, Mark.NONE);
                }
            }
            // "+ line" beside "  line": the marks have a column of their own and a space behind it.
            if (lines.stream().allMatch(line -> line.isBlank() || line.charAt(0) == ' ')
                    && lines.stream().anyMatch(line -> line.length() > 1 && line.charAt(0) == ' ' && line.charAt(1) != ' ')) {
                lines.replaceAll(line -> line.isEmpty() ? line : line.substring(1));
            }
        }

        private void header(String line) {
            if (line.startsWith("+++ ")) {
                String path = line.substring(4).strip();
                diffFile = FileNames.fileIn(path.startsWith("b/") ? path.substring(2) : path);
            }
        }

        private static String unmarked(String line) {
            return line.substring(1);
        }

        CodeMarks result() {
            int size = lines.size();
            highlighted.addAll(info.highlighted());
            highlighted.addAll(info.inserted());
            removed.addAll(info.removed());
            highlighted.removeIf(line -> line > size);
            removed.removeIf(line -> line > size);
            return new CodeMarks(List.copyOf(lines), List.copyOf(highlighted), List.copyOf(removed), diffFile);
        }
    }
}
