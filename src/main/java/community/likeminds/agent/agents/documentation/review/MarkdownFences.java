package community.likeminds.agent.agents.documentation.review;

import java.util.ArrayList;
import java.util.List;

/**
 * The code fences of a page by the rules of CommonMark: a fence is closed by a line of the same mark, at least as long, and nothing
 * else.
 *
 * @param fences in the order of the page
 * @param prose the page's lines, everything that is no prose blanked out
 */
record MarkdownFences(List<Fence> fences, List<String> prose) {

    /**
     * @param open line of the opening, from 1
     * @param close line of the closing, or 0 when nothing closes it
     * @param marker as written, for example {@code ```}
     * @param info what follows the marker
     * @param inside lines within it that look like another opening of the same kind, from 1
     * @param others lines within it that are a marker of another kind or a shorter one, from 1
     */
    record Fence(int open, int close, String marker, String info, List<Integer> inside, List<Integer> others) {}

    private static final class Scan {
        private final List<String> lines;
        private final List<Fence> fences = new ArrayList<>();
        private final List<String> prose = new ArrayList<>();
        private int open;
        private String marker = "";
        private String info = "";
        private List<Integer> inside = new ArrayList<>();
        private List<Integer> others = new ArrayList<>();
        private String comment = "";

        Scan(List<String> lines) {
            this.lines = lines;
        }

        void run(int from) {
            for (int i = 0; i < lines.size(); i++) {
                prose.add(i < from ? "" : line(i + 1, lines.get(i)));
            }
            if (open > 0) {
                fences.add(new Fence(open, 0, marker, info, List.copyOf(inside), List.copyOf(others)));
            }
        }

        private String line(int number, String line) {
            String found = comment.isEmpty() ? marker(line) : "";
            if (open > 0) {
                inFence(number, line, found);
                return "";
            }
            if (!found.isEmpty() && opens(line, found)) {
                open = number;
                marker = found;
                info = after(line, found);
                return "";
            }
            return withoutComments(line);
        }

        private void inFence(int number, String line, String found) {
            if (found.isEmpty()) {
                return;
            }
            boolean same = found.charAt(0) == marker.charAt(0) && found.length() >= marker.length();
            boolean bare = after(line, found).isEmpty();
            if (same && bare) {
                fences.add(new Fence(open, number, marker, info, List.copyOf(inside), List.copyOf(others)));
                open = 0;
                inside = new ArrayList<>();
                others = new ArrayList<>();
            } else if (same && opens(line, found)) {
                inside.add(number);
            } else if (bare) {
                others.add(number);
            }
        }

        private String withoutComments(String line) {
            StringBuilder kept = new StringBuilder();
            int at = 0;
            while (at < line.length()) {
                if (!comment.isEmpty()) {
                    int end = line.indexOf(comment, at);
                    if (end < 0) {
                        return kept.toString();
                    }
                    at = end + comment.length();
                    comment = "";
                } else if (line.startsWith("<!--", at)) {
                    comment = "-->";
                    at += 4;
                } else if (line.startsWith("{/*", at)) {
                    comment = "*/}";
                    at += 3;
                } else if (line.charAt(at) == '`') {
                    // What stands in code begins no comment.
                    int end = behindCode(line, at);
                    kept.append(line, at, end);
                    at = end;
                } else {
                    kept.append(line.charAt(at++));
                }
            }
            return kept.toString();
        }

        /** Behind the code within a line that ticks at a place open, or behind the ticks when nothing closes them on the line. */
        private static int behindCode(String line, int at) {
            int ticks = ticks(line, at);
            for (int i = line.indexOf('`', at + ticks); i >= 0; i = line.indexOf('`', i)) {
                int run = ticks(line, i);
                i += run;
                if (run == ticks) {
                    return i;
                }
            }
            return at + ticks;
        }

        private static int ticks(String line, int at) {
            int end = at;
            while (end < line.length() && line.charAt(end) == '`') {
                end++;
            }
            return end - at;
        }

        /** The marker that a line begins with, behind quotes and list marks, or empty. */
        private static String marker(String line) {
            int at = 0;
            while (at < line.length() && (line.charAt(at) == ' ' || line.charAt(at) == '\t' || line.charAt(at) == '>')) {
                at++;
            }
            at += listMark(line, at);
            int end = at;
            while (end < line.length() && line.charAt(end) == line.charAt(at) && (line.charAt(at) == '`' || line.charAt(at) == '~')) {
                end++;
            }
            return end - at >= 3 ? line.substring(at, end) : "";
        }

        private static int listMark(String line, int at) {
            int digits = at;
            while (digits < line.length() && Character.isDigit(line.charAt(digits))) {
                digits++;
            }
            boolean bullet = at < line.length() && "-*+".indexOf(line.charAt(at)) >= 0;
            boolean number = digits > at && digits < line.length() && ".)".indexOf(line.charAt(digits)) >= 0;
            int end = bullet ? at + 1 : number ? digits + 1 : at;
            int spaces = end;
            while (spaces < line.length() && line.charAt(spaces) == ' ') {
                spaces++;
            }
            return end > at && spaces > end ? spaces - at : 0;
        }

        private static boolean opens(String line, String marker) {
            return marker.charAt(0) == '~' || after(line, marker).indexOf('`') < 0;
        }

        private static String after(String line, String marker) {
            return line.substring(line.indexOf(marker) + marker.length()).strip();
        }
    }

    static MarkdownFences of(List<String> lines, int from) {
        Scan scan = new Scan(lines);
        scan.run(from);
        return new MarkdownFences(List.copyOf(scan.fences), List.copyOf(scan.prose));
    }
}
